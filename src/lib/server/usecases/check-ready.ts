import { setTimeout } from 'node:timers/promises';
import type { Services } from './services.ts';

/** A store that takes longer is of no use to a learner who waits. */
const patience = 2000;

/** Whether learners can be served: the bank has items and the store answers. */
export async function checkReady({ bank, learners }: Services): Promise<boolean> {
  const waiting = new AbortController();
  // Any question will do that the store must look up; nobody has this token.
  const answers = learners.findByTokenHash('').then(
    () => true,
    () => false,
  );
  const late = setTimeout(patience, false, { signal: waiting.signal }).catch(() => false);
  const isStoreThere = await Promise.race([answers, late]);
  waiting.abort();
  return isStoreThere && bank.items.size > 0;
}
