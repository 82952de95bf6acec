import type { Tolerance } from '#lib/engine/bank/kinds/criterion.ts';

/**
 * True where a value is as near to the key as the tolerance asks.
 *
 * A hair is always allowed, so that 0.1 + 0.2 is 0.3 and the edge of a tolerance is inside: 1e-9 of the key, and
 * 1e-9 for keys below 1 but where the tolerance itself is a share of the key.
 */
export function isClose(value: number, key: number, tolerance: Tolerance): boolean {
  const least = isShareOfKey(tolerance) ? 0 : 1;
  const hair = 1e-9 * Math.max(least, Math.abs(key));
  return Math.abs(value - key) <= allowance(key, tolerance) + hair;
}

function isShareOfKey(tolerance: Tolerance): boolean {
  return tolerance !== 'exact' && ('relative' in tolerance || 'significant' in tolerance);
}

function allowance(key: number, tolerance: Tolerance): number {
  if (tolerance === 'exact') return 0;
  if ('absolute' in tolerance) return tolerance.absolute;
  if ('relative' in tolerance) return tolerance.relative * Math.abs(key);
  if ('decimals' in tolerance) return 0.5 * 10 ** -tolerance.decimals;
  return 0.5 * 10 ** (exponentOf(key) - tolerance.significant + 1);
}

/** The power of ten of a number's first digit; of 0 there is none, and only 0 itself comes near it. */
function exponentOf(x: number): number {
  return x === 0 ? -Infinity : Number(x.toExponential().split('e')[1]);
}

/** The tolerance in words for the learner: the very rule the grader uses. */
export function tellTolerance(tolerance: Tolerance): string {
  if (tolerance === 'exact') return 'The exact value counts.';
  if ('absolute' in tolerance) return `Within ${tolerance.absolute} of the exact value counts.`;
  if ('relative' in tolerance) {
    return `Within ${Number((100 * tolerance.relative).toPrecision(3))} % of the exact value counts.`;
  }
  if ('significant' in tolerance) {
    const figures = tolerance.significant === 1 ? 'figure' : 'figures';
    return `Round to ${tolerance.significant} significant ${figures}, or give more digits.`;
  }
  const places =
    tolerance.decimals === 1 ? '1 decimal place' : `${tolerance.decimals} decimal places`;
  return tolerance.decimals === 0
    ? 'Round to a whole number, or give more digits.'
    : `Round to ${places}, or give more digits.`;
}
