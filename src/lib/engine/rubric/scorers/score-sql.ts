import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import { KEY } from '../sql/references.ts';

/** By the references whose results the query was found to equal when it was submitted. */
export function scoreSql(drawn: Drawn<ItemOf<'sql'>>, { same }: ResponseOf<'sql'>): Judgement {
  return judge(
    drawn,
    ({ when }) => when !== 'otherwise' && same.includes(when === 'key' ? KEY : when.slip),
  );
}
