import type { ShareLink } from '#lib/engine/report/page-views.ts';
import { attemptTitle } from '#lib/engine/report/build-report.ts';
import { findAttempt, listAttempts } from '../find-attempt.ts';
import type { Services } from '../services.ts';

/** All links of a learner, newest first. */
export async function listShares(
  services: Services,
  learnerId: string | null,
): Promise<ShareLink[]> {
  if (learnerId === null) return [];
  const { bank, now, shares } = services;
  const records = new Map(
    (await listAttempts(services, learnerId)).map((record) => [record.id, record]),
  );
  const at = now().toISOString();
  return (await shares.list(learnerId)).flatMap((share): ShareLink[] => {
    const record = records.get(share.attemptId);
    if (!record) return [];
    const { id, attemptId, withAnswers, tail, createdAt, expiresAt } = share;
    const title = attemptTitle(record.attempt, bank);
    const hasExpired = expiresAt !== null && expiresAt <= at;
    return [{ id, attemptId, title, withAnswers, tail, createdAt, expiresAt, hasExpired }];
  });
}

/** Of one attempt: its title and its links. Null where this learner has no such attempt; 'open' while it still asks. */
export async function viewShares(
  services: Services,
  learnerId: string | null,
  id: string,
): Promise<{ readonly title: string; readonly links: readonly ShareLink[] } | 'open' | null> {
  const record = await findAttempt(services, learnerId, id);
  if (!record) return null;
  if (record.attempt.finished === null) return 'open';
  const links = await listShares(services, learnerId);
  return {
    title: attemptTitle(record.attempt, services.bank),
    links: links.filter(({ attemptId }) => attemptId === id),
  };
}
