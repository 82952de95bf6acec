import { describe, expect, test } from 'vitest';
import { bankStats } from '#lib/engine/proof/bank-stats.ts';
import type { BankFile } from '#lib/engine/bank/parse-bank.ts';
import { checkBankFiles } from '#lib/engine/proof/check-bank.ts';
import { smallBank, smallBankFiles, smallBankFilesWith } from '../../support/small-bank.ts';
import { openSql } from '#lib/server/sql/in-process.ts';

const run = await openSql();

const sums = 'arithmetic/sums.yaml';
const problemsOf = (files: readonly BankFile[], wanted: (path: string) => boolean) =>
  checkBankFiles(files, run, wanted).problems;
const onlySums = (path: string) => path.startsWith(sums);

describe('the check of a bank', () => {
  test('tells what proving shows with item, file, path, line and seed', () => {
    const files = smallBankFilesWith(sums, 'check: sum([a, b])', 'check: a - b');
    const [problem, ...more] = problemsOf(files, onlySums);
    const text = files.find(({ path }) => path === sums)?.text ?? '';
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'check-disagrees', path: `${sums} › items.0.check` });
    expect(problem?.message).toMatch(
      /^sums-add: at seed 1, the key is \d+, the check gives -?\d+\.$/,
    );
    expect(text.split('\n')[(problem?.line ?? 0) - 1]).toContain('check: a - b');
  });

  test('proves items though other files are broken, and tells both', () => {
    const files = smallBankFilesWith(sums, 'check: sum([a, b])', 'check: a - b').filter(
      ({ path }) => path !== 'roadmap.yaml',
    );
    const found = problemsOf(files, (path) => onlySums(path) || path === 'roadmap.yaml');
    expect(found.map(({ code }) => code)).toEqual(['roadmap-missing', 'check-disagrees']);
  });

  test('tells and proves no more than is wanted', () => {
    const files = smallBankFilesWith(sums, 'check: sum([a, b])', 'check: a - b').map((file) =>
      file.path === 'logic/sets.yaml' ? { ...file, text: 'skill: [' } : file,
    );
    expect(problemsOf(files, (path) => path === 'logic/conditions.yaml')).toEqual([]);
    expect(problemsOf(files, (path) => path.startsWith('logic/sets'))).toMatchObject([
      { code: 'yaml-syntax', path: 'logic/sets.yaml' },
    ]);
  });

  test('holds items and the bank against the rules of the lint, each at its line', () => {
    const swapped = smallBankFilesWith(sums, 'key: a + b', 'key: a + b\n      z: a');
    expect(problemsOf(swapped, onlySums)).toMatchObject([
      { code: 'variable-unused', path: `${sums} › items.0.variables.z` },
    ]);
    const dead = smallBankFilesWith(
      'arithmetic/domain.yaml',
      'misconceptions:\n',
      `misconceptions:\n  - { id: never-shown, title: Never, remedy: Take it off. }\n`,
    );
    const [problem, ...more] = problemsOf(dead, (path) => path.startsWith('arithmetic/domain'));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'misconception-dead',
      path: 'arithmetic/domain.yaml › misconceptions.0',
    });
    expect(problem?.line).toBeGreaterThan(1);
    expect(problemsOf(dead, onlySums)).toEqual([]);
  });

  test('gives advice apart from problems', () => {
    const { problems, advice } = checkBankFiles(smallBankFiles(), run, onlySums);
    expect(problems).toEqual([]);
    expect(advice.map(({ code }) => code)).toContain('explanation-length');
    expect(advice.every(({ path, line }) => path.startsWith(sums) && line !== undefined)).toBe(
      true,
    );
  });

  test('does not stumble over a file that cannot be read', () => {
    const files = smallBankFiles().map((file) =>
      file.path === sums ? { ...file, text: 'skill: sums\nitems: []\n' } : file,
    );
    expect(problemsOf(files, onlySums)).toMatchObject([
      { code: 'schema', path: `${sums} › items` },
    ]);
  });
});

test('the counts of a bank are plain counts', () => {
  expect(bankStats(smallBank())).toEqual({
    items: 12,
    skills: 4,
    byDomain: { arithmetic: 6, logic: 6 },
    bySkill: { sums: 3, fractions: 3, sets: 3, conditions: 3 },
    byKind: { numeric: 4, 'single-choice': 4, 'multiple-response': 4 },
    byDifficulty: { '1': 2, '2': 3, '3': 3, '4': 2, '5': 2 },
    parametrised: 6,
    withCheck: 7,
  });
});
