import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { QuestionView } from '#lib/engine/quiz/question-view.ts';
import type { QueryResult } from './query-result.ts';

/** What every item component gets. It stands inside a form and sends its answer as `answer`. */
export interface AnswerFieldProps<K extends ItemKind = ItemKind> {
  readonly question: QuestionView<K>;
  /** What was sent before, to be shown again after a problem. */
  readonly sent: readonly string[];
  /** Why that could not be read; it has cost nothing. */
  readonly problem: Problem | null;
  /** What a query gave that was tried and not submitted. */
  readonly ran?: QueryResult | null;
  /** Where a query is tried: the address of an action, the page's own unless said. */
  readonly runAction?: string;
  /** Says that the answer is no longer the one that was sent. */
  readonly onedit: () => void;
}

/** Kinds whose options are chosen as they stand, so that a digit can choose one. */
export function choosesOptions(kind: ItemKind): boolean {
  return kind === 'single-choice' || kind === 'multiple-response';
}

/** The element that takes the focus when an answer could not be read. */
export const ANSWER_FIELD = 'answer-field';
export const ANSWER_PROBLEM = 'answer-problem';
