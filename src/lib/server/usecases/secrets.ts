import { createHash, randomBytes } from 'node:crypto';

/** Something nobody guesses, fit for a cookie or an address. */
export function newToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** What is kept of a secret: SHA-256, hexadecimal. Looking for it by its hash takes as long whatever was sent. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** What files call a learner: the same for all their attempts, and no way back to the id. */
export function pseudonymOf(learner: string): string {
  return hashOf(`sextant export ${learner}`).slice(0, 32);
}
