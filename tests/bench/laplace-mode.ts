import {
  type ThreeParameter,
  logistic,
  scoreFunction,
} from '#lib/engine/measure/models/three-parameter.ts';
import { factorise, solveLower, solveUpper } from './cholesky.ts';

export interface PosteriorMode {
  /** α with m_A = μ_A + Σ_AA·α: the gradient of the log-likelihood at the mode. Length k. */
  readonly pull: Float64Array;
  /** m_A: the abilities of the answered skills. Length k. */
  readonly mode: Float64Array;
}

/** A point θ = μ + Σα of the space of answered skills. */
interface Point {
  readonly pull: Float64Array;
  readonly theta: Float64Array;
}

/** An answer about the skill in the given place, 0..k−1. */
export interface PlacedAnswer {
  readonly place: number;
  readonly parameters: ThreeParameter;
  readonly right: boolean;
}

/** Steps with tight curvature bounds, then with global ones, which converge whatever the prior. */
const TIGHT_STEPS = 200;
const MOST_STEPS = 2000;
const PRECISION = 1e-11;

/**
 * The least stationary point of the log posterior over the k answered skills.
 *
 *     g(θ) = ℓ′(θ) − K(θ − μ) = 0,   K = Σ_AA⁻¹
 *
 * Under guessing the log-likelihood is not concave and g may have several roots. Which one is taken
 * decides whether the laws hold; a search from wherever the last one ended breaks them. K has no
 * positive entry off its diagonal (marginals of a Gaussian tree with positive edges are MTP₂), so g_s
 * never falls when another ability rises, and the least root is well defined. A right answer raises g
 * everywhere (its score function is ≥ 0, that of a wrong one ≤ 0), hence moves the least root up in
 * every coordinate: a right answer lowers no skill, a wrong one raises none (Topkis 1998,
 * Supermodularity and Complementarity, §2.5). The least root is also the sceptical one: where luck and
 * skill explain right answers equally well, it says luck.
 *
 * Found between two bounds that close in on it, g(lower) ≥ 0 ≥ g(upper). Both take Newton steps
 *
 *     θ ← θ + (K + D)⁻¹g(θ),   D_s ≥ −∂ℓ′_s/∂θ_s over [lower, upper]
 *
 * which with that D cannot overshoot: (K + D)⁻¹ ≥ 0 entrywise, and g keeps its sign. As the bounds
 * meet, D becomes the curvature and the steps Newton's own; met, they prove the mode unique.
 * K is never formed: with θ = μ + Σα the step is Δα = g − D^½B⁻¹D^½Σg, B = I + D^½ΣD^½.
 *
 * `mean`: μ_A, length k; `sigma`: Σ_AA, k×k, row major; every place has an answer.
 */
export function posteriorMode(
  mean: Float64Array,
  sigma: Float64Array,
  answers: readonly PlacedAnswer[],
): PosteriorMode {
  const k = mean.length;
  const lower = startingBound(mean, sigma, answers, -1);
  const upper = startingBound(mean, sigma, answers, 1);
  const curvature = new Float64Array(k);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const tight = step < TIGHT_STEPS && lower.theta.every((t, i) => t <= upper.theta[i]! + 1e-6);
    curvature.fill(0);
    for (const { place, parameters, right } of answers) {
      const lo = tight ? lower.theta[place]! : -Infinity;
      const hi = tight ? Math.max(lo, upper.theta[place]!) : Infinity;
      curvature[place]! += observedInformationBound(parameters, lo, hi, right);
    }
    const factor = new Float64Array(k * k);
    for (let i = 0; i < k; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        factor[i * k + j] = Math.sqrt(curvature[i]! * curvature[j]!) * sigma[i * k + j]!;
      }
      factor[i * k + i]! += 1;
    }
    factorise(factor, k);
    const moved = advance(lower, mean, sigma, answers, curvature, factor);
    if (moved <= PRECISION) break;
    if (!tight) continue;
    advance(upper, mean, sigma, answers, curvature, factor);
    if (lower.theta.every((t, i) => upper.theta[i]! - t <= PRECISION)) break;
  }
  return { pull: lower.pull, mode: lower.theta };
}

/**
 * A bound of every root: downwards (sign −1) as if nothing right had been said, upwards as if nothing
 * wrong had. Each answer pulls by less than a, so θ = μ ± Σh with h = Σ a will do; h is halved as long
 * as the pull there, at most a·σ(∓z), stays below it.
 */
function startingBound(
  mean: Float64Array,
  sigma: Float64Array,
  answers: readonly PlacedAnswer[],
  sign: 1 | -1,
): Point {
  const pulling = answers.filter(({ right }) => right === sign > 0);
  const most = new Float64Array(mean.length);
  for (const { place, parameters } of pulling) most[place]! += parameters.discrimination;
  const at = (share: number): Point => {
    const pull = most.map((value) => sign * share * value);
    return { pull, theta: times(sigma, pull).map((value, i) => value + mean[i]!) };
  };
  let share = 1;
  let point = at(share);
  for (;;) {
    const next = at(share / 2);
    const felt = new Float64Array(mean.length);
    for (const { place, parameters } of pulling) {
      const z = parameters.discrimination * (next.theta[place]! - parameters.difficulty);
      felt[place]! += parameters.discrimination * logistic(-sign * z);
    }
    if (share < 1e-6 || !felt.every((value, i) => value <= (share / 2) * most[i]!)) return point;
    share /= 2;
    point = next;
  }
}

/** One step of a bound, in place; returns the largest change of an ability. */
function advance(
  point: Point,
  mean: Float64Array,
  sigma: Float64Array,
  answers: readonly PlacedAnswer[],
  curvature: Float64Array,
  factor: Float64Array,
): number {
  const { pull, theta } = point;
  const k = mean.length;
  const gradient = pull.map((value) => -value);
  for (const { place, parameters, right } of answers) {
    gradient[place]! += scoreFunction(parameters, theta[place]!, right);
  }
  const step = times(sigma, gradient);
  for (let i = 0; i < k; i += 1) step[i]! *= Math.sqrt(curvature[i]!);
  solveLower(factor, k, step);
  solveUpper(factor, k, step);
  for (let i = 0; i < k; i += 1) pull[i]! += gradient[i]! - Math.sqrt(curvature[i]!) * step[i]!;
  const next = times(sigma, pull);
  let moved = 0;
  for (let i = 0; i < k; i += 1) {
    const value = mean[i]! + next[i]!;
    moved = Math.max(moved, Math.abs(value - theta[i]!));
    theta[i] = value;
  }
  return moved;
}

/** Σx for a k×k row-major Σ. */
function times(sigma: Float64Array, x: Float64Array): Float64Array {
  const k = x.length;
  const result = new Float64Array(k);
  for (let i = 0; i < k; i += 1) {
    let sum = 0;
    for (let j = 0; j < k; j += 1) sum += sigma[i * k + j]! * x[j]!;
    result[i] = sum;
  }
  return result;
}

/** σ′(z) = σ(z)·σ(−z), in [0, 1/4]. */
function slope(z: number): number {
  return logistic(z) * logistic(-z);
}

/**
 * An upper bound of the observed information −d²/dθ² log-likelihood over lo ≤ θ ≤ hi, s = 1 where right:
 *
 *     −ℓ″ = a²[σ′(z) − s·σ′(z − log c)] ≤ a²[max σ′(z) − s·min σ′(z − log c)],   0 ≤ bound ≤ a²/4
 *
 * Tight when the interval is short. σ′ has one peak, at 0, so its extremes lie there or at the ends.
 */
function observedInformationBound(
  { discrimination, difficulty, guessing }: ThreeParameter,
  lo: number,
  hi: number,
  right: boolean,
): number {
  const zLo = discrimination * (lo - difficulty);
  const zHi = discrimination * (hi - difficulty);
  const largest = slope(Math.max(zLo, Math.min(zHi, 0)));
  let smallest = 0;
  if (guessing > 0 && right) {
    const shift = Math.log(guessing);
    smallest = Math.min(slope(zLo - shift), slope(zHi - shift));
  }
  return discrimination * discrimination * Math.max(0, largest - smallest);
}
