import type { Item } from '#lib/engine/bank/item-schema.ts';
import { tellResponse } from '#lib/engine/rubric/registry.ts';
import {
  KEY,
  type OnBoth,
  isSameOnBoth,
  gaveOnBoth,
  sqlTexts,
} from '#lib/engine/rubric/sql/references.ts';
import { isSameTable } from '#lib/engine/rubric/sql/same-table.ts';
import { type SampleTable, sampleTables } from '#lib/engine/rubric/sql/sample-tables.ts';
import type { RunSql, SqlOutcome } from '#lib/engine/rubric/sql/table.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { renderMarkdown } from '#lib/engine/template/markup.ts';
import { type QueryResult, firstRows } from '../../run-query.ts';

/** What a query gave on one data set. */
export interface Gave {
  /** Null where it failed; then `trouble` says why. */
  readonly table: QueryResult | null;
  readonly trouble: string | null;
}

export interface QueryView {
  /** "key", "check", or the id of a slip. */
  readonly id: string;
  /** HTML. */
  readonly html: string;
  readonly sample: Gave;
  readonly hidden: Gave;
  /** In words, for a slip; null for key and check. */
  readonly apartFromKey: string | null;
}

/** What only authors see of an SQL item at a seed. */
export interface SqlView {
  /** INSERTs, in the values of this draw. */
  readonly hiddenSource: string;
  /** What they insert; null where they are more than plain values. */
  readonly hiddenTables: readonly SampleTable[] | null;
  readonly queries: readonly QueryView[];
}

/** Null for another kind, or where a placeholder does not compute. */
export function describeSql(variant: Variant, run: RunSql): SqlView | null {
  const { item } = variant;
  const texts = item.kind === 'sql' ? sqlTexts({ ...variant, item }) : null;
  if (item.kind !== 'sql' || !texts) return null;
  const [key, ...slips] = texts.references;
  const gave = (query: string) => gaveOnBoth(run, texts, query);
  const ofKey = gave(key?.query ?? '');
  const viewOf = (id: string, query: string, both = gave(query)) => ({
    id,
    html: renderMarkdown(tellResponse(variant, { kind: 'sql', query, same: [] })),
    sample: tellGave(both[0]),
    hidden: tellGave(both[1]),
    apartFromKey: id === KEY || id === 'check' ? null : tellApart(both, ofKey, item),
  });
  return {
    hiddenSource: texts.hidden,
    hiddenTables: sampleTables(texts.schema, texts.hidden),
    queries: [
      viewOf(KEY, key?.query ?? '', ofKey),
      viewOf('check', texts.check),
      ...slips.map(({ id, query }) => viewOf(id, query)),
    ],
  };
}

export function tellGave(outcome: SqlOutcome): Gave {
  return outcome.ok
    ? { table: firstRows(outcome.value), trouble: null }
    : { table: null, trouble: outcome.error.message };
}

/** On which data a wrong query shows itself. */
function tellApart(own: OnBoth, key: OnBoth, item: Item & { kind: 'sql' }): string {
  if (own.some(({ ok }) => !ok)) return 'It fails.';
  if (isSameOnBoth(own, key, item)) return 'It gives what the key gives.';
  const [sample, hidden] = own.map((outcome, place) => {
    const wanted = key[place];
    return outcome.ok && wanted?.ok === true && isSameTable(outcome.value, wanted.value, item);
  });
  if (sample) return 'Another result than the key’s on the hidden data only.';
  return hidden
    ? 'Another result than the key’s on the sample only.'
    : 'Another result than the key’s on both data sets.';
}
