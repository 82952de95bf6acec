import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

export function scoreMultipleResponse(
  drawn: Drawn<ItemOf<'multiple-response'>>,
  response: ResponseOf<'multiple-response'>,
): Judgement {
  const chosen = new Set(response.options);
  return judge(
    drawn,
    ({ when }) => {
      if (when === 'otherwise') return true;
      if ('chosen' in when) return chosen.has(when.chosen);
      if ('missed' in when) return !chosen.has(when.missed);
      return isExactly(chosen, when.exactly);
    },
    creditOf(drawn.item, chosen),
  );
}

/**
 * The credit rule's score in [0, 1].
 *
 * - all-or-nothing: 1 for exactly the keys, else 0.
 * - right-minus-wrong: keys chosen / keys − others chosen / the fewer of keys and others, never below 0; so
 *   choosing everything earns 0, also where most options are keys.
 */
function creditOf(item: ItemOf<'multiple-response'>, chosen: ReadonlySet<string>): number {
  if (item.credit === 'all-or-nothing') return isExactly(chosen, item.keys) ? 1 : 0;
  const right = item.keys.filter((key) => chosen.has(key)).length;
  const others = Object.keys(item.options).length - item.keys.length;
  const taken = (chosen.size - right) / Math.max(1, Math.min(item.keys.length, others));
  return Math.max(0, right / item.keys.length - taken);
}

function isExactly(chosen: ReadonlySet<string>, ids: readonly string[]): boolean {
  return chosen.size === ids.length && ids.every((id) => chosen.has(id));
}
