import type { Services } from '../services.ts';

/** Ends a link at once, for everybody. Null where this learner has no such link. */
export async function revokeShare(
  { shares, now }: Services,
  learnerId: string | null,
  shareId: string,
): Promise<true | null> {
  if (learnerId === null) return null;
  return (await shares.revoke(learnerId, shareId, now().toISOString())) ? true : null;
}
