import { normalCdf } from '#lib/engine/kernel/normal.ts';
import type { TreeGaussian } from '../posterior/tree-gaussian.ts';
import { meanWeights, readingOf } from './reading.ts';

export type Verdict = 'improved' | 'unchanged' | 'declined';

/** Whether an ability has changed between two measurements that share no items. */
export interface Change {
  readonly verdict: Verdict;
  /** P(the ability is higher now), in [0, 1]; 0.5 where either measurement says nothing. */
  readonly chanceHigher: number;
}

/** A change is called reliable when it is at least this likely to be one. */
const SURE = 0.95;

/**
 * The reliable-change verdict on the mean ability of some skills, from two independent posteriors on
 * the same prior.
 *
 * Each posterior N(m, v) is what one measurement x of error variance r makes of the prior N(m₀, v₀):
 *
 *     1/r = 1/v − 1/v₀,   x = r(m/v − m₀/v₀)
 *
 * so that the prior, which pulls both towards the middle, is not counted as evidence of sameness. Then
 * P(higher) = Φ((x₂ − x₁)/√(r₁ + r₂)).
 *
 * Source: Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59, 12–19.
 */
export function changeBetween(
  prior: TreeGaussian,
  before: TreeGaussian,
  after: TreeGaussian,
  skills: readonly number[],
): Change {
  const weights = meanWeights(prior.tree.skillCount, skills);
  const start = readingOf(prior, weights);
  const [one, other] = [before, after].map((posterior) => {
    const { mean, variance } = readingOf(posterior, weights);
    const precision = 1 / variance - 1 / start.variance;
    const error = precision > 0 ? 1 / precision : Infinity;
    return { value: error * (mean / variance - start.mean / start.variance), error };
  });
  const spread = one!.error + other!.error;
  const chanceHigher = Number.isFinite(spread)
    ? normalCdf((other!.value - one!.value) / Math.sqrt(spread))
    : 0.5;
  const verdict =
    chanceHigher >= SURE ? 'improved' : chanceHigher <= 1 - SURE ? 'declined' : 'unchanged';
  return { verdict, chanceHigher };
}
