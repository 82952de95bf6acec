/**
 * The response model written out once more, for the reference values: nothing here or in what is
 * computed with it comes from the engine, so that an error in one does not hide in the other.
 */
export interface PlainItem {
  /** Discrimination, difficulty and guessing. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** P(right | θ) = c + (1 − c)/(1 + e^{−a(θ − b)}), or its complement. */
export function chanceOf({ a, b, c }: PlainItem, theta: number, right: boolean): number {
  const z = a * (theta - b);
  return right ? c + (1 - c) / (1 + Math.exp(-z)) : (1 - c) / (1 + Math.exp(z));
}

/** Equally spaced points from −end to end, both included. */
export function evenly(end: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => -end + (2 * end * i) / (count - 1));
}
