import { expect, test } from 'vitest';
import { checkBankFiles } from '#lib/engine/proof/check-bank.ts';
import { readBankFiles } from '#lib/server/bank/read-files.ts';
import { openSql } from '#lib/server/sql/in-process.ts';

const run = await openSql();

// Every item at every seed: about a minute, the price of never asking an unproved variant.
test('the bank check finds nothing in the question bank', { timeout: 600_000 }, () => {
  expect(checkBankFiles(readBankFiles('question-bank'), run)).toEqual([]);
});
