import type { Bank } from '#lib/engine/bank/bank.ts';
import type { CriterionReach } from '#lib/engine/proof/criterion-reach.ts';
import type { QuestionView } from '#lib/engine/quiz/question-view.ts';
import { showQuestion } from '#lib/engine/quiz/show-question.ts';
import { chosenOptions, keyResponse, tellResponse } from '#lib/engine/rubric/registry.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { renderInline, renderMarkdown } from '#lib/engine/template/markup.ts';
import { type CheckView, describeCheck } from './describe/check.ts';
import { type PointView, describePoints } from './describe/expression.ts';
import { type CriterionView, describeRubric } from './describe/rubric.ts';
import { type SqlView, describeSql } from './describe/sql.ts';

/** What the page of an item shows of one seed. Texts are HTML. */
export interface SeedView {
  readonly question: QuestionView;
  readonly options: readonly {
    readonly id: string;
    readonly html: string;
    readonly isKey: boolean;
  }[];
  /** Null where it does not compute. */
  readonly key: string | null;
  readonly check: CheckView;
  readonly rubric: readonly CriterionView[];
  /** Of an expression, some points at which answers are tried; else none. */
  readonly points: readonly PointView[];
  /** Null for another kind than SQL. */
  readonly sql: SqlView | null;
  readonly explanation: string;
}

export function viewSeed(
  variant: Variant,
  bank: Bank,
  reach: CriterionReach,
  run: RunSql,
): SeedView | null {
  const { item, seed } = variant;
  const question = showQuestion(
    { position: 1, itemId: item.id, itemVersion: item.version, seed },
    bank,
  );
  if (!question) return null;
  const key = keyResponse(variant);
  const sql = describeSql(variant, run);
  const keys = key ? chosenOptions(item, key) : [];
  return {
    question,
    options: variant.options.map(({ id, text }) => ({
      id,
      html: text.includes('```') ? renderMarkdown(text) : renderInline(text.trim()),
      isKey: keys.includes(id),
    })),
    key: key && renderMarkdown(tellResponse(variant, key)),
    check: describeCheck(variant, run),
    rubric: describeRubric(variant, bank, reach, sql),
    points: describePoints(variant),
    sql,
    explanation: renderMarkdown(variant.explanation),
  };
}
