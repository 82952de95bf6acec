import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import type { Bank } from '#lib/engine/bank/bank.ts';
import type { sealBank } from '#lib/engine/proof/seal-bank.ts';
import { smallBankFiles } from '../../support/small-bank.ts';

export const sums = 'arithmetic/sums.yaml';

export type Edit = readonly [from: string, to: string];

/** The small bank with edits of its sums, and with a versions.yaml where one was sealed. */
export function withEdits(
  edits: readonly Edit[],
  sealed?: ReturnType<typeof sealBank>,
): { readonly edits: readonly Edit[]; readonly files: BankFile[]; readonly bank: Bank } {
  const edited = smallBankFiles().map((file) =>
    file.path === sums ? { ...file, text: edits.reduce(edit, file.text) } : file,
  );
  if (sealed && !sealed.ok) throw new Error(JSON.stringify(sealed.error));
  const files = sealed ? [...edited, { path: 'versions.yaml', text: sealed.value }] : edited;
  const bank = parseBank(files);
  if (!bank.ok) throw new Error(JSON.stringify(bank.error, null, 2));
  return { edits, files, bank: bank.value };
}

function edit(text: string, [from, to]: Edit): string {
  if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${sums}`);
  return text.replace(from, () => to);
}
