import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { type CriterionReach, criteriaDeciding } from '#lib/engine/proof/criterion-reach.ts';
import { feedbackOf } from '#lib/engine/rubric/judgement.ts';
import { keyResponse, tellResponse } from '#lib/engine/rubric/registry.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { renderInline, renderMarkdown } from '#lib/engine/template/markup.ts';
import { formulaHtml } from './expression.ts';
import type { SqlView } from './sql.ts';
import { asWritten, meaningOf } from './values.ts';

export interface CriterionView {
  /** As written. */
  readonly when: string;
  /** What the condition names, at this seed; HTML. */
  readonly meanings: readonly string[];
  /** In [0, 1], or "credit". */
  readonly score: number | 'credit';
  /** HTML. */
  readonly feedback: string;
  readonly misconception: string | null;
  /** False where an earlier criterion speaks for every response that this one is about. */
  readonly decides: boolean;
  /** Of how many seeds at how many it decides; null where one seed tells of all. */
  readonly reach: { readonly seeds: number; readonly deciding: number } | null;
}

type Criterion = Item['rubric'][number];

export function describeRubric(
  variant: Variant,
  bank: Bank,
  reach: CriterionReach,
  sql: SqlView | null,
): CriterionView[] {
  const rubric: readonly Criterion[] = variant.item.rubric;
  const deciding = criteriaDeciding(variant);
  return rubric.map((criterion, index) => ({
    when: whenText(criterion),
    meanings: meaningsOf(variant, criterion, sql),
    score: criterion.score,
    feedback: feedbackHtml(variant, index),
    misconception: misconceptionTitle(bank, criterion.misconception),
    decides: deciding.has(index),
    reach: reach.seeds > 1 ? { seeds: reach.seeds, deciding: reach.deciding[index] ?? 0 } : null,
  }));
}

/** A criterion's condition as its author wrote it, without the braces around. */
export function whenText({ when }: Criterion): string {
  return asWritten(when).replace(/^\{ (.*) \}$/s, '$1');
}

/** A criterion's feedback at a seed, HTML. */
export function feedbackHtml(variant: Variant, criterion: number): string {
  const score = 0;
  return renderMarkdown(feedbackOf(variant, { score, criterion, misconception: null }) ?? '');
}

export function misconceptionTitle(bank: Bank, id: string | null | undefined): string | null {
  return id == null ? null : (bank.misconceptions.get(id)?.title ?? id);
}

function meaningsOf(variant: Variant, { when }: Criterion, sql: SqlView | null): string[] {
  const { item } = variant;
  if (when === 'otherwise') return [];
  if (when === 'other-form') return ['The key’s values, not in the form that is asked for.'];
  if (typeof when === 'string') {
    if (sql) return ['The key’s result on both data sets.'];
    const key = keyResponse(variant);
    return key ? [renderInline(tellResponse(variant, key))] : [];
  }
  if ('slip' in when) {
    const slip = sql?.queries.find(({ id }) => id === when.slip);
    return slip?.apartFromKey ? [slip.apartFromKey] : [];
  }
  if (item.kind === 'expression' && 'equals' in when && typeof when.equals === 'string') {
    const html = formulaHtml({ ...variant, item }, when.equals);
    return html === null ? [] : [html];
  }
  return Object.values(when)
    .flatMap((part: unknown) => (Array.isArray(part) ? (part as unknown[]) : [part]))
    .flatMap((word) => (typeof word === 'string' ? (meaningOf(variant, word) ?? []) : []));
}
