import type { Transaction } from 'kysely';
import { z } from 'zod';
import {
  type Attempt,
  type AttemptRecord,
  answer,
  answersBefore,
  attempt,
  question,
} from '#lib/engine/quiz/attempt.ts';
import type { Database } from '../db/open-database.ts';
import { scrub } from '../db/scrub.ts';
import type { Tables } from '../db/tables.ts';
import { type Connection, inChange, inSnapshot, locksRows } from '../db/transactions.ts';

/** Every call names the learner: an attempt of somebody else is not there, whatever its id. */
export interface Attempts {
  add(learnerId: string, record: AttemptRecord): Promise<void>;
  find(learnerId: string, id: string): Promise<AttemptRecord | null>;
  /** Oldest first. */
  list(learnerId: string): Promise<AttemptRecord[]>;
  /**
   * Changes an attempt in one transaction: reads it, lets `change` decide, stores what is new.
   * Concurrent changes of one attempt wait for each other. Null where there is no such attempt.
   */
  change<T>(
    learnerId: string,
    id: string,
    change: (record: AttemptRecord) => Change<T>,
  ): Promise<T | null>;
  /** Deletes an attempt with all that hangs on it, beyond recovery; false where there is no such attempt. */
  remove(learnerId: string, id: string): Promise<boolean>;
}

/** What a change leads to: the attempt to store (as it was: nothing is stored), and the answer to the caller. */
export interface Change<T> {
  readonly attempt: Attempt;
  /** ISO 8601; kept if the attempt is finished by this change. */
  readonly at: string;
  readonly outcome: T;
}

export function attempts(db: Database): Attempts {
  return {
    async add(learnerId, record) {
      const { blueprint, seed, profile, avoid } = record.attempt;
      await db.transaction().execute(async (connection) => {
        await connection
          .insertInto('attempts')
          .values({
            id: record.id,
            learner_id: learnerId,
            blueprint: JSON.stringify(blueprint),
            seed,
            profile,
            avoid: JSON.stringify(avoid),
            self_ratings: JSON.stringify(record.selfRatings),
            bank_version: record.bankVersion,
            started_at: record.startedAt,
            finished_at: record.finishedAt,
            finished: record.attempt.finished,
          })
          .execute();
        await storeQuestions(connection, record.id, record.attempt);
      });
    },
    find: (learnerId, id) => inSnapshot(db, (connection) => find(connection, learnerId, id)),
    async list(learnerId) {
      const all = await inSnapshot(db, (connection) => read(connection, learnerId));
      return all.map((record) => withEarlier(record, all));
    },
    change: (learnerId, id, change) =>
      inChange(db, async (connection) => {
        await lock(connection, learnerId);
        const record = await find(connection, learnerId, id);
        if (!record) return null;
        const { attempt: after, at, outcome } = change(record);
        if (after !== record.attempt) await store(connection, record, after, at);
        return outcome;
      }),
    async remove(learnerId, id) {
      const gone = await db
        .deleteFrom('attempts')
        .where('learner_id', '=', learnerId)
        .where('id', '=', id)
        .returning('id')
        .execute();
      if (gone.length > 0) await scrub(db);
      return gone.length > 0;
    },
  };
}

/**
 * Until the transaction's end nobody else changes an attempt of the learner. All of them, since an attempt
 * is read together with what was answered in the others.
 */
async function lock(connection: Transaction<Tables>, learnerId: string): Promise<void> {
  if (!locksRows(connection)) return;
  await connection
    .selectFrom('attempts')
    .select('id')
    .where('learner_id', '=', learnerId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function find(
  connection: Connection,
  learnerId: string,
  id: string,
): Promise<AttemptRecord | null> {
  const all = await read(connection, learnerId);
  const record = all.find((each) => each.id === id);
  return record ? withEarlier(record, all) : null;
}

/** An attempt builds on what its learner had answered elsewhere before it began; that is stored once. */
function withEarlier(record: AttemptRecord, all: readonly AttemptRecord[]): AttemptRecord {
  const others = all.filter(({ id }) => id !== record.id).map(({ attempt }) => attempt);
  return {
    ...record,
    attempt: { ...record.attempt, earlier: answersBefore(others, record.startedAt) },
  };
}

async function store(
  connection: Transaction<Tables>,
  { id, attempt: before }: AttemptRecord,
  after: Attempt,
  at: string,
): Promise<void> {
  const fresh = after.answers.slice(before.answers.length);
  if (fresh.length > 0) {
    await connection
      .insertInto('answers')
      .values(
        fresh.map(({ position, response, certainty, answeredAt }) => ({
          attempt_id: id,
          position,
          response: JSON.stringify(response),
          certainty,
          answered_at: answeredAt,
        })),
      )
      .execute();
  }
  await storeQuestions(connection, id, after);
  if (after.finished !== before.finished) {
    await connection
      .updateTable('attempts')
      .set({ finished: after.finished, finished_at: at })
      .where('id', '=', id)
      .execute();
  }
}

/** The question that waits; one already stored for that position is replaced (it had left the bank). */
async function storeQuestions(
  connection: Transaction<Tables>,
  id: string,
  { questions, answers }: Attempt,
): Promise<void> {
  for (const { position, itemId, itemVersion, seed } of questions.slice(answers.length)) {
    const values = { item_id: itemId, item_version: itemVersion, seed };
    await connection
      .insertInto('questions')
      .values({ attempt_id: id, position, ...values })
      .onConflict((conflict) => conflict.columns(['attempt_id', 'position']).doUpdateSet(values))
      .execute();
  }
}

/** A learner's attempts, oldest first, each as it is stored. */
async function read(connection: Connection, learnerId: string): Promise<AttemptRecord[]> {
  const rows = await connection
    .selectFrom('attempts')
    .selectAll()
    .where('learner_id', '=', learnerId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const questions = await connection
    .selectFrom('questions')
    .selectAll()
    .where('attempt_id', 'in', ids)
    .orderBy('position')
    .execute();
  const answers = await connection
    .selectFrom('answers')
    .selectAll()
    .where('attempt_id', 'in', ids)
    .orderBy('position')
    .execute();
  return rows.map((row) =>
    toRecord(
      row,
      questions.filter((each) => each.attempt_id === row.id),
      answers.filter((each) => each.attempt_id === row.id),
    ),
  );
}

const selfRatings = z.record(z.string(), z.number().min(0).max(100));

/** @throws ZodError on a row that is not ours: a damaged store is a bug to hear of, not to hide */
function toRecord(
  row: Tables['attempts'],
  questions: readonly Tables['questions'][],
  answers: readonly Tables['answers'][],
): AttemptRecord {
  return {
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    selfRatings: selfRatings.parse(JSON.parse(row.self_ratings)),
    bankVersion: row.bank_version,
    attempt: attempt.parse({
      blueprint: JSON.parse(row.blueprint) as unknown,
      seed: row.seed,
      profile: row.profile,
      avoid: JSON.parse(row.avoid) as unknown,
      earlier: [],
      questions: questions.map(({ position, item_id, item_version, seed }) =>
        question.parse({ position, itemId: item_id, itemVersion: item_version, seed }),
      ),
      answers: answers.map(({ position, response, certainty, answered_at }) =>
        answer.parse({
          position,
          response: JSON.parse(response) as unknown,
          certainty,
          answeredAt: answered_at,
        }),
      ),
      finished: row.finished,
    }),
  };
}
