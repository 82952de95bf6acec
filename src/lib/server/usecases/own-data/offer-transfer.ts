import { hashOf } from '../secrets.ts';
import type { Services } from '../services.ts';
import { newTransferCode } from './transfer-code.ts';

/** Minutes for which a code is good. */
export const CODE_MINUTES = 10;

/**
 * A code by which one other browser can be signed in to this learner's data. It ends the one before it.
 *
 * @returns the code, shown once and kept nowhere but as a hash; null where there is no learner
 */
export async function offerTransfer(
  { transfers, now }: Services,
  learnerId: string | null,
): Promise<string | null> {
  if (learnerId === null) return null;
  const code = newTransferCode();
  const expiresAt = new Date(now().getTime() + CODE_MINUTES * 60_000).toISOString();
  await transfers.offer(learnerId, { codeHash: hashOf(code), expiresAt });
  return code;
}
