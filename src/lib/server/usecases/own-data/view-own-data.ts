import { attemptTitle } from '#lib/engine/report/build-report.ts';
import type { OwnDataView } from '#lib/engine/report/page-views.ts';
import { listAttempts } from '../find-attempt.ts';
import type { Services } from '../services.ts';
import { listShares } from '../shares/list-shares.ts';

/** All that is kept of a learner. Null where nothing is, not even a cookie. */
export async function viewOwnData(
  services: Services,
  learnerId: string | null,
): Promise<OwnDataView | null> {
  if (learnerId === null) return null;
  const records = await listAttempts(services, learnerId);
  return {
    attempts: records
      .map(({ id, attempt, startedAt }) => ({
        id,
        title: attemptTitle(attempt, services.bank),
        startedAt,
        answers: attempt.answers.length,
        isFinished: attempt.finished !== null,
      }))
      .toReversed(),
    answers: records.reduce((sum, { attempt }) => sum + attempt.answers.length, 0),
    browsers: await services.sessions.count(learnerId),
    links: await listShares(services, learnerId),
  };
}
