/**
 * Records answers in the store of a file for as long as it lives, and prints a line for each that was
 * acknowledged: attempt, position and number. Made to be killed; see tests/server/kill.test.ts.
 *
 *     node --import tsx tests/support/record-answers.ts <file> <run>
 */
import { writeSync } from 'node:fs';
import type { Attempt, AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { attempts } from '#lib/server/repositories/attempts.ts';
import { learners } from '#lib/server/repositories/learners.ts';

const [file = '', run = ''] = process.argv.slice(2);
const at = '2026-03-01T12:00:00.000Z';
const answersInAnAttempt = 25;

const db = await openDatabase(file);
const store = attempts(db);
await learners(db).add({ id: `learner-${run}`, tokenHash: `hash-${run}`, createdAt: at });

const question = (position: number) => ({ position, itemId: 'item', itemVersion: 1, seed: 1 });
const fresh = (id: string): AttemptRecord => ({
  id,
  startedAt: at,
  finishedAt: null,
  selfRatings: {},
  bankVersion: 'none',
  attempt: {
    blueprint: { kind: 'domain', domains: ['d'], length: answersInAnAttempt, feedback: 'end' },
    seed: 1,
    profile: null,
    avoid: [],
    earlier: [],
    questions: [question(1)],
    answers: [],
    finished: null,
  },
});

function withAnswer(attempt: Attempt, value: number): Attempt {
  const position = attempt.answers.length + 1;
  const response = { kind: 'numeric' as const, text: String(value), value };
  return {
    ...attempt,
    answers: [...attempt.answers, { position, response, certainty: null, answeredAt: at }],
    questions: [...attempt.questions, question(position + 1)],
  };
}

for (let count = 0; ; count += 1) {
  const id = `attempt-${run}-${count}`;
  await store.add(`learner-${run}`, fresh(id));
  for (let position = 1; position <= answersInAnAttempt; position += 1) {
    const value = 1000 * count + position;
    const outcome = await store.change(`learner-${run}`, id, ({ attempt }) => ({
      attempt: withAnswer(attempt, value),
      at,
      outcome: attempt.answers.length + 1,
    }));
    // Written at once: what is printed was acknowledged, whatever happens next.
    writeSync(1, `${id} ${outcome} ${value}\n`);
  }
}
