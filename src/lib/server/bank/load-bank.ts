import type { Bank } from '#lib/engine/bank/bank.ts';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import { readBankFiles } from './read-files.ts';

/**
 * The bank of a folder.
 *
 * @throws Error listing every problem: a server never starts on half a bank
 */
export function loadBank(folder: string): Bank {
  const bank = parseBank(readBankFiles(folder));
  if (bank.ok) return bank.value;
  const list = bank.error.map(
    ({ path, line, code, message }) => `  ${path}${line ? `:${line}` : ''} ${code}: ${message}`,
  );
  throw new Error(
    `The question bank in ${folder} has problems; npm run bank -- check tells more.\n${list.join('\n')}`,
  );
}
