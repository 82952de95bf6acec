import { hashOf } from '../secrets.ts';
import type { Services } from '../services.ts';

/** Leaves only the browser with this token signed in, and ends a waiting code. */
export async function signOutOthers(
  { sessions }: Services,
  learnerId: string | null,
  token: string,
): Promise<void> {
  if (learnerId !== null) await sessions.endOthers(learnerId, hashOf(token));
}
