import type { Tolerance } from '#lib/engine/bank/kinds/criterion.ts';
import { renderMarkdown } from '#lib/engine/template/markup.ts';
import { readSql } from '../readers/read-sql.ts';
import type { ResponseOf } from '../response.ts';
import { scoreSql } from '../scorers/score-sql.ts';
import { tellTolerance } from '../scorers/tolerance.ts';
import { sqlTexts } from '../sql/references.ts';
import { sampleTables } from '../sql/sample-tables.ts';
import type { Kind } from './kind.ts';

const kind = 'sql';

export const sql: Kind<typeof kind> = {
  read: readSql,
  score: scoreSql,
  ask(variant) {
    const texts = sqlTexts(variant);
    return {
      schema: texts ? renderMarkdown(inFence(texts.schema)) : '',
      tables: (texts && sampleTables(texts.schema, texts.sample)) ?? [],
    };
  },
  rule: ({ ordered, columns, tolerance }) =>
    [
      'Your result is compared with the right one on this data and on other data:',
      ordered
        ? 'the same rows in the same order,'
        : 'the same rows in any order, duplicates counted,',
      columns === 'name' ? 'columns by name.' : 'columns by position, whatever their names.',
      isHair(tolerance) ? '' : tellTolerance(tolerance),
    ]
      .join(' ')
      .trim(),
  key(drawn) {
    const key = sqlTexts(drawn)?.references[0];
    return key ? responseOf(key.query, key.id) : null;
  },
  tell: (_, { query }) => inFence(query),
  chosen: () => [],
  guesses: () => [],
  known: (drawn) => [
    ...(sqlTexts(drawn)?.references ?? []).map(({ id, query }) => responseOf(query, id)),
    { kind, query: 'SELECT 1', same: [] },
  ],
};

/** Too little to speak of: rounding, not leeway. */
function isHair(tolerance: Tolerance): boolean {
  return tolerance !== 'exact' && 'relative' in tolerance && tolerance.relative <= 1e-6;
}

function responseOf(query: string, same: string): ResponseOf<typeof kind> {
  return { kind, query, same: [same] };
}

/** Code as Markdown; the fence is longer than any row of backticks in it. */
function inFence(code: string): string {
  const rows = code.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...rows.map((row) => row.length + 1)));
  return `${fence}sql\n${code.trim()}\n${fence}`;
}
