import type { Level } from '#lib/engine/measure/level.ts';
import type { PastAttempt } from '#lib/engine/report/page-views.ts';
import { day } from '#lib/ui/report/format.ts';
import { percent } from './figures.ts';

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

/** What the last two levels say of a change, and whether it may be chance; null before there are two. */
export function changeInWords(points: readonly HistoryPoint[]): string | null {
  const [before, after] = points.slice(-2);
  if (before === undefined || after === undefined) return null;
  const from = Math.round(before.level.expected);
  const to = Math.round(after.level.expected);
  if (from === to) return `The last two attempts both gave ${percent(to)}.`;
  const what = `The level went from ${percent(from)} (${day(before.finishedAt)}) to ${percent(to)} (${day(after.finishedAt)}).`;
  const apart = before.level.high < after.level.low || after.level.high < before.level.low;
  return apart
    ? `${what} The two intervals do not overlap, so chance alone hardly explains it.`
    : `${what} The two intervals overlap, so it may be chance.`;
}
