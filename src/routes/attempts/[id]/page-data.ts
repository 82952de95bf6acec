import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { PageData } from './$types';

/** A judged answer, shown before the next question in practice. Texts are HTML made safe on the server. */
export type AnswerReview = NonNullable<PageData['review']>;

/** What comes back when an answer was not taken: unreadable, or to be confirmed as `echo`. */
export interface AnswerForm {
  readonly problem?: Problem | null;
  readonly echo?: string | null;
  readonly sent?: readonly string[];
  readonly certainty?: string;
}
