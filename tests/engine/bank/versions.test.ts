import { describe, expect, test } from 'vitest';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import { fingerprintOf } from '#lib/engine/bank/versions/fingerprint.ts';
import { itemAsked } from '#lib/engine/bank/versions/item-asked.ts';
import { checkBankFiles } from '#lib/engine/proof/check-bank.ts';
import { sealBank } from '#lib/engine/proof/seal-bank.ts';
import { openSql } from '#lib/server/sql/in-process.ts';
import { sums, withEdits } from './sealed-bank.ts';

const run = await openSql();
const itemOf = (bank: Bank, id: string) => bank.items.get(id)!.item;
const base = withEdits([]).bank;
const sealed = () => withEdits([], sealBank(base));

/** Which sides of sums-add or sums-odd an edit of the file changes. */
function changes(id: string, from: string, to: string): string[] {
  const [before, after] = [base, withEdits([[from, to]]).bank].map((bank) =>
    fingerprintOf(itemOf(bank, id)),
  );
  return (['asked', 'judged'] as const).filter((side) => before![side] !== after![side]);
}

const codes = (files: ReturnType<typeof withEdits>['files']) =>
  checkBankFiles(files, run, (path) => path === sums).problems.map(({ code }) => code);

describe('the fingerprints of an item', () => {
  test.each([
    ['a key', 'sums-add', 'when: { equals: key }', 'when: { equals: key + 0 }', ['judged']],
    ['a score', 'sums-odd', 'score: 0.25', 'score: 0.5', ['judged']],
    [
      'a misconception',
      'sums-odd',
      'feedback: That is 14., misconception: product-for-sum',
      'feedback: That is 14.',
      ['judged'],
    ],
    [
      'a tolerance',
      'sums-add',
      'tolerance: exact',
      'tolerance: { absolute: 0.1 }',
      ['asked', 'judged'],
    ],
    [
      'variables',
      'sums-add',
      'a: { integer: [2, 9] }',
      'a: { integer: [2, 8] }',
      ['asked', 'judged'],
    ],
    ['constraints', 'sums-add', '[a * b != key]', '[a * b != key, a > 1]', ['asked', 'judged']],
    ['the ids of options', 'sums-ten', 'd: 2 + 5 }', 'd: 2 + 5, e: 1 + 1 }', ['asked', 'judged']],
    ['the words of an option', 'sums-odd', 'doubled: 7 + 7 }', 'doubled: 8 + 8 }', ['asked']],
    ['the stem', 'sums-odd', 'Which sum is odd?', 'Which of them is odd?', ['asked']],
    ['feedback', 'sums-odd', 'feedback: That is 6.', 'feedback: Six is even.', []],
    ['the explanation', 'sums-odd', 'explanation: A sum is odd', 'explanation: It is odd', []],
    ['difficulty', 'sums-odd', 'difficulty: 3', 'difficulty: 4', []],
  ])('change with %s where they should', (_, id, from, to, sides) => {
    expect(changes(id, from, to)).toEqual(sides);
  });
});

describe('a sealed bank', () => {
  test('is sound, and sealing it again writes the same bytes', () => {
    const { files, bank } = sealed();
    expect(codes(files)).toEqual([]);
    expect(sealBank(bank)).toEqual(sealBank(base));
  });

  test.each([
    [
      'a changed key',
      [['when: { equals: key }', 'when: { equals: key + 0 }']],
      'version-not-raised',
    ],
    ['a new wording', [['Which sum is odd?', 'Which of them is odd?']], 'version-unsealed'],
    [
      'a raised version',
      [['family: sums-odd', 'family: sums-odd\n    version: 2']],
      'version-unsealed',
    ],
  ] as const)('tells of %s', (_, edits, code) => {
    const { files } = withEdits(edits, sealBank(base));
    expect(codes(files)).toEqual([code]);
  });

  test('tells of a lowered version and of a new item', () => {
    const raised = withEdits([['family: sums-odd', 'family: sums-odd\n    version: 2']]);
    expect(codes(withEdits([], sealBank(raised.bank)).files)).toEqual(['version-lowered']);
    const text = sealBank(base);
    if (!text.ok) throw new Error('not sealed');
    const without = { ok: true, value: text.value.replace(/ {2}sums-odd: .*\n/, '') } as const;
    expect(codes(withEdits([], without).files)).toEqual(['version-unsealed']);
  });

  test('cannot be sealed anew while a changed key keeps its version, and keeps the old version once it rose', () => {
    const key = ['when: { equals: key }', 'when: { equals: key + 0 }'] as const;
    const refused = sealBank(withEdits([key], sealBank(base)).bank);
    expect(refused).toMatchObject({ ok: false, error: [{ code: 'version-not-raised' }] });
    const raised = withEdits(
      [key, ['family: sums-add', 'family: sums-add\n    version: 2']],
      sealBank(base),
    );
    const again = withEdits(raised.edits, sealBank(raised.bank));
    expect(codes(again.files)).toEqual([]);
    expect(again.bank.versions.get('sums-add')).toEqual([
      fingerprintOf(itemOf(base, 'sums-add')),
      fingerprintOf(itemOf(raised.bank, 'sums-add')),
    ]);
  });

  test('forgets no item that has left', () => {
    const { bank } = sealed();
    const left = new Map([...bank.items].filter(([id]) => id !== 'sums-ten'));
    const text = sealBank({ ...bank, items: left });
    expect(text.ok && text.value).toContain('  sums-ten: [');
  });

  test('with a versions.yaml that cannot be read is no bank', () => {
    const { files } = sealed();
    const broken = files.map((file) =>
      file.path === 'versions.yaml' ? { ...file, text: 'items: { sums-add: [] }' } : file,
    );
    expect(parseBank(broken)).toMatchObject({
      ok: false,
      error: [{ path: 'versions.yaml › items.sums-add' }],
    });
  });
});

describe('the item that a question was made from', () => {
  const v2 = ['family: sums-add', 'family: sums-add\n    version: 2'] as const;

  test('is the one of that version, or none', () => {
    expect(itemAsked(base, 'sums-add', 1)).toBe(itemOf(base, 'sums-add'));
    expect(itemAsked(base, 'sums-add', 2)).toBeNull();
    expect(itemAsked(base, 'no-such', 1)).toBeNull();
  });

  test('is today’s under the version of then where only the judging changed', () => {
    const { bank } = withEdits(
      [v2, ['when: { equals: key }', 'when: { equals: key + 1 }']],
      sealBank(base),
    );
    const { bank: resealed } = withEdits(
      [v2, ['when: { equals: key }', 'when: { equals: key + 1 }']],
      sealBank(bank),
    );
    expect(itemAsked(resealed, 'sums-add', 1)).toEqual({
      ...itemOf(resealed, 'sums-add'),
      version: 1,
    });
  });

  test('is none where it asks something else, or the bank was not sealed', () => {
    const stem = ['What is', 'How much is'] as const;
    const { bank } = withEdits([v2, stem], sealBank(base));
    expect(itemAsked(withEdits([v2, stem], sealBank(bank)).bank, 'sums-add', 1)).toBeNull();
    expect(itemAsked(withEdits([v2]).bank, 'sums-add', 1)).toBeNull();
  });
});
