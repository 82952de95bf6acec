import { gaussHermite, normalCdf, normalQuantile } from '#lib/engine/kernel/normal.ts';
import type { TreeGaussian } from '../posterior/tree-gaussian.ts';
import { covarianceWithSkills, meanWeights, readingOf } from './reading.ts';

/** A level as shown to people, percent: 0 ≤ low ≤ expected ≤ high ≤ 100. */
export interface Level {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** The yardstick: constructed answers (nothing to guess), one question of each authored difficulty. */
export const YARDSTICK_DISCRIMINATION = 1.2;
export const YARDSTICK_DIFFICULTIES: readonly number[] = [-2, -1, 0, 1, 2];

/** e^{1.2·b} of each difficulty. */
const ODDS_FACTORS = YARDSTICK_DIFFICULTIES.map((b) => Math.exp(YARDSTICK_DISCRIMINATION * b));
const LARGEST_ABILITY = 10;
const { nodes: NODES, weights: WEIGHTS } = gaussHermite(15);

/**
 * The percentage of questions spread evenly over the five difficulties, from recall to expert, that
 * a person of ability θ would solve without guessing:
 *
 *     level(θ) = 100 · mean over b ∈ {−2, −1, 0, 1, 2} of σ(1.2(θ − b)),   0..100, strictly rising
 *
 * 1.2 is a typical discrimination; fixed, so that a level means the same in every domain and does not
 * move when items are added. level(0) = 50.
 */
export function level(theta: number): number {
  const odds = Math.exp(-YARDSTICK_DISCRIMINATION * theta); // shared by the five: one exponential
  let sum = 0;
  for (const factor of ODDS_FACTORS) sum += 1 / (1 + odds * factor);
  return (100 * sum) / ODDS_FACTORS.length;
}

/** The ability θ with level(θ) = percent, by bisection; held within ±10 (levels 0.0014 to 99.9986). */
export function thetaOfLevel(percent: number): number {
  let lo = -LARGEST_ABILITY;
  let hi = LARGEST_ABILITY;
  if (percent <= level(lo)) return lo;
  if (percent >= level(hi)) return hi;
  for (let i = 0; i < 60; i += 1) {
    const middle = (lo + hi) / 2;
    if (level(middle) < percent) lo = middle;
    else hi = middle;
  }
  return (lo + hi) / 2;
}

/** E level(X) for X ~ N(mean, variance), by 15-point Gauss–Hermite quadrature. */
function expectedLevel(mean: number, variance: number): number {
  const deviation = Math.sqrt(Math.max(0, variance));
  let sum = 0;
  for (let i = 0; i < NODES.length; i += 1)
    sum += WEIGHTS[i]! * level(mean + deviation * NODES[i]!);
  return sum;
}

/**
 * The mean level M = mean over s of level(θ_s) of some skills: its expectation and central interval.
 *
 * Levels are not linear in θ, so M is not Gaussian. Split each ability along D = mean of the θ_s:
 *
 *     θ_s | D = d  ~  N(m_s + C_s(d − E D)/V,  Σ_ss − C_s²/V),   C_s = Cov(θ_s, D),  V = Var D
 *
 * h(d) = E(M | D = d) is one quadrature a skill over that remainder. The interval is h at the
 * quantiles of D; what M varies by at a given D is left out: it is 0 for one skill, and second order
 * for several, since M depends on the abilities nearly through their mean. The expectation ∫ h(d) dP(d) is, by
 * iterated expectations, the mean of E level(θ_s) under each skill's own marginal.
 */
export function levelOf(
  gaussian: TreeGaussian,
  skills: readonly number[],
  confidence = 0.9,
): Level {
  const n = gaussian.mean.length;
  const weights = meanWeights(n, skills);
  const { variance: spread } = readingOf(gaussian, weights);
  const covariance = covarianceWithSkills(gaussian, weights);
  const distance = normalQuantile(0.5 + confidence / 2) * Math.sqrt(spread);

  let expected = 0;
  let low = 0;
  let high = 0;
  for (const s of skills) {
    const mean = gaussian.mean[s]!;
    const variance = gaussian.variance[s]!;
    const along = spread > 0 ? covariance[s]! / spread : 0;
    const remainder = variance - along * along * spread;
    expected += expectedLevel(mean, variance) / skills.length;
    low += expectedLevel(mean - along * distance, remainder) / skills.length;
    high += expectedLevel(mean + along * distance, remainder) / skills.length;
  }
  // Rounding, and several skills of very unlike spread, may put a bound a hair past the expectation.
  expected = Math.min(100, expected);
  return { expected, low: Math.min(low, expected), high: Math.min(100, Math.max(high, expected)) };
}

/**
 * P(mean ability of the skills ≥ mean of the abilities their target levels stand for).
 *
 *     P(D ≥ t) = Φ((E D − t)/√Var D),   t = mean of thetaOfLevel(target)
 *
 * `targets`: percent, one for each of `skills`, in the same order.
 */
export function probabilityAtLeast(
  gaussian: TreeGaussian,
  skills: readonly number[],
  targets: readonly number[],
): number {
  const { mean, variance } = readingOf(gaussian, meanWeights(gaussian.mean.length, skills));
  const target = targets.reduce((sum, percent) => sum + thetaOfLevel(percent), 0) / targets.length;
  if (variance === 0) return mean >= target ? 1 : 0;
  return normalCdf((mean - target) / Math.sqrt(variance));
}
