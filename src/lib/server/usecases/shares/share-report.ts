import { z } from 'zod';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import { findAttempt } from '../find-attempt.ts';
import { toRemember } from '../read-pace.ts';
import { hashOf, newToken } from '../secrets.ts';
import type { Services } from '../services.ts';
import { shareToken } from './share-token.ts';

/** How long a link lives, in days; null for ever. */
const lives = { never: null, week: 7, month: 30, year: 365 } as const;

export const shareForm = z.object({
  /** The token the link is to have: made by `newShareToken` for this form, so that sending it twice makes one link. */
  token: shareToken,
  expiry: z.enum(['never', 'week', 'month', 'year']),
  withAnswers: z.boolean(),
});
export type ShareForm = z.infer<typeof shareForm>;

/** 128 bits. It leads nowhere until a form with it is sent. */
export function newShareToken(): string {
  return newToken(16);
}

/**
 * Makes a link to a report, for whoever has it.
 *
 * @param pace of the plan as the learner sees it now
 * @returns null where this learner has no such attempt, or it is still open; else the token of the link
 */
export async function shareReport(
  services: Services,
  learnerId: string | null,
  id: string,
  { token, expiry, withAnswers }: ShareForm,
  pace: PaceChoice = {},
): Promise<Result<string, Problem> | null> {
  const { shares, now, newId } = services;
  const record = await findAttempt(services, learnerId, id);
  if (!record?.attempt.finished) return null;
  const at = now();
  const days = lives[expiry];
  const share = await shares.add(
    {
      id: newId(),
      attemptId: id,
      withAnswers,
      pace: toRemember(pace),
      tail: token.slice(-4),
      createdAt: at.toISOString(),
      expiresAt: days === null ? null : new Date(at.getTime() + days * 86_400_000).toISOString(),
    },
    hashOf(token),
  );
  return share ? ok(token) : fail(usedUp);
}

const usedUp: Problem = {
  code: 'link-used-up',
  path: 'token',
  message: 'This form has made its link already, and that is no more.',
  hint: 'Open the page afresh and make a new one.',
};
