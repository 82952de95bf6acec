import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { readSql } from '#lib/engine/rubric/readers/read-sql.ts';
import { onBoth, sameAs, sqlTexts } from '#lib/engine/rubric/sql/references.ts';
import { type Variant, instantiate } from '#lib/engine/template/instantiate.ts';
import { type QueryResult, firstRows, notRun, pairs } from '../run-query.ts';
import { type Gave, tellGave } from './describe/sql.ts';
import type { Workbench } from './follow-services.ts';

/** What a typed query gave, and which of the item's own it equals. */
export interface TriedQuery {
  /** "key" or ids of slips. */
  readonly same: readonly string[];
  readonly sample: Gave;
  readonly hidden: Gave;
}

/** One author works at a time. */
const owner = 'author';

/**
 * Runs a query on the sample alone, as the button beside the field does.
 *
 * @returns null where the bank has no such item, or it cannot be shown at this seed
 */
export async function runTyped(
  { bank, sql }: Workbench,
  id: string,
  seed: number,
  sent: readonly string[],
): Promise<Result<QueryResult, Problem> | null> {
  const item = bank?.items.get(id)?.item;
  const variant = item && instantiate(item, seed);
  const asked = variant?.ok ? askedTexts(variant.value) : null;
  if (!asked) return null;
  const query = readSql(asked.variant, sent);
  if (!query.ok) return query;
  const { schema, sample } = asked.texts;
  const ran = await sql.run(owner, [{ schema, data: sample, query: query.value.response.query }]);
  if (!ran.ok) return ran;
  const [outcome] = ran.value;
  if (!outcome) return notRun;
  return outcome.ok ? ok(firstRows(outcome.value)) : outcome;
}

/** Runs a query on both data sets, after the item's own and under the limits that hold for learners. */
export async function compareTyped(
  { sql }: Workbench,
  variant: Variant,
  query: string,
): Promise<Result<TriedQuery, Problem>> {
  const asked = askedTexts(variant);
  if (!asked) return notRun;
  const { texts } = asked;
  const queries = [...texts.references.map((each) => each.query), query];
  const ran = await sql.run(
    owner,
    queries.flatMap((each) => onBoth(texts, each)),
  );
  if (!ran.ok) return ran;
  const results = pairs(ran.value);
  const own = results.at(-1);
  if (!own) return notRun;
  // The quiz cannot read it either.
  if (!own[0].ok) return fail(own[0].error);
  const references = texts.references.flatMap(({ id }, place) => {
    const gave = results[place];
    return gave ? [{ id, gave }] : [];
  });
  return ok({
    same: sameAs(own, references, asked.variant.item),
    sample: tellGave(own[0]),
    hidden: tellGave(own[1]),
  });
}

function askedTexts(variant: Variant) {
  const { item } = variant;
  if (item.kind !== 'sql') return null;
  const own = { ...variant, item };
  const texts = sqlTexts(own);
  return texts && { variant: own, texts };
}
