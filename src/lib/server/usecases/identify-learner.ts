import { hashOf, newToken } from './secrets.ts';
import type { Services } from './services.ts';

/** The learner whose token a cookie carries, or null: no cookie, or one that we never gave. */
export async function identifyLearner(
  { learners }: Services,
  token: string | undefined,
): Promise<string | null> {
  if (!token || token.length > 100) return null;
  return learners.findByTokenHash(hashOf(token));
}

/** A new learner and the token that proves who they are, to be kept in their cookie and nowhere else. */
export async function enrolLearner({
  learners,
  newId,
  now,
}: Services): Promise<{ learnerId: string; token: string }> {
  const learnerId = newId();
  const token = newToken(32);
  await learners.add({
    id: learnerId,
    tokenHash: hashOf(token),
    createdAt: now().toISOString(),
  });
  return { learnerId, token };
}
