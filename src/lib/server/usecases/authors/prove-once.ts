import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { BankFile } from '#lib/engine/bank/parse-bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { checkItemAlone } from '#lib/engine/proof/check-bank.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import { type CriterionReach, criterionReach } from '#lib/engine/proof/criterion-reach.ts';

/** What every seed of an item shows. */
export interface Proof {
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
  readonly reach: CriterionReach;
}

const proved = new Map<string, { readonly text: string; readonly proof: Proof }>();

/** Going through every seed takes seconds for a few items, so it is done anew only when their file changes. */
export function proveOnce(item: Item, file: BankFile, run: RunSql): Proof {
  const earlier = proved.get(item.id);
  if (earlier?.text === file.text) return earlier.proof;
  const proof = { ...checkItemAlone(file, run, item.id), reach: criterionReach(item) };
  proved.set(item.id, { text: file.text, proof });
  return proof;
}
