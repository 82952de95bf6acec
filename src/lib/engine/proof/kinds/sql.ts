import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { oneSelect } from '#lib/engine/rubric/sql/one-select.ts';
import {
  KEY,
  type OnBoth,
  type SqlTexts,
  gaveOnBoth,
  isSameOnBoth,
  sqlTexts,
} from '#lib/engine/rubric/sql/references.ts';
import { isSameTable } from '#lib/engine/rubric/sql/same-table.ts';
import { sampleTables } from '#lib/engine/rubric/sql/sample-tables.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import { is, tokensOf } from '#lib/engine/rubric/sql/tokens.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';

type Sql = Variant<ItemOf<'sql'>>;

/** More rows of a table than a learner takes in at a glance. */
const mostSampleRows = 15;

/**
 * Every query runs on both data sets, the check gives what the key gives, no slip does, no two slips are
 * the same, and the sample is shown as it is.
 */
export function proveSql(variant: Sql, complain: Complain, run: RunSql): void {
  const texts = sqlTexts(variant);
  if (!texts) {
    complain(['key'], 'not-computable', 'a placeholder does not compute.', 'Mend the placeholder.');
    return;
  }
  if (!proveSample(texts, complain, run)) return;
  const gave = new Map<string, OnBoth>();
  for (const { id, query } of [...texts.references, { id: 'check', query: texts.check }]) {
    const result = proveRuns(texts, query, placeOf(id), complain, run);
    if (result) gave.set(id, result);
  }
  if (gave.size <= texts.references.length) return;
  proveApart(variant, texts, gave, complain);
  proveKeyResult(variant, texts, gave.get(KEY), complain, run);
}

/** What the learner is shown as tables is what the database holds. */
function proveSample(texts: SqlTexts, complain: Complain, run: RunSql): boolean {
  const tables = sampleTables(texts.schema, texts.sample);
  if (!tables) {
    complain(
      ['sample'],
      'sample-form',
      'the sample cannot be shown as tables.',
      'Write INSERT INTO … VALUES with plain values, for tables of the schema.',
    );
    return false;
  }
  for (const { name, columns, rows } of tables) {
    const query = `SELECT * FROM "${name}"`;
    const held = run({ schema: texts.schema, data: texts.sample, query });
    const how = { columns: 'name', ordered: false, tolerance: 'exact' } as const;
    if (!held.ok || !isSameTable({ columns, rows }, held.value, how)) {
      complain(
        ['sample'],
        held.ok ? 'sample-differs' : held.error.code,
        held.ok
          ? `the database keeps other values in ${name} than are written.`
          : held.error.message,
        'Mend the schema or the values: a column’s type may change them.',
      );
      return false;
    }
    if (rows.length > mostSampleRows) {
      complain(
        ['sample'],
        'sample-long',
        `${name} has ${rows.length} rows.`,
        `Show at most ${mostSampleRows}; the hidden data may have more.`,
      );
    }
  }
  return true;
}

/** What a query gives on both data sets; null, with a complaint, where it is refused or fails. */
function proveRuns(
  texts: SqlTexts,
  query: string,
  at: PropertyKey[],
  complain: Complain,
  run: RunSql,
): OnBoth | null {
  const allowed = oneSelect(query);
  if (!allowed.ok) {
    complain(at, allowed.error.code, allowed.error.message, 'Write one SELECT or WITH … SELECT.');
    return null;
  }
  const gave = gaveOnBoth(run, texts, query);
  for (const [place, outcome] of gave.entries()) {
    if (outcome.ok) continue;
    complain(
      at,
      outcome.error.code,
      `on the ${place === 0 ? 'sample' : 'hidden data'}: ${outcome.error.message}`,
      'Mend the query, or the data it runs on.',
    );
  }
  return gave.every(({ ok }) => ok) ? gave : null;
}

/** The check is the key's equal, and of the key and the slips no two are. */
function proveApart(
  { item }: Sql,
  { references }: SqlTexts,
  gave: ReadonlyMap<string, OnBoth>,
  complain: Complain,
): void {
  const isSame = (one: string, other: string) => {
    const [a, b] = [gave.get(one), gave.get(other)];
    return a !== undefined && b !== undefined && isSameOnBoth(a, b, item);
  };
  if (!isSame('check', KEY)) {
    complain(
      ['check'],
      'check-disagrees',
      'the check gives another result than the key.',
      'Mend the key or the check.',
    );
  }
  references.forEach(({ id }, place) => {
    for (const { id: other } of references.slice(0, place)) {
      if (!isSame(id, other) && !isSame(other, id)) continue;
      complain(
        placeOf(id),
        other === KEY ? 'slip-is-key' : 'slips-alike',
        `"${id}" gives what "${other}" gives, on both data sets.`,
        'Add rows to the hidden data that tell them apart.',
      );
    }
  });
}

/** The key shows something on the sample, and its order and its names leave no choice where they count. */
function proveKeyResult(
  { item }: Sql,
  texts: SqlTexts,
  gave: OnBoth | undefined,
  complain: Complain,
  run: RunSql,
): void {
  const key = texts.references[0]?.query ?? '';
  const [sample] = gave ?? [];
  if (!sample?.ok) return;
  if (sample.value.rows.length === 0) {
    complain(['key'], 'key-empty', 'the key returns no row on the sample.', 'Add rows it returns.');
  }
  const names = sample.value.columns.map((name) => name.toLowerCase());
  if (item.columns === 'name' && new Set(names).size < names.length) {
    complain(
      ['key'],
      'columns-alike',
      'two columns of the key have the same name.',
      'Rename one with AS, or compare by position.',
    );
  }
  if (!item.ordered) return;
  const isOrdered = tokensOf(key).some(
    (token, place, all) => is(token, 'BY') && is(all[place - 1], 'ORDER'),
  );
  const turned = gave?.map((_, place) => {
    const data = place === 0 ? texts.sample : texts.hidden;
    return run({
      schema: texts.schema,
      data: `${data.replace(/;\s*$/, '')};${turnedRound(texts)}`,
      query: key,
    });
  });
  const [one, two] = turned ?? [];
  if (isOrdered && gave && one && two && isSameOnBoth([one, two], gave, item)) return;
  complain(
    ['key'],
    'order-open',
    isOrdered
      ? 'the order of the key’s rows hangs on the order in which they were inserted.'
      : 'the order counts, and the key has no ORDER BY.',
    'Let ORDER BY decide between any two rows.',
  );
}

/** Tables that hide those of the schema and hold the same rows from last to first. */
function turnedRound({ schema }: SqlTexts): string {
  return (sampleTables(schema, '') ?? [])
    .map(
      ({ name }) =>
        `CREATE TEMP TABLE "${name}" AS SELECT * FROM main."${name}" ORDER BY rowid DESC`,
    )
    .join(';');
}

/** Where a query stands in its item. */
function placeOf(id: string): PropertyKey[] {
  return id === KEY || id === 'check' ? [id] : ['slips', id];
}
