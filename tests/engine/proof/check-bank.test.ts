import { describe, expect, test } from 'vitest';
import { bankStats } from '#lib/engine/proof/bank-stats.ts';
import { checkBankFiles } from '#lib/engine/proof/check-bank.ts';
import { smallBank, smallBankFiles, smallBankFilesWith } from '../../support/small-bank.ts';
import { openSql } from '#lib/server/sql/in-process.ts';

const run = await openSql();

const sums = 'arithmetic/sums.yaml';
const onlySums = (path: string) => path.startsWith(sums);

describe('the check of a bank', () => {
  test('tells what proving shows with item, file, path, line and seed', () => {
    const files = smallBankFilesWith(sums, 'check: sum([a, b])', 'check: a - b');
    const [problem, ...more] = checkBankFiles(files, run, onlySums);
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
    const found = checkBankFiles(files, run, (path) => onlySums(path) || path === 'roadmap.yaml');
    expect(found.map(({ code }) => code)).toEqual(['roadmap-missing', 'check-disagrees']);
  });

  test('tells and proves no more than is wanted', () => {
    const files = smallBankFilesWith(sums, 'check: sum([a, b])', 'check: a - b').map((file) =>
      file.path === 'logic/sets.yaml' ? { ...file, text: 'skill: [' } : file,
    );
    expect(checkBankFiles(files, run, (path) => path === 'logic/conditions.yaml')).toEqual([]);
    expect(checkBankFiles(files, run, (path) => path.startsWith('logic/sets'))).toMatchObject([
      { code: 'yaml-syntax', path: 'logic/sets.yaml' },
    ]);
  });

  test('does not stumble over a file that cannot be read', () => {
    const files = smallBankFiles().map((file) =>
      file.path === sums ? { ...file, text: 'skill: sums\nitems: []\n' } : file,
    );
    expect(checkBankFiles(files, run, onlySums)).toMatchObject([
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
