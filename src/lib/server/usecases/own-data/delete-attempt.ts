import { attemptTitle } from '#lib/engine/report/build-report.ts';
import { findAttempt } from '../find-attempt.ts';
import type { Services } from '../services.ts';
import { listShares } from '../shares/list-shares.ts';

/** What would go with an attempt. Null where this learner has no such attempt. */
export async function viewDeletion(
  services: Services,
  learnerId: string | null,
  id: string,
): Promise<{
  readonly title: string;
  readonly startedAt: string;
  readonly answers: number;
  readonly links: number;
} | null> {
  const record = await findAttempt(services, learnerId, id);
  if (!record) return null;
  const links = await listShares(services, learnerId);
  return {
    title: attemptTitle(record.attempt, services.bank),
    startedAt: record.startedAt,
    answers: record.attempt.answers.length,
    links: links.filter(({ attemptId }) => attemptId === id).length,
  };
}

/** Deletes an attempt with its answers and links. Null where this learner has no such attempt. */
export async function deleteAttempt(
  { attempts }: Services,
  learnerId: string | null,
  id: string,
): Promise<true | null> {
  if (learnerId === null) return null;
  return (await attempts.remove(learnerId, id)) ? true : null;
}
