import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import type { Services } from './services.ts';

const daysUntilExpiry = 30;

/** An attempt as it stands now; null where this learner has none of that id. */
export async function findAttempt(
  { attempts, now }: Services,
  learnerId: string | null,
  id: string,
): Promise<AttemptRecord | null> {
  const record = learnerId === null ? null : await attempts.find(learnerId, id);
  return record && expireIdle(record, now());
}

/** The learner's attempts as they stand now, oldest first. */
export async function listAttempts(
  { attempts, now }: Services,
  learnerId: string | null,
): Promise<AttemptRecord[]> {
  const records = learnerId === null ? [] : await attempts.list(learnerId);
  return records.map((record) => expireIdle(record, now()));
}

/**
 * An open attempt that nobody touched for a month is finished: abilities change, and answers from
 * long ago and today would be read as if given together. Nothing is stored, so nothing is lost.
 */
export function expireIdle(record: AttemptRecord, now: Date): AttemptRecord {
  const { attempt, startedAt } = record;
  if (attempt.finished !== null) return record;
  const lastTouched = attempt.answers.at(-1)?.answeredAt ?? startedAt;
  const idleDays = (now.getTime() - Date.parse(lastTouched)) / 86_400_000;
  return idleDays <= daysUntilExpiry
    ? record
    : { ...record, finishedAt: lastTouched, attempt: { ...attempt, finished: 'expired' } };
}
