/**
 * Generalised partial credit model (Muraki 1992, Applied Psychological Measurement 16, 159–176) of an
 * answer judged in m + 1 ordered categories, 0 (no credit) to m (whole credit):
 *
 *     π_k(θ) ∝ exp Σ_{v ≤ k} a(θ − b_v)
 *
 * θ ability, logits; a discrimination (0.05..5); b_v difficulty of the step to category v.
 *
 * Where answers can be guessed, one gets what one knows or what luck brings, whichever is more:
 * X = max(K, G), K as above, G blind with P(G ≥ k) = c_k, 1 > c_1 ≥ … ≥ c_m ≥ 0. Then
 *
 *     P(X = k) = (1 − c_{k+1})·π_k + (c_k − c_{k+1})·Σ_{j < k} π_j,   c_0 = 1, c_{m+1} = 0
 *
 * a sum of terms ≥ 0. With m = 1 this is the three-parameter model, with c = 0 Muraki's.
 */
export interface PartialCredit {
  readonly discrimination: number;
  /** b_1..b_m, one for each step. */
  readonly steps: readonly number[];
  /** c_1..c_m, the chance that a blind answer reaches at least that category. */
  readonly guessing: readonly number[];
}

/** How common a category between none and whole credit is, against what its neighbours would make it. */
const BETWEEN = 0.5;

/**
 * The model of an item whose author gave one difficulty b and one discrimination a, until calibration
 * knows each step: whole credit against none has the odds e^{a(θ − b)} of a right answer, and the
 * categories between share that way evenly and are rarer by `BETWEEN`,
 *
 *     π_k ∝ w_k·e^{a(k/m)(θ − b)},   w = 1 for k = 0 and m, else BETWEEN
 *
 * which is the model above with discrimination a/m and steps b + log(w_{v−1}/w_v)·m/a.
 */
export function evenSteps(
  discrimination: number,
  difficulty: number,
  guessing: readonly number[],
): PartialCredit {
  const last = guessing.length;
  const weight = (k: number) => (k === 0 || k === last ? 1 : BETWEEN);
  return {
    discrimination: discrimination / last,
    steps: guessing.map(
      (_, v) => difficulty + (Math.log(weight(v) / weight(v + 1)) * last) / discrimination,
    ),
    guessing,
  };
}

/** The probability of a category at an ability, and its first and second derivative. */
export interface CategoryCurve {
  readonly value: number;
  readonly slope: number;
  readonly curvature: number;
}

/** log Σ exp of some values; −∞ of none. */
function logSumExp(values: readonly number[]): number {
  const largest = Math.max(...values);
  if (largest === -Infinity) return largest;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}

/** log π_k(θ), k = 0..m. */
function logKnown({ discrimination, steps }: PartialCredit, theta: number): number[] {
  const exponents = [0];
  for (const step of steps) exponents.push(exponents.at(-1)! + discrimination * (theta - step));
  const total = logSumExp(exponents);
  return exponents.map((value) => value - total);
}

/** log P(X = k | θ) ≤ 0; k in 0..m. */
export function logLikelihood(item: PartialCredit, theta: number, category: number): number {
  const known = logKnown(item, theta);
  const { above, within } = luckAt(item, category);
  return logSumExp([
    Math.log1p(-above) + known[category]!,
    Math.log(within) + logSumExp(known.slice(0, category)),
  ]);
}

/** P(X = k | θ) for k = 0..m, which sum to 1, with their first two derivatives. */
export function categoryCurves(item: PartialCredit, theta: number): CategoryCurve[] {
  const a = item.discrimination;
  const known = logKnown(item, theta).map(Math.exp);
  const expected = known.reduce((sum, value, k) => sum + k * value, 0);
  const spread = known.reduce((sum, value, k) => sum + (k - expected) ** 2 * value, 0);
  let [value, slope, curvature] = [0, 0, 0]; // of all categories below
  return known.map((own, k) => {
    const ownSlope = a * own * (k - expected);
    const ownCurvature = a * a * own * ((k - expected) ** 2 - spread);
    const { above, within } = luckAt(item, k);
    const curve = {
      value: (1 - above) * own + within * value,
      slope: (1 - above) * ownSlope + within * slope,
      curvature: (1 - above) * ownCurvature + within * curvature,
    };
    value += own;
    slope += ownSlope;
    curvature += ownCurvature;
    return curve;
  });
}

/** Luck beyond a category, c_{k+1}, and exactly at it, c_k − c_{k+1}. */
function luckAt({ guessing }: PartialCredit, category: number): { above: number; within: number } {
  const above = guessing[category] ?? 0;
  const reached = category === 0 ? 1 : guessing[category - 1]!;
  return { above, within: reached - above };
}
