/** Microseconds that `work` takes. */
export function microseconds(work: () => void): number {
  const start = performance.now();
  work();
  return 1000 * (performance.now() - start);
}

/** The middle one: unlike the mean it is not moved by what else the machine did. */
export function median(values: readonly number[]): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.floor(ordered.length / 2)] ?? NaN;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
