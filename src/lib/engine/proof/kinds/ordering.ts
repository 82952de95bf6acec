import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { numberOf } from '#lib/engine/rubric/scorers/score-numeric.ts';
import { isClose } from '#lib/engine/rubric/scorers/tolerance.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { proveFullScore } from './full-score.ts';

/** Only the key's order earns whole credit, and the numbers of the check ascend in it. */
export function proveOrdering(variant: Variant<ItemOf<'ordering'>>, complain: Complain): void {
  proveFullScore(variant, complain);
  const { entries, check } = variant.item;
  if (!check) return;
  let before: { readonly id: string; readonly value: number } | null = null;
  for (const id of Object.keys(entries)) {
    const value = numberOf(variant, check[id] ?? '');
    if (value === null) {
      complain(
        ['check', id],
        'check-fails',
        `"${check[id] ?? ''}" gives no number.`,
        'Mend the expression.',
      );
      return;
    }
    // A tie would make two orders right.
    if (before && (value < before.value || isClose(value, before.value, 'exact'))) {
      complain(
        ['check', id],
        'check-disagrees',
        `the check gives ${value} for "${id}", which is to come after "${before.id}" with ${before.value}.`,
        'Mend the order or the check, or add a constraint that keeps them apart.',
      );
    }
    before = { id, value };
  }
}
