import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { longestQuery } from '#lib/engine/bank/kinds/sql.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import {
  type Attempt,
  type AttemptRecord,
  certainty,
  currentQuestion,
} from '#lib/engine/quiz/attempt.ts';
import { variantOf } from '#lib/engine/quiz/show-question.ts';
import { step } from '#lib/engine/quiz/step.ts';
import type { Reading } from '#lib/engine/rubric/judgement.ts';
import { readResponse } from '#lib/engine/rubric/registry.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import type { Change } from '../repositories/attempts.ts';
import { expireIdle } from './find-attempt.ts';
import { type Compared, compareQuery, isAbout, notRun } from './run-query.ts';
import type { Services } from './services.ts';

/** What the question's form sends. */
export const answerForm = z.object({
  position: z.coerce.number().int().min(1).max(1000),
  item: z.string().max(200),
  version: z.coerce.number().int(),
  seed: z.coerce.number().int(),
  // Twice the longest query: browsers send two characters for the end of a line.
  answer: z.array(z.string().max(2 * longestQuery)).max(40),
  certainty: z.preprocess((sent) => (sent ? Number(sent) : null), certainty.nullable()),
  dontKnow: z.boolean(),
  /** The answer whose echo the learner has seen and accepted, its texts one a line. */
  confirmed: z.string().max(4000).nullable(),
});
export type AnswerForm = z.infer<typeof answerForm>;

export type Submitted =
  /** Recorded durably, or recorded before by the very same answer. */
  | { readonly outcome: 'recorded'; readonly position: number; readonly practice: boolean }
  /** Cannot be read; nothing is recorded and nothing lost. */
  | { readonly outcome: 'unreadable'; readonly problem: Problem }
  /** Read as this; nothing is recorded until the learner agrees. */
  | { readonly outcome: 'confirm'; readonly echo: string }
  /** Another answer stands at this position already, or another question is asked there. */
  | { readonly outcome: 'overtaken'; readonly problem: Problem }
  /** The attempt takes no more answers. */
  | { readonly outcome: 'closed'; readonly problem: Problem };

/** Records an answer. Null where this learner has no such attempt. */
export async function submitAnswer(
  services: Services,
  learnerId: string | null,
  id: string,
  form: AnswerForm,
): Promise<Submitted | null> {
  const { attempts, bank, now } = services;
  if (learnerId === null) return null;
  // A query may take a while, so it runs before the store is held.
  const isQuery = !form.dontKnow && bank.items.get(form.item)?.item.kind === 'sql';
  const compared = isQuery ? await compareQuery(services, learnerId, id, form) : null;
  const at = now();
  return attempts.change(learnerId, id, (record) =>
    decide(expireIdle(record, at), form, bank, at.toISOString(), record.attempt, compared),
  );
}

function decide(
  { attempt }: Pick<AttemptRecord, 'attempt'>,
  form: AnswerForm,
  bank: Bank,
  at: string,
  stored: Attempt,
  compared: Compared | null,
): Change<Submitted> {
  const keep = (outcome: Submitted): Change<Submitted> => ({ attempt: stored, at, outcome });
  const practice = attempt.blueprint.feedback === 'each';
  const recorded = { outcome: 'recorded', position: form.position, practice } as const;

  const question = attempt.questions[form.position - 1];
  const variant = question && isAbout(form, question) ? variantOf(question, bank) : null;
  const reading = variant && readForm(variant, form, compared);

  const earlier = attempt.answers[form.position - 1];
  if (earlier) {
    const isResend = reading?.ok && isDeepStrictEqual(reading.value.response, earlier.response);
    return keep(isResend ? recorded : { outcome: 'overtaken', problem: alreadyAnswered });
  }
  if (attempt.finished !== null) return keep({ outcome: 'closed', problem: closed });
  if (!reading || question !== currentQuestion(attempt)) {
    return keep({ outcome: 'overtaken', problem: otherQuestion });
  }
  if (!reading.ok) return keep({ outcome: 'unreadable', problem: reading.error });
  const { response, echo } = reading.value;
  if (echo !== null && !isConfirmed(form)) {
    return keep({ outcome: 'confirm', echo });
  }
  const answered = step(
    attempt,
    {
      type: 'answered',
      position: form.position,
      response,
      certainty: form.dontKnow ? null : form.certainty,
      answeredAt: at,
    },
    bank,
  );
  if (!answered.ok) return keep({ outcome: 'overtaken', problem: answered.error });
  return { attempt: answered.value, at, outcome: recorded };
}

function isConfirmed({ confirmed, answer }: AnswerForm): boolean {
  // Browsers differ in how they send a line's end.
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  return confirmed !== null && plain(confirmed) === plain(answer.join('\n'));
}

function readForm(
  variant: NonNullable<ReturnType<typeof variantOf>>,
  form: AnswerForm,
  compared: Compared | null,
): Reading<Response> {
  if (form.dontKnow) return ok({ response: { kind: 'dont-know' }, echo: null });
  const reading = readResponse(variant, form.answer);
  if (!reading.ok || reading.value.response.kind !== 'sql') return reading;
  const same = compared ?? notRun;
  if (!same.ok) return same;
  return ok({ response: { ...reading.value.response, same: same.value }, echo: null });
}

const alreadyAnswered: Problem = {
  code: 'already-answered',
  path: 'position',
  message: 'That question had already been answered, perhaps in another tab.',
  hint: 'The first answer counts. Here is the next question.',
};

const otherQuestion: Problem = {
  code: 'other-question',
  path: 'item',
  message: 'That answer was to a question that is no longer asked here.',
  hint: 'Nothing was recorded. Here is the current question.',
};

const closed: Problem = {
  code: 'attempt-closed',
  path: 'attempt',
  message: 'This attempt is finished and takes no more answers.',
  hint: 'Its report has everything that was answered.',
};
