import type { Bank } from '#lib/engine/bank/bank.ts';
import { type AttemptRecord, currentQuestion } from '#lib/engine/quiz/attempt.ts';
import type { QuestionView } from '#lib/engine/quiz/question-view.ts';
import { reviewAnswer } from '#lib/engine/quiz/review.ts';
import { showQuestion } from '#lib/engine/quiz/show-question.ts';
import { step } from '#lib/engine/quiz/step.ts';
import { renderMarkdown } from '#lib/engine/template/markup.ts';
import { attemptTitle } from '#lib/engine/report/build-report.ts';
import { findAttempt } from './find-attempt.ts';
import type { Services } from './services.ts';

/** A judged answer as HTML, for practice mode. */
export interface AnswerReview {
  readonly position: number;
  readonly stem: string;
  readonly score: number;
  readonly response: string;
  readonly key: string;
  readonly feedback: string | null;
  readonly explanation: string;
  readonly dontKnow: boolean;
}

export interface AttemptView {
  readonly attempt: {
    readonly id: string;
    readonly title: string;
    readonly kind: 'diagnostic' | 'domain';
    readonly answered: number;
    readonly length: number;
    readonly feedback: 'each' | 'end';
    readonly isFinished: boolean;
  };
  /** The question that waits; null when the attempt is finished or an answer is being reviewed. */
  readonly question: QuestionView | null;
  readonly review: AnswerReview | null;
}

/**
 * The page of an attempt: its waiting question or, in practice mode, the judgement of an answer.
 *
 * @param reviewed position of the answer whose judgement to show, where practice mode asks for it
 * @returns null where this learner has no such attempt
 */
export async function viewAttempt(
  services: Services,
  learnerId: string | null,
  id: string,
  reviewed: number | null,
): Promise<AttemptView | null> {
  const { bank } = services;
  const found = await findAttempt(services, learnerId, id);
  if (!found || learnerId === null) return null;
  const record = await withLivingQuestion(services, learnerId, found);
  const { attempt } = record;
  const review = reviewed === null ? null : reviewOf(record, reviewed, bank);
  const current = review ? null : currentQuestion(attempt);
  const { kind, length, feedback } = attempt.blueprint;
  return {
    attempt: {
      id,
      title: attemptTitle(attempt, bank),
      kind,
      answered: attempt.answers.length,
      length,
      feedback,
      isFinished: attempt.finished !== null,
    },
    question: current && showQuestion(current, bank),
    review,
  };
}

/** The bank may have changed since the question was chosen; then another is, and kept. */
async function withLivingQuestion(
  { attempts, bank, now }: Services,
  learnerId: string,
  record: AttemptRecord,
): Promise<AttemptRecord> {
  const resumed = step(record.attempt, { type: 'resumed' }, bank);
  if (!resumed.ok || resumed.value === record.attempt) return record;
  const at = now().toISOString();
  const changed = await attempts.change(learnerId, record.id, (newest) => {
    const again = step(newest.attempt, { type: 'resumed' }, bank);
    const attempt = again.ok ? again.value : newest.attempt;
    return { attempt, at, outcome: { ...newest, attempt } };
  });
  return changed ?? record;
}

/** Only what is answered, and only in practice mode: else judgements wait for the report. */
function reviewOf({ attempt }: AttemptRecord, position: number, bank: Bank): AnswerReview | null {
  const question = attempt.questions[position - 1];
  const answer = attempt.answers[position - 1];
  if (attempt.blueprint.feedback !== 'each' || !question || !answer) return null;
  const review = reviewAnswer(question, answer, bank);
  if (!review) return null;
  const { feedback } = review;
  return {
    position,
    score: review.judgement.score,
    stem: renderMarkdown(review.stem),
    response: renderMarkdown(review.response),
    key: renderMarkdown(review.key),
    feedback: feedback === null ? null : renderMarkdown(feedback),
    explanation: renderMarkdown(review.explanation),
    dontKnow: answer.response.kind === 'dont-know',
  };
}
