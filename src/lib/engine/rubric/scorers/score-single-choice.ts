import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

export function scoreSingleChoice(
  drawn: Drawn<ItemOf<'single-choice'>>,
  { option }: ResponseOf<'single-choice'>,
): Judgement {
  return judge(drawn, ({ when }) => when !== 'otherwise' && when.option === option);
}
