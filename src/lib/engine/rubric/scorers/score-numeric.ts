import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { type Drawn, compute } from '#lib/engine/template/instantiate.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import { isClose } from './tolerance.ts';

export function scoreNumeric(
  drawn: Drawn<ItemOf<'numeric'>>,
  { value }: ResponseOf<'numeric'>,
): Judgement {
  return judge(drawn, ({ when }) => {
    if (when === 'otherwise') return true;
    if ('equals' in when) {
      const wanted = numberOf(drawn, when.equals);
      return wanted !== null && isClose(value, wanted, when.tolerance ?? drawn.item.tolerance);
    }
    const [low, high] = when.between.map((bound) => numberOf(drawn, bound));
    return low != null && high != null && value >= low && value <= high;
  });
}

/** Null where the expression gives no number: the bank check refuses such an item, so no learner meets one. */
export function numberOf(drawn: Drawn, expression: string): number | null {
  const result = compute(drawn, expression);
  return result.ok && typeof result.value === 'number' ? result.value : null;
}
