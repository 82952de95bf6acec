import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { numberOf } from '#lib/engine/rubric/scorers/score-numeric.ts';
import { isClose } from '#lib/engine/rubric/scorers/tolerance.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { proveFullScore } from './full-score.ts';

/** Only the right pairs earn whole credit, and the check finds for each left side its own right side alone. */
export function proveMatching(variant: Variant<ItemOf<'matching'>>, complain: Complain): void {
  proveFullScore(variant, complain);
  const { check } = variant.item;
  if (!check) return;
  const sides = Object.entries(check).map(([id, { left, right }]) => ({
    id,
    left: left === undefined ? null : valueOf(id, 'left', left),
    right: valueOf(id, 'right', right),
  }));
  function valueOf(id: string, side: string, expression: string): number | null {
    const value = numberOf(variant, expression);
    if (value === null) {
      complain(
        ['check', id, side],
        'check-fails',
        `"${expression}" gives no number.`,
        'Mend the expression.',
      );
    }
    return value;
  }
  for (const { id, left } of sides) {
    if (left === null) continue;
    for (const other of sides) {
      if (other.right === null) continue;
      const agree = isClose(other.right, left, { relative: 1e-6 });
      if (agree === (other.id === id)) continue;
      complain(
        ['check', id],
        'check-disagrees',
        `the check gives ${left} for the left of "${id}" and ${other.right} for the right of "${other.id}".`,
        'Mend the pair or the check, or add a constraint that keeps the pairs apart.',
      );
    }
  }
}
