import { step } from '#lib/engine/quiz/step.ts';
import { expireIdle } from './find-attempt.ts';
import type { Services } from './services.ts';

/**
 * Ends an attempt early; what is answered counts. Finishing twice changes nothing, nor does finishing
 * one that was left for too long: it ended when it was last touched.
 *
 * @returns null where this learner has no such attempt
 */
export async function finishAttempt(
  { attempts, bank, now }: Services,
  learnerId: string | null,
  id: string,
): Promise<true | null> {
  if (learnerId === null) return null;
  const at = now();
  return attempts.change(learnerId, id, (record) => {
    const finished = step(expireIdle(record, at).attempt, { type: 'finished' }, bank);
    return {
      attempt: finished.ok ? finished.value : record.attempt,
      at: at.toISOString(),
      outcome: true as const,
    };
  });
}
