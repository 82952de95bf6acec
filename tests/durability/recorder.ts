/**
 * Learners who answer as fast as they can, each in two tabs at once, for as long as this process lives. A
 * line is printed for each answer that was acknowledged: attempt, position and what was answered. Whatever
 * goes wrong is tried again, as a learner would. Made to be killed; see kill-rounds.ts.
 *
 *     node --import tsx tests/durability/recorder.ts <database> <bank folder> <round>
 */
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Question } from '#lib/engine/quiz/attempt.ts';
import { currentQuestion } from '#lib/engine/quiz/attempt.ts';
import { openServices } from '#lib/server/usecases/services.ts';
import { startAttempt } from '#lib/server/usecases/start-attempt.ts';
import { type AnswerForm, submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { formFor } from '../support/test-services.ts';
import { answerAs, learnersAtOnce, learnerOf } from './rounds.ts';

const [database = '', bankFolder = '', round = ''] = process.argv.slice(2);
const services = await openServices({ database, bankFolder });
const { bank, attempts, learners } = services;
let answers = 0;

for (let index = 0; index < learnersAtOnce; index += 1) {
  const id = learnerOf(round, index);
  await learners.add({ id, tokenHash: id, createdAt: services.now().toISOString() });
}
await Promise.all(Array.from({ length: learnersAtOnce }, (_, index) => answer(index)));

async function answer(index: number): Promise<never> {
  const learner = learnerOf(round, index);
  for (;;) {
    const started = await again(() => startAttempt(services, learner, { kind: 'diagnostic' }));
    if (!started.ok) throw new Error(JSON.stringify(started.error));
    const id = started.value;
    for (;;) {
      const record = await again(() => attempts.find(learner, id));
      const question = record && currentQuestion(record.attempt);
      if (!question) break;
      await inTwoTabs(learner, id, question);
    }
  }
}

/** The same question answered differently in two tabs: one is recorded, the other is told. */
async function inTwoTabs(learner: string, id: string, question: Question): Promise<void> {
  const isNumeric = bank.items.get(question.itemId)?.item.kind === 'numeric';
  const text = isNumeric ? String((answers += 1)) : '1';
  const tabs: AnswerForm[] = [
    formFor(question, { answer: [text], confirmed: text }),
    formFor(question),
  ];
  const outcomes = await Promise.all(
    tabs.map(async (form) => {
      const submitted = await again(() => submitAnswer(services, learner, id, form));
      if (submitted?.outcome !== 'recorded') return submitted?.outcome;
      // Written at once: what is printed was acknowledged, whatever happens next.
      writeSync(1, `${id} ${question.position} ${answerAs(form.dontKnow ? null : text)}\n`);
      return submitted.outcome;
    }),
  );
  if (outcomes.toSorted().join() !== 'overtaken,recorded') {
    throw new Error(`two tabs were told ${outcomes.join(' and ')}`);
  }
}

/** Until it succeeds: while the server of the store is away, everything fails. */
async function again<T>(action: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await action();
    } catch {
      await sleep(20);
    }
  }
}
