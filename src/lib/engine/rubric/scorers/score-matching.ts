import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

export function scoreMatching(
  drawn: Drawn<ItemOf<'matching'>>,
  { pairs }: ResponseOf<'matching'>,
): Judgement {
  const chosen = new Map(pairs);
  return judge(
    drawn,
    ({ when }) => when === 'otherwise' || chosen.get(when.pair[0]) === when.pair[1],
    creditOf(drawn.item, chosen),
  );
}

/**
 * The credit rule's score in [0, 1].
 *
 * - all-or-nothing: 1 for every pair right, else 0.
 * - pairs-right: the share of pairs that are right.
 */
function creditOf(item: ItemOf<'matching'>, chosen: ReadonlyMap<string, string>): number {
  const lefts = Object.keys(item.pairs);
  const right = lefts.filter((id) => chosen.get(id) === id).length;
  return item.credit === 'pairs-right' ? right / lefts.length : Number(right === lefts.length);
}
