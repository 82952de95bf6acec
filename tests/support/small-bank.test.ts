import { expect, test } from 'vitest';
import { checkBankFiles } from '#lib/engine/proof/check-bank.ts';
import { smallBank, smallBankFiles } from './small-bank.ts';
import { openSql } from '#lib/server/sql/in-process.ts';

const run = await openSql();

test('the bank check finds nothing wrong with the small bank', () => {
  expect(checkBankFiles(smallBankFiles(), run).problems).toEqual([]);
});

test('the small bank has two domains of two skills, each with an item of every kind', () => {
  const bank = smallBank();
  expect(bank.domains.map(({ skills }) => skills.map(({ id }) => id))).toEqual([
    ['sums', 'fractions'],
    ['sets', 'conditions'],
  ]);
  for (const { items } of bank.skills.values()) {
    expect(items.map(({ kind }) => kind)).toEqual([
      'numeric',
      'single-choice',
      'multiple-response',
    ]);
  }
});
