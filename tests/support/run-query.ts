import { gaveOnBoth, sameAs, sqlTexts } from '#lib/engine/rubric/sql/references.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { openSql } from '#lib/server/sql/in-process.ts';

const run = await openSql();

/** A response as the server keeps it: of a query, with the references it equals, all of them run. */
export function afterRunning(variant: Variant, response: Response): Response {
  if (response.kind !== 'sql') return response;
  const { item } = variant;
  const texts = item.kind === 'sql' ? sqlTexts({ ...variant, item }) : null;
  if (item.kind !== 'sql' || !texts) throw new Error(`${item.id} has no queries`);
  const references = texts.references.map(({ id, query }) => ({
    id,
    gave: gaveOnBoth(run, texts, query),
  }));
  return { ...response, same: sameAs(gaveOnBoth(run, texts, response.query), references, item) };
}
