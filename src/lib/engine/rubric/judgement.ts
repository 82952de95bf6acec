import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail } from '#lib/engine/kernel/result.ts';
import { type Drawn, fillIn } from '#lib/engine/template/instantiate.ts';

/** What the rubric says of a response. */
export interface Judgement {
  /** In [0, 1]. */
  readonly score: number;
  /** Place of the criterion that decided, from 0; null where none held. */
  readonly criterion: number | null;
  readonly misconception: string | null;
}

/** What a reader gives: the response, and how it was understood where that is worth showing. */
export interface Read<R> {
  readonly response: R;
  /** Plain text to confirm before the answer counts; null where what was sent says it already. */
  readonly echo: string | null;
}

export type Reading<R> = Result<Read<R>, Problem>;

/** A response that cannot be read costs nothing: the learner is told why and asked again. */
export function unreadable(code: string, message: string, hint: string) {
  return fail<Problem>({ code, path: 'answer', message, hint });
}

/**
 * The judgement of the first criterion whose condition holds.
 *
 * @param holds tells whether the criterion's condition is met by the response
 * @param credit score of a criterion that says "credit", and of no criterion holding; 0 but where
 *   the kind has a credit rule
 */
export function judge<I extends Item>(
  { item }: Drawn<I>,
  holds: (criterion: I['rubric'][number]) => boolean,
  credit = 0,
): Judgement {
  const rubric: readonly I['rubric'][number][] = item.rubric;
  const index = rubric.findIndex((criterion) => criterion.when === 'otherwise' || holds(criterion));
  const decisive = rubric[index];
  if (!decisive) return { score: credit, criterion: null, misconception: null };
  return {
    score: decisive.score === 'credit' ? credit : decisive.score,
    criterion: index,
    misconception: decisive.misconception ?? null,
  };
}

/** What the deciding criterion says to the learner, Markdown; null where none decided. */
export function feedbackOf({ item, scope }: Drawn, { criterion }: Judgement): string | null {
  const decisive = criterion === null ? undefined : item.rubric[criterion];
  if (!decisive) return null;
  const filled = fillIn(decisive.feedback, scope);
  return filled.ok ? filled.value : decisive.feedback;
}
