import type { Tolerance } from '#lib/engine/bank/kinds/criterion.ts';

/**
 * True where a value is as near to the key as the tolerance asks.
 *
 * A hair is always allowed, 1e-9 of the key or 1e-9 for keys below 1, so that 0.1 + 0.2 is 0.3 and the edge of a tolerance is inside.
 */
export function isClose(value: number, key: number, tolerance: Tolerance): boolean {
  const hair = 1e-9 * Math.max(1, Math.abs(key));
  return Math.abs(value - key) <= allowance(key, tolerance) + hair;
}

function allowance(key: number, tolerance: Tolerance): number {
  if (tolerance === 'exact') return 0;
  if ('absolute' in tolerance) return tolerance.absolute;
  if ('relative' in tolerance) return tolerance.relative * Math.abs(key);
  return 0.5 * 10 ** -tolerance.decimals;
}

/** The tolerance in words for the learner: the very rule the grader uses. */
export function tellTolerance(tolerance: Tolerance): string {
  if (tolerance === 'exact') return 'The exact value counts.';
  if ('absolute' in tolerance) return `Within ${tolerance.absolute} of the exact value counts.`;
  if ('relative' in tolerance) {
    return `Within ${Number((100 * tolerance.relative).toPrecision(3))} % of the exact value counts.`;
  }
  const places =
    tolerance.decimals === 1 ? '1 decimal place' : `${tolerance.decimals} decimal places`;
  return tolerance.decimals === 0
    ? 'Round to a whole number, or give more digits.'
    : `Round to ${places}, or give more digits.`;
}
