import type { Response } from '#lib/engine/rubric/response.ts';

/** Learners who answer at the same time. */
export const learnersAtOnce = 4;

export function learnerOf(round: string | number, index: number): string {
  return `round-${round}-learner-${index}`;
}

/** An answer as the recorder prints it; null is "I don't know yet". */
export function answerAs(text: string | null): string {
  return text ?? 'unknown';
}

/** A stored response in the same words: of a choice the recorder always takes the first place. */
export function storedAs(response: Response): string {
  if (response.kind === 'dont-know') return answerAs(null);
  return answerAs(response.kind === 'numeric' ? response.text : '1');
}
