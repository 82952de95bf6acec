import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import { smallBank, smallBankFiles, smallBankFilesWith } from '../../support/small-bank.ts';
import { problemsOf } from './problems-of.ts';

const versionOf = (files = smallBankFiles()) => {
  const bank = parseBank(files);
  return bank.ok ? bank.value.version : 'not a bank';
};

describe('the bank', () => {
  const bank = smallBank();

  test('joins each skill with its items, its step and its phase', () => {
    const skill = bank.skills.get('conditions');
    expect(skill).toMatchObject({ domain: 'logic', title: 'Conditions', phase: 2 });
    expect(skill?.step).toMatchObject({ target: 55, prerequisites: ['sets', 'proofs'] });
    expect(skill?.items.map(({ id }) => id)).toEqual([
      'conditions-count',
      'conditions-converse',
      'conditions-implied',
    ]);
  });

  test('keeps domains in the order of the roadmap and skills in the order of their domain', () => {
    const turned = parseBank(
      smallBankFilesWith('roadmap.yaml', '[arithmetic, logic]', '[logic, arithmetic]'),
    );
    expect(turned.ok && [...turned.value.skills.keys()]).toEqual([
      'sets',
      'conditions',
      'sums',
      'fractions',
    ]);
  });

  test('finds every item with its skill, and every misconception, by id', () => {
    expect(bank.items.size).toBe(12);
    expect(bank.items.get('sets-union')?.skill).toBe(bank.skills.get('sets'));
    expect([...bank.misconceptions.keys()]).toEqual([
      'product-for-sum',
      'fraction-upside-down',
      'overlap-counted-twice',
      'converse-for-condition',
    ]);
  });

  test('fills in what an author may leave out', () => {
    expect(bank.items.get('sums-odd')?.item).toMatchObject({
      version: 1,
      order: 'shuffled',
      tags: [],
      variables: {},
      constraints: [],
    });
    expect(bank.skills.get('sums')?.step.prerequisites).toEqual([]);
  });

  test('reads a bare number or boolean as an expression', () => {
    const files = smallBankFilesWith('arithmetic/sums.yaml', 'check: sum([a, b])', 'check: 7');
    const parsed = parseBank(files);
    expect(parsed.ok && parsed.value.items.get('sums-add')?.item.check).toBe('7');
  });
});

describe('the version', () => {
  test('is sixteen hexadecimal digits that do not depend on the order of the files', () => {
    expect(versionOf()).toMatch(/^[0-9a-f]{16}$/);
    fc.assert(
      fc.property(fc.shuffledSubarray(smallBankFiles(), { minLength: 7 }), (files) => {
        expect(versionOf(files)).toBe(versionOf());
      }),
      { numRuns: 10 },
    );
  });

  test('changes with any byte, be it in a comment', () => {
    const versions = smallBankFiles().map(({ path }) =>
      versionOf(
        smallBankFiles().map((file) =>
          file.path === path ? { path, text: `${file.text}#\n` } : file,
        ),
      ),
    );
    expect(new Set([...versions, versionOf()]).size).toBe(8);
  });
});

describe('a bank with problems', () => {
  test('is told that it has no roadmap, and where to read about it', () => {
    const bank = parseBank(smallBankFiles().filter(({ path }) => path !== 'roadmap.yaml'));
    expect(bank).toMatchObject({
      ok: false,
      error: [{ code: 'roadmap-missing', path: 'roadmap.yaml' }],
    });
  });

  test('is no bank, and every broken file is told at once', () => {
    const broken: Record<string, string> = {
      'arithmetic/sums.yaml': 'skill: "sums\n',
      'logic/domain.yaml': 'domain: Logic\n',
      'logic/sets.yaml': 'skill: sets\nitems: []\n',
      'roadmap.yaml': 'domains: &all [a]\nphases: *all\n',
    };
    const problems = problemsOf(
      smallBankFiles().map(({ path, text }) => ({ path, text: broken[path] ?? text })),
    );
    const seen = new Set(problems.map(({ code, path }) => `${code} ${path.split(' › ')[0] ?? ''}`));
    expect([...seen].toSorted()).toEqual([
      'schema logic/domain.yaml',
      'schema logic/sets.yaml',
      'yaml-alias roadmap.yaml',
      'yaml-syntax arithmetic/sums.yaml',
    ]);
  });

  test('is told every problem between its files at once', () => {
    const mend = (path: string, text: string, [from, to]: readonly [string, string]) => ({
      path,
      text: text.replace(from, to),
    });
    const changes: Record<string, readonly [string, string]> = {
      'arithmetic/sums.yaml': ['id: sums-odd', 'id: sums-ten'],
      'arithmetic/fractions.yaml': ['keys: [a, c, d]', 'keys: [a, c, z]'],
      'logic/domain.yaml': ['id: overlap-counted-twice', 'id: renamed'],
      'roadmap.yaml': ['{ from: 40', '{ from: 80'],
    };
    const problems = problemsOf(
      smallBankFiles().map(({ path, text }) => mend(path, text, changes[path] ?? ['', ''])),
    );
    expect(problems.map(({ code }) => code).toSorted()).toEqual([
      'band-order',
      'duplicate-id',
      'misconception-unknown',
      'misconception-unknown',
      'option-unknown',
    ]);
  });

  test('is told without throwing whatever one of its files holds', () => {
    const file = fc.constantFrom(...smallBankFiles().map(({ path }) => path));
    fc.assert(
      fc.property(file, fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        const files = smallBankFiles().map((each) =>
          each.path === path ? { path, text: JSON.stringify(value) } : each,
        );
        expect(parseBank(files).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});
