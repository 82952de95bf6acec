import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { PastAttempt } from '#lib/engine/report/page-views.ts';

/** One attempt's level in one domain. */
export interface HistoryPoint {
  readonly id: string;
  readonly title: string;
  readonly kind: 'diagnostic' | 'domain';
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly answered: number;
  readonly level: Level;
}

/** The attempts that asked about a domain, with its level in each; the order stays. */
export function pointsOf(history: readonly PastAttempt[], domain: string): HistoryPoint[] {
  return history.flatMap(({ levels, ...attempt }) => {
    const found = levels.find((entry) => entry.domain === domain);
    return found === undefined ? [] : [{ ...attempt, level: found.level }];
  });
}
