import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

export function scoreOrdering(
  drawn: Drawn<ItemOf<'ordering'>>,
  { order }: ResponseOf<'ordering'>,
): Judgement {
  const place = new Map(order.map((id, index) => [id, index]));
  return judge(
    drawn,
    ({ when }) => {
      if (when === 'otherwise') return true;
      if ('order' in when) return isSame(order, when.order);
      const [first, second] = when.before.map((id) => place.get(id));
      return first !== undefined && second !== undefined && first < second;
    },
    creditOf(drawn.item, order),
  );
}

/**
 * The credit rule's score in [0, 1].
 *
 * - all-or-nothing: 1 for the key, else 0.
 * - adjacent-pairs: of the n − 1 neighbours in the key, the share that stand next to each other, in
 *   that order, in the response; so one entry out of place costs its neighbours and nothing else.
 */
function creditOf(item: ItemOf<'ordering'>, order: readonly string[]): number {
  const key = Object.keys(item.entries);
  if (isSame(order, key)) return 1;
  if (item.credit === 'all-or-nothing' || key.length < 2) return 0;
  const next = new Map(order.map((id, index) => [id, order[index + 1]]));
  const kept = key.filter((id, index) => index > 0 && next.get(key[index - 1] ?? '') === id);
  return kept.length / (key.length - 1);
}

function isSame(order: readonly string[], other: readonly string[]): boolean {
  return order.length === other.length && order.every((id, place) => id === other[place]);
}
