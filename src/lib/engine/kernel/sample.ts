/** A sample of a random number, one value a draw. The draws of several samples belong together. */
export type Sample = Float64Array;

/** The sum of some samples, draw by draw; of none, no draws. */
export function sumOf(samples: readonly Sample[]): Sample {
  const sum = new Float64Array(samples[0]?.length ?? 0);
  for (const sample of samples) {
    for (let k = 0; k < sum.length; k += 1) sum[k]! += sample[k]!;
  }
  return sum;
}

/** How many of the samples reach their marks: one count a draw. */
export function countReached(
  samples: readonly { readonly values: Sample; readonly mark: number }[],
): Int32Array {
  const counts = new Int32Array(samples[0]?.values.length ?? 0);
  for (const { values, mark } of samples) {
    for (let k = 0; k < counts.length; k += 1) if (values[k]! >= mark) counts[k]! += 1;
  }
  return counts;
}

/** The least values, one for each p in (0, 1], that a share p of the sample does not exceed; 0 of no draws. */
export function percentiles(sample: Sample, shares: readonly number[]): number[] {
  const sorted = sample.toSorted();
  return shares.map((p) => sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0);
}

export function meanOf(sample: Sample | Int32Array): number {
  let sum = 0;
  for (const value of sample) sum += value;
  return sum / sample.length;
}

/** Standard deviation, by the mean of the squared distances from the mean. */
export function deviationOf(sample: Sample): number {
  const mean = meanOf(sample);
  return Math.sqrt(meanOf(sample.map((value) => (value - mean) ** 2)));
}
