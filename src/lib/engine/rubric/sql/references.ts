import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { type Drawn, fillIn } from '#lib/engine/template/instantiate.ts';
import { type Comparison, isSameTable } from './same-table.ts';
import type { RunSql, SqlOutcome, SqlScript } from './table.ts';

/** The name of the query whose result is right; the others are named by their slips. */
export const KEY = 'key';

/** A query whose result on both data sets is known, or will be. */
export interface Reference {
  readonly id: string;
  readonly query: string;
}

/** What came of a query on the sample and on the hidden data. */
export type OnBoth = readonly [sample: SqlOutcome, hidden: SqlOutcome];

/** The texts of an item that are SQL, in the values of this draw. */
export interface SqlTexts {
  readonly schema: string;
  readonly sample: string;
  readonly hidden: string;
  readonly check: string;
  /** The key, then the slips. */
  readonly references: readonly Reference[];
}

/** Null where a placeholder does not compute, which the bank check refuses. */
export function sqlTexts(drawn: Drawn<ItemOf<'sql'>>): SqlTexts | null {
  const { schema, sample, hidden, check, key, slips } = drawn.item;
  const filled = [schema, sample, hidden, check, key, ...Object.values(slips)].map((text) => {
    const written = fillIn(text, drawn.scope);
    return written.ok ? written.value : null;
  });
  const texts = filled.filter((text) => text !== null);
  if (texts.length < filled.length) return null;
  const [ddl = '', first = '', second = '', again = '', ...queries] = texts;
  const ids = [KEY, ...Object.keys(slips)];
  return {
    schema: ddl,
    sample: first,
    hidden: second,
    check: again,
    references: ids.map((id, place) => ({ id, query: queries[place] ?? '' })),
  };
}

/** A query on the sample and on the hidden data. */
export function onBoth(
  { schema, sample, hidden }: SqlTexts,
  query: string,
): [SqlScript, SqlScript] {
  return [
    { schema, data: sample, query },
    { schema, data: hidden, query },
  ];
}

/** What a query gives on both, run at once: for queries that are trusted. */
export function gaveOnBoth(run: RunSql, texts: SqlTexts, query: string): OnBoth {
  const [sample, hidden] = onBoth(texts, query);
  return [run(sample), run(hidden)];
}

/** True where two queries gave the same result on both data sets; one that failed equals nothing. */
export function isSameOnBoth(own: OnBoth, other: OnBoth, how: Comparison): boolean {
  return own.every((outcome, place) => {
    const wanted = other[place];
    return outcome.ok && wanted?.ok === true && isSameTable(outcome.value, wanted.value, how);
  });
}

/** The references, with what they gave, whose results a query equals. */
export function sameAs(
  own: OnBoth,
  references: readonly { readonly id: string; readonly gave: OnBoth }[],
  how: Comparison,
): string[] {
  return references.filter(({ gave }) => isSameOnBoth(own, gave, how)).map(({ id }) => id);
}
