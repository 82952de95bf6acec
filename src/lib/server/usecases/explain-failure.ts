import type { Problem } from '#lib/engine/kernel/problem.ts';
import { storeProblem } from '../db/store-problem.ts';

const unknown: Problem = {
  code: 'internal',
  path: '',
  message: 'Something went wrong on our side.',
  hint: 'Your recorded answers are safe. Try again in a moment.',
};

/** What a page may say of an error that nobody foresaw: nothing of the inside, and what to do next. */
export function explainFailure(error: unknown): Problem {
  return storeProblem(error) ?? unknown;
}
