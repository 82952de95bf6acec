/** How far the median of the second half lies above that of the first, as a share of it; 0 where it does not. */
export function growth(values: readonly number[]): number {
  const half = Math.floor(values.length / 2);
  const [first, second] = [median(values.slice(0, half)), median(values.slice(-half))];
  return first > 0 ? Math.max(0, Number((second / first - 1).toFixed(3))) : 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
