import { buildReport } from '#lib/engine/report/build-report.ts';
import type { SharedReport } from '#lib/engine/report/view-model.ts';
import { findAttempt } from '../find-attempt.ts';
import { readPace, sentIn } from '../read-pace.ts';
import { hashOf } from '../secrets.ts';
import type { Services } from '../services.ts';
import { rendered } from '../view-report.ts';
import { forOthers } from './for-others.ts';
import { shareToken } from './share-token.ts';

/** What a link shows to whoever has it; null for one that never was, has run out or was revoked: nobody learns which. */
export async function viewShared(services: Services, token: string): Promise<SharedReport | null> {
  if (!shareToken.safeParse(token).success) return null;
  const share = await services.shares.find(hashOf(token));
  if (!share) return null;
  const { learnerId, attemptId, withAnswers, pace, expiresAt } = share;
  if (expiresAt !== null && expiresAt <= services.now().toISOString()) return null;
  const record = await findAttempt(services, learnerId, attemptId);
  if (!record?.attempt.finished) return null;
  const { choice } = readPace(sentIn(''), pace);
  return forOthers(rendered(buildReport(record, services.bank, choice)), withAnswers);
}
