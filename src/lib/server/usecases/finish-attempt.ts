import { step } from '#lib/engine/quiz/step.ts';
import type { Services } from './services.ts';

/**
 * Ends an attempt early; what is answered counts. Finishing twice changes nothing.
 *
 * @returns null where this learner has no such attempt
 */
export async function finishAttempt(
  { attempts, bank, now }: Services,
  learnerId: string | null,
  id: string,
): Promise<true | null> {
  if (learnerId === null) return null;
  const at = now().toISOString();
  return attempts.change(learnerId, id, ({ attempt }) => {
    const finished = step(attempt, { type: 'finished' }, bank);
    return { attempt: finished.ok ? finished.value : attempt, at, outcome: true as const };
  });
}
