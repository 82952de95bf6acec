/**
 * Three-parameter logistic model (Birnbaum 1968):
 *
 *     P(θ) = c + (1 − c)·σ(z),   z = a(θ − b),   σ(z) = 1/(1 + e^{−z})
 *
 * θ ability, logits; a discrimination (0.05..5); b difficulty (−10..10); c guessing, [0, 1).
 * "I don't know yet" is evidence with c = 0 and score 0: nobody guesses by saying so.
 *
 * A score s in [0, 1] enters as s·log P + (1 − s)·log(1 − P), exact for s = 0 or 1; in between it
 * stands in until partial credit has a model of its own (Muraki 1992).
 *
 * Everything is written with P = (c + e^z)/(1 + e^z), so that nothing overflows or cancels.
 */
export interface ItemParameters {
  readonly discrimination: number;
  readonly difficulty: number;
  readonly guessing: number;
}

/** σ(z), finite for every z. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** log(1 + e^z) without overflow. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** log(c + e^z), c ≥ 0. */
function logSum(c: number, z: number): number {
  return c === 0 ? z : Math.log(c) + softplus(z - Math.log(c));
}

function logitOf(item: ItemParameters, theta: number): number {
  return item.discrimination * (theta - item.difficulty);
}

/** P(θ), in [c, 1]. */
export function probability(item: ItemParameters, theta: number): number {
  return item.guessing + (1 - item.guessing) * logistic(logitOf(item, theta));
}

/** dP/dθ = a(1 − c)·σ(1 − σ) ≥ 0. */
export function probabilityDerivative(item: ItemParameters, theta: number): number {
  const z = logitOf(item, theta);
  return item.discrimination * (1 - item.guessing) * logistic(z) * logistic(-z);
}

/**
 * Fisher information of one answer, expected over right and wrong:
 *
 *     I(θ) = P′²/(P(1 − P)) = a²(1 − c)·σ²(1 − σ)/P,   0 ≤ I ≤ a²/4
 *
 * Source: Lord (1980), Applications of Item Response Theory, eq. 5-5.
 */
export function fisherInformation(item: ItemParameters, theta: number): number {
  const z = logitOf(item, theta);
  const { discrimination: a, guessing: c } = item;
  const sigma = logistic(z);
  const p = c + (1 - c) * sigma;
  return p === 0 ? 0 : a * a * (1 - c) * sigma * (sigma / p) * logistic(-z);
}

/** s·log P + (1 − s)·log(1 − P) ≤ 0. */
export function logLikelihood(item: ItemParameters, theta: number, score: number): number {
  const z = logitOf(item, theta);
  const right = score === 0 ? 0 : score * (logSum(item.guessing, z) - softplus(z));
  const wrong = score === 1 ? 0 : (1 - score) * (Math.log1p(-item.guessing) - softplus(z));
  return right + wrong;
}

/**
 * d/dθ of the log-likelihood: a[s·σ(z − log c) − σ(z)], in [−a, a].
 *
 * At c = 0 this is a(s − σ). It rises with s, at most 0 for s = 0 and at least 0 for s = 1.
 */
export function scoreFunction(item: ItemParameters, theta: number, score: number): number {
  const z = logitOf(item, theta);
  const credit = item.guessing === 0 ? 1 : logistic(z - Math.log(item.guessing));
  // σ(y) − σ(z) is the difference of the complements: exact where both are near 1.
  return z > 0 && score === 1 && item.guessing > 0
    ? item.discrimination * (logistic(-z) - logistic(Math.log(item.guessing) - z))
    : item.discrimination * (score * credit - logistic(z));
}

/** σ′(z) = σ(z)·σ(−z), in [0, 1/4]. */
function slope(z: number): number {
  return logistic(z) * logistic(-z);
}

/**
 * An upper bound of the observed information −d²/dθ² log-likelihood over lo ≤ θ ≤ hi:
 *
 *     −ℓ″ = a²[σ′(z) − s·σ′(z − log c)] ≤ a²[max σ′(z) − s·min σ′(z − log c)],   0 ≤ bound ≤ a²/4
 *
 * Tight when the interval is short. σ′ has one peak, at 0, so its extremes lie there or at the ends.
 */
export function observedInformationBound(
  item: ItemParameters,
  lo: number,
  hi: number,
  score: number,
): number {
  const zLo = logitOf(item, lo);
  const zHi = logitOf(item, hi);
  const largest = slope(Math.max(zLo, Math.min(zHi, 0)));
  let smallest = 0;
  if (item.guessing > 0 && score > 0) {
    const shift = Math.log(item.guessing);
    smallest = Math.min(slope(zLo - shift), slope(zHi - shift));
  }
  return item.discrimination * item.discrimination * Math.max(0, largest - score * smallest);
}
