/**
 * Three-parameter logistic model (Birnbaum 1968) of an answer that is right or wrong:
 *
 *     P(θ) = c + (1 − c)·σ(z),   z = a(θ − b),   σ(z) = 1/(1 + e^{−z})
 *
 * θ ability, logits; a discrimination (0.05..5); b difficulty (−10..10); c guessing, [0, 1).
 * c = 0 is the two-parameter model; a = 1 besides, the one-parameter (Rasch) model.
 * "I don't know yet" is a wrong answer with c = 0: nobody guesses by saying so.
 *
 * Everything is written with P = (c + e^z)/(1 + e^z), so that nothing overflows or cancels.
 */
export interface ThreeParameter {
  readonly discrimination: number;
  readonly difficulty: number;
  readonly guessing: number;
}

/** The two-parameter model as a special case. */
export function twoParameter(discrimination: number, difficulty: number): ThreeParameter {
  return { discrimination, difficulty, guessing: 0 };
}

/** The one-parameter model as a special case. */
export function oneParameter(difficulty: number): ThreeParameter {
  return twoParameter(1, difficulty);
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

function logitOf(item: ThreeParameter, theta: number): number {
  return item.discrimination * (theta - item.difficulty);
}

/** P(θ), in [c, 1]. */
export function probability(item: ThreeParameter, theta: number): number {
  return item.guessing + (1 - item.guessing) * logistic(logitOf(item, theta));
}

/** dP/dθ = a(1 − c)·σ(1 − σ) ≥ 0. */
export function probabilityDerivative(item: ThreeParameter, theta: number): number {
  const z = logitOf(item, theta);
  return item.discrimination * (1 - item.guessing) * logistic(z) * logistic(-z);
}

/** d²P/dθ² = a²(1 − c)·σ(1 − σ)(1 − 2σ). */
export function probabilityCurvature(item: ThreeParameter, theta: number): number {
  const z = logitOf(item, theta);
  return item.discrimination * probabilityDerivative(item, theta) * (logistic(-z) - logistic(z));
}

/**
 * Fisher information of one answer, expected over right and wrong:
 *
 *     I(θ) = P′²/(P(1 − P)) = a²(1 − c)·σ²(1 − σ)/P,   0 ≤ I ≤ a²/4
 *
 * Source: Lord (1980), Applications of Item Response Theory, eq. 5-5.
 */
export function fisherInformation(item: ThreeParameter, theta: number): number {
  const z = logitOf(item, theta);
  const { discrimination: a, guessing: c } = item;
  const sigma = logistic(z);
  const p = c + (1 - c) * sigma;
  return p === 0 ? 0 : a * a * (1 - c) * sigma * (sigma / p) * logistic(-z);
}

/** log P where right, log(1 − P) where not; ≤ 0. */
export function logLikelihood(item: ThreeParameter, theta: number, right: boolean): number {
  const z = logitOf(item, theta);
  return (right ? logSum(item.guessing, z) : Math.log1p(-item.guessing)) - softplus(z);
}

/**
 * d/dθ of the log-likelihood: a[σ(z − log c) − σ(z)] ≥ 0 where right, −a·σ(z) ≤ 0 where not.
 *
 * Right answers raise and wrong ones lower the likelihood everywhere: the laws rest on it.
 */
export function scoreFunction(item: ThreeParameter, theta: number, right: boolean): number {
  const z = logitOf(item, theta);
  if (!right) return -item.discrimination * logistic(z);
  // σ(y) − σ(z) as the difference of the complements: exact where both are near 1.
  const missing = item.guessing === 0 ? 0 : logistic(Math.log(item.guessing) - z);
  return item.discrimination * (logistic(-z) - missing);
}
