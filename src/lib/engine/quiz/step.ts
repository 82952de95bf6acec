import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { type Answer, type Attempt, currentQuestion } from './attempt.ts';
import { type Choose, askable, nextQuestion } from './next-question.ts';

export type AttemptEvent =
  | ({ readonly type: 'answered' } & Answer)
  /** The learner ends it; what is answered counts. */
  | { readonly type: 'finished' }
  /** The bank may have changed since the question was chosen. */
  | { readonly type: 'resumed' };

export type NewAttempt = Pick<Attempt, 'blueprint' | 'seed' | 'profile' | 'avoid' | 'earlier'>;

/** A fresh attempt with its first question; already finished where the bank has none to ask. */
export function begin(start: NewAttempt, bank: Bank, choose: Choose = nextQuestion): Attempt {
  return advance({ ...start, questions: [], answers: [], finished: null }, bank, choose);
}

/**
 * The attempt after an event: a pure function, so that a seed and the events replay it exactly.
 *
 * @returns the new attempt, or why the event does not fit; then nothing has changed
 */
export function step(
  attempt: Attempt,
  event: AttemptEvent,
  bank: Bank,
  choose: Choose = nextQuestion,
): Result<Attempt, Problem> {
  if (event.type === 'resumed') return ok(withLivingQuestion(attempt, bank, choose));
  if (attempt.finished !== null) {
    return refuse('attempt-finished', 'This attempt is finished.', 'Read its report.');
  }
  if (event.type === 'finished') return ok({ ...attempt, finished: 'learner' });
  const question = currentQuestion(attempt);
  if (question?.position !== event.position) {
    return event.position <= attempt.answers.length
      ? refuse(
          'already-answered',
          'This question was already answered.',
          'Go on with the next one.',
        )
      : refuse('not-asked', 'This question has not been asked yet.', 'Go on with the current one.');
  }
  const { position, response, certainty, answeredAt } = event;
  const answers = [...attempt.answers, { position, response, certainty, answeredAt }];
  return ok(advance({ ...attempt, answers }, bank, choose));
}

function advance(attempt: Attempt, bank: Bank, choose: Choose): Attempt {
  const next = choose(attempt, bank);
  return typeof next === 'string'
    ? { ...attempt, finished: next }
    : { ...attempt, questions: [...attempt.questions, next] };
}

/** A waiting question whose item has left the bank, or changed its meaning, is replaced. */
function withLivingQuestion(attempt: Attempt, bank: Bank, choose: Choose): Attempt {
  const question = currentQuestion(attempt);
  if (!question || askable(question, bank)) return attempt;
  return advance({ ...attempt, questions: attempt.questions.slice(0, -1) }, bank, choose);
}

function refuse(code: string, message: string, hint: string) {
  return fail<Problem>({ code, path: 'attempt', message, hint });
}
