import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { QueryResult } from '#lib/ui/items/query-result.ts';
import type { PageData } from './$types';

/** A judged answer, shown before the next question in practice. Texts are HTML made safe on the server. */
export type AnswerReview = NonNullable<PageData['review']>;

/** What comes back when an answer was not taken: unreadable, to be confirmed as `echo`, or tried with `ran` as its result. */
export interface AnswerForm {
  readonly problem?: Problem | null;
  readonly echo?: string | null;
  readonly ran?: QueryResult | null;
  readonly sent?: readonly string[];
  readonly certainty?: string;
}
