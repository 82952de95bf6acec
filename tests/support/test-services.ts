import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Question } from '#lib/engine/quiz/attempt.ts';
import { currentQuestion } from '#lib/engine/quiz/attempt.ts';
import { type Database, openDatabase } from '#lib/server/db/open-database.ts';
import { attempts } from '#lib/server/repositories/attempts.ts';
import { learners } from '#lib/server/repositories/learners.ts';
import { sqlPool } from '#lib/server/sql/sql-pool.ts';
import { sessions } from '#lib/server/repositories/sessions.ts';
import { shares } from '#lib/server/repositories/shares.ts';
import { transfers } from '#lib/server/repositories/transfers.ts';
import type { Services } from '#lib/server/usecases/services.ts';
import { startAttempt } from '#lib/server/usecases/start-attempt.ts';
import type { AnswerForm } from '#lib/server/usecases/submit-answer.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { smallBank } from './small-bank.ts';

const day = 86_400_000;
const sharedBank = smallBank();

/** Services whose clock stands still and whose chance repeats itself, until a test moves them. */
export interface TestServices extends Services {
  readonly db: Database;
  /** Lets days go by; parts of a day too, and backwards. */
  passDays(days: number): void;
  /** The seed of attempts started from now on. */
  setSeed(seed: number): void;
  /** Every row of the store, to see whether something changed. */
  dump(): Promise<string>;
}

/** Ids are `id-1`, `id-2`, …; the clock shows noon of the first of March 2026. */
export async function testServices(
  bank: Bank = sharedBank,
  database = ':memory:',
): Promise<TestServices> {
  const db = await openDatabase(database);
  const sql = sqlPool();
  let time = Date.UTC(2026, 2, 1, 12);
  let seed = 7;
  let ids = 0;
  return {
    bank,
    db,
    learners: learners(db),
    attempts: attempts(db),
    sql,
    sessions: sessions(db),
    transfers: transfers(db),
    shares: shares(db),
    now: () => new Date(time),
    newId: () => `id-${++ids}`,
    newSeed: () => seed,
    close: async () => {
      await Promise.all([sql.close(), db.destroy()]);
    },
    passDays: (days) => {
      time += days * day;
    },
    setSeed: (next) => {
      seed = next;
    },
    dump: async () =>
      JSON.stringify([
        await db.selectFrom('learners').selectAll().orderBy('id').execute(),
        await db.selectFrom('attempts').selectAll().orderBy('id').execute(),
        await db
          .selectFrom('questions')
          .selectAll()
          .orderBy('attempt_id')
          .orderBy('position')
          .execute(),
        await db
          .selectFrom('answers')
          .selectAll()
          .orderBy('attempt_id')
          .orderBy('position')
          .execute(),
        await db.selectFrom('sessions').selectAll().orderBy('token_hash').execute(),
        await db.selectFrom('transfer_codes').selectAll().orderBy('code_hash').execute(),
        await db.selectFrom('transfer_tries').selectAll().orderBy('id').orderBy('who').execute(),
        await db.selectFrom('shares').selectAll().orderBy('id').execute(),
      ]),
  };
}

/** A learner of the store. */
export async function addLearner(services: Services, id = 'learner'): Promise<string> {
  const createdAt = services.now().toISOString();
  await services.learners.add({ id, tokenHash: `hash of ${id}`, createdAt });
  return id;
}

/** Starts an attempt, a diagnostic unless the form says otherwise; gives its id. */
export async function start(
  services: Services,
  learnerId: string,
  form: Readonly<Record<string, string>> = {},
): Promise<string> {
  const started = await startAttempt(services, learnerId, { kind: 'diagnostic', ...form });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  return started.value;
}

/** The question that waits, as the store has it. */
export async function waitingQuestion(
  services: Services,
  learnerId: string,
  id: string,
): Promise<Question> {
  const record = await services.attempts.find(learnerId, id);
  const question = record && currentQuestion(record.attempt);
  if (!question) throw new Error(`no question of ${id} waits`);
  return question;
}

/** What the page of a question sends: "I don't know yet" unless something is changed. */
export function formFor(question: Question, changes: Partial<AnswerForm> = {}): AnswerForm {
  return {
    position: question.position,
    item: question.itemId,
    version: question.itemVersion,
    seed: question.seed,
    answer: [],
    certainty: null,
    dontKnow: changes.answer === undefined,
    confirmed: null,
    ...changes,
  };
}

/** Answers "I don't know yet" as often as said, or until the attempt is finished; gives how often. */
export async function answerUnknowing(
  services: Services,
  learnerId: string,
  id: string,
  times = 100,
): Promise<number> {
  for (let count = 0; count < times; count += 1) {
    const record = await services.attempts.find(learnerId, id);
    const question = record && currentQuestion(record.attempt);
    if (!question) return count;
    await submitAnswer(services, learnerId, id, formFor(question));
  }
  return times;
}

/** Answers "I don't know yet" until the waiting question is one that is wanted. */
export async function waitFor(
  services: Services,
  learnerId: string,
  id: string,
  wanted: (question: Question) => boolean,
): Promise<Question> {
  let question = await waitingQuestion(services, learnerId, id);
  while (!wanted(question)) {
    await submitAnswer(services, learnerId, id, formFor(question));
    question = await waitingQuestion(services, learnerId, id);
  }
  return question;
}
