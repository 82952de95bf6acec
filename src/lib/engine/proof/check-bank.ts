import type { Complain } from '#lib/engine/bank/complain.ts';
import { skillFile } from '#lib/engine/bank/domain-schema.ts';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import { readYaml } from '#lib/engine/bank/yaml-source.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import { proveItem } from './prove-item.ts';

/**
 * Everything that is wrong with a bank: its files and how they fit together, and every item proved.
 * Items are proved even where other files are broken, so that an author sees all there is to mend.
 *
 * @param run runs the queries of items that have some
 * @param wanted limits the work, and what is told, to some files
 */
export function checkBankFiles(
  files: readonly BankFile[],
  run: RunSql,
  wanted: (path: string) => boolean = () => true,
): Problem[] {
  const parsed = parseBank(files);
  const structural = parsed.ok ? [] : parsed.error.filter(({ path }) => wanted(path));
  const proved = files
    .filter(({ path }) => wanted(path) && /\/(?!domain\.yaml$)[^/]+\.yaml$/.test(path))
    .flatMap((file) => proveFile(file, run));
  return [...structural, ...proved];
}

/**
 * The items of one skill's file proved; nothing where it cannot be read.
 *
 * @param run runs the queries of items that have some
 * @param only the id of an item, where the others are not wanted
 */
export function proveFile({ path, text }: BankFile, run: RunSql, only?: string): Problem[] {
  const { source } = readYaml(path, text, skillFile);
  const problems: Problem[] = [];
  source?.value.items.forEach((item, index) => {
    if (only !== undefined && item.id !== only) return;
    const complain: Complain = (at, code, message, hint) => {
      problems.push(source.problem(['items', index, ...at], code, `${item.id}: ${message}`, hint));
    };
    proveItem(item, complain, run);
  });
  return problems;
}
