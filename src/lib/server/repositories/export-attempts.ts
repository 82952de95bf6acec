import type { Attempt, AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import type { Database } from '../db/open-database.ts';
import { attempts } from './attempts.ts';

/** An attempt as it leaves the app for research; what the others of its number hold is not said twice. */
export interface ExportedAttempt
  extends Omit<AttemptRecord, 'id' | 'attempt'>, Omit<Attempt, 'earlier'> {
  /** 1, 2, 3 …: attempts of one number are of one learner. It means nothing outside the file. */
  readonly learner: number;
}

/** Every attempt, learner by learner and oldest first, without an id that the app knows. */
export async function* exportAttempts(db: Database): AsyncGenerator<ExportedAttempt> {
  const store = attempts(db);
  // By hash, so that the number does not tell who came first.
  const rows = await db.selectFrom('learners').select('id').orderBy('token_hash').execute();
  for (const [index, { id }] of rows.entries()) {
    for (const record of await store.list(id)) yield exported(index + 1, record);
  }
}

function exported(learner: number, record: AttemptRecord): ExportedAttempt {
  const { startedAt, finishedAt, selfRatings, bankVersion } = record;
  const { blueprint, seed, profile, avoid, questions, answers, finished } = record.attempt;
  return {
    learner,
    startedAt,
    finishedAt,
    selfRatings,
    bankVersion,
    blueprint,
    seed,
    profile,
    avoid,
    questions,
    answers,
    finished,
  };
}
