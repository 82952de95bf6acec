import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { proveConditions } from './conditions.ts';

/** Choosing exactly the keys earns whole credit, and the check's conditions hold for them alone. */
export function proveMultipleResponse(
  variant: Variant<ItemOf<'multiple-response'>>,
  complain: Complain,
): void {
  const { keys, check } = variant.item;
  const judged = scoreResponse(variant, { kind: 'multiple-response', options: keys });
  if (judged.score !== 1) {
    complain(
      ['rubric'],
      'key-not-full',
      `choosing exactly the keys scores ${judged.score}.`,
      'Let that be the first criterion.',
    );
  }
  if (check) proveConditions(variant, keys, check, complain);
}
