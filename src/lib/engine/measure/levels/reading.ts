import type { SkillTree } from '../posterior/skill-tree.ts';
import { type TreeGaussian, domainCovariance, ownVariance } from '../posterior/tree-gaussian.ts';

/** A linear reading of the abilities, wᵀθ: its mean and variance, logits. */
export interface Reading {
  readonly mean: number;
  readonly variance: number;
}

/** Weights, one a skill, of the plain mean of some skills. */
export function meanWeights(skillCount: number, skills: readonly number[]): Float64Array {
  const weights = new Float64Array(skillCount);
  for (const skill of skills) weights[skill] = (weights[skill] ?? 0) + 1 / skills.length;
  return weights;
}

/** Weights of a domain: the plain mean of its skills. */
export function domainWeights(tree: SkillTree, domain: number): Float64Array {
  return meanWeights(tree.skillCount, tree.skillsOf[domain]!);
}

/** Weights of a phase: the mean of readings, each counted by its importance (≥ 0, one above 0). */
export function combinedWeights(
  readings: readonly Float64Array[],
  importance: readonly number[],
): Float64Array {
  const weights = new Float64Array(readings[0]?.length ?? 0);
  const total = importance.reduce((sum, value) => sum + value, 0);
  readings.forEach((reading, r) => {
    const share = (importance[r] ?? 0) / total;
    for (let s = 0; s < weights.length; s += 1) weights[s]! += share * reading[s]!;
  });
  return weights;
}

/**
 * Cov(wᵀθ, θ_s) for every skill s, length n. O(skills + domains²):
 *
 *     w_s·(Var θ_s − β_s²·Var d) + β_s·Σ_e Cov(d, e)·Σ_{t in e} w_t·β_t,   d the domain of s
 */
export function covarianceWithSkills(gaussian: TreeGaussian, weights: Float64Array): Float64Array {
  const { tree, skillSlope } = gaussian;
  const slopes = new Float64Array(tree.domainCount);
  for (let t = 0; t < tree.skillCount; t += 1) {
    slopes[tree.domainOf[t]!]! += weights[t]! * skillSlope[t]!;
  }
  const result = new Float64Array(tree.skillCount);
  for (let d = 0; d < tree.domainCount; d += 1) {
    let withDomain = 0;
    for (let e = 0; e < tree.domainCount; e += 1) {
      withDomain += slopes[e]! * domainCovariance(gaussian, d, e);
    }
    for (const s of tree.skillsOf[d]!) {
      const own = weights[s] === 0 ? 0 : weights[s]! * ownVariance(gaussian, s);
      result[s] = own + skillSlope[s]! * withDomain;
    }
  }
  return result;
}

/** E(wᵀθ) = wᵀm and Var(wᵀθ) = wᵀΣw, covariances between skills included. */
export function readingOf(gaussian: TreeGaussian, weights: Float64Array): Reading {
  return {
    mean: weights.reduce((sum, weight, s) => sum + weight * gaussian.mean[s]!, 0),
    variance: readingCovariance(gaussian, weights, weights),
  };
}

/** Cov(uᵀθ, wᵀθ) = uᵀΣw. */
export function readingCovariance(
  gaussian: TreeGaussian,
  u: Float64Array,
  w: Float64Array,
): number {
  const covariance = covarianceWithSkills(gaussian, w);
  return u.reduce((sum, weight, s) => sum + weight * covariance[s]!, 0);
}
