import type { Services } from '../services.ts';
import { triesKey } from './accept-transfer.ts';

/** Deletes a learner with every attempt, answer, link and signed-in browser. Nothing brings them back. */
export async function deleteEverything(
  { learners, transfers }: Services,
  learnerId: string | null,
): Promise<void> {
  if (learnerId === null) return;
  await transfers.forgetTries(triesKey('learner', learnerId));
  await learners.remove(learnerId);
}
