import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { proveConditions } from './conditions.ts';

/** Choosing exactly the keys earns whole credit, choosing everything none, and the check's conditions hold for them alone. */
export function proveMultipleResponse(
  variant: Variant<ItemOf<'multiple-response'>>,
  complain: Complain,
): void {
  const { keys, options, check } = variant.item;
  const judged = scoreResponse(variant, { kind: 'multiple-response', options: keys });
  if (judged.score !== 1) {
    complain(
      ['rubric'],
      'key-not-full',
      `choosing exactly the keys scores ${judged.score}.`,
      'Let that be the first criterion.',
    );
  }
  const all = scoreResponse(variant, { kind: 'multiple-response', options: Object.keys(options) });
  if (all.score > 0) {
    complain(
      ['rubric', all.criterion ?? 0],
      'everything-pays',
      `choosing every option scores ${all.score}.`,
      'Lower the score of the criterion that gives it.',
    );
  }
  if (check) proveConditions(variant, keys, check, complain);
}
