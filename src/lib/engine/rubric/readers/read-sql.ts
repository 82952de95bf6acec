import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { longestQuery } from '#lib/engine/bank/kinds/sql.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { type Reading, unreadable } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import { oneSelect } from '../sql/one-select.ts';

/** The query as it may be run; what its results equal is not known before it has been. */
export function readSql(
  _: Variant<ItemOf<'sql'>>,
  sent: readonly string[],
): Reading<ResponseOf<'sql'>> {
  const query = (sent[0] ?? '').replace(/\r\n?/g, '\n').trim();
  if (query.length > longestQuery) {
    return unreadable(
      'query-too-long',
      `That is ${query.length} characters; ${longestQuery} are the most.`,
      'Write a shorter query.',
    );
  }
  const passed = oneSelect(query);
  return passed.ok ? ok({ response: { kind: 'sql', query, same: [] }, echo: null }) : passed;
}
