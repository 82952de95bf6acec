import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import { openSql } from '#lib/server/sql/in-process.ts';
import { sqlPool } from '#lib/server/sql/sql-pool.ts';
import type { Workbench } from '#lib/server/usecases/authors/follow-services.ts';
import { smallBankFiles } from '../../../support/small-bank.ts';

const runSql = await openSql();
/** Starts a thread with the first query, and that one holds up nobody's end. */
const sql = sqlPool();

/** A sound bank as an author has it open. */
export function workbench(files: readonly BankFile[] = smallBankFiles()): Workbench {
  const bank = parseBank(files);
  if (!bank.ok) throw new Error(JSON.stringify(bank.error));
  return { folder: 'bank', bank: bank.value, files, problems: [], runSql, sql };
}
