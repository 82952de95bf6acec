import type { Gaussian } from './posterior.ts';
import type { SkillTree } from './skill-tree.ts';
import { skillsOfDomain } from './skill-tree.ts';

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
  return meanWeights(tree.skillCount, skillsOfDomain(tree, domain));
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

/** Cov(wᵀθ, θ_s) for every skill s: Σw, length n. */
export function covarianceWithSkills(gaussian: Gaussian, weights: Float64Array): Float64Array {
  const n = gaussian.mean.length;
  const result = new Float64Array(n);
  for (let t = 0; t < n; t += 1) {
    const weight = weights[t]!;
    if (weight === 0) continue;
    const row = t * n;
    for (let s = 0; s < n; s += 1) result[s]! += weight * gaussian.covariance[row + s]!;
  }
  return result;
}

/** E(wᵀθ) = wᵀm and Var(wᵀθ) = wᵀΣw, covariances between skills included. */
export function readingOf(gaussian: Gaussian, weights: Float64Array): Reading {
  const covariance = covarianceWithSkills(gaussian, weights);
  let mean = 0;
  let variance = 0;
  for (let s = 0; s < weights.length; s += 1) {
    mean += weights[s]! * gaussian.mean[s]!;
    variance += weights[s]! * covariance[s]!;
  }
  return { mean, variance: Math.max(0, variance) };
}

/** Cov(uᵀθ, wᵀθ) = uᵀΣw. */
export function readingCovariance(gaussian: Gaussian, u: Float64Array, w: Float64Array): number {
  const covariance = covarianceWithSkills(gaussian, w);
  let sum = 0;
  for (let s = 0; s < u.length; s += 1) sum += u[s]! * covariance[s]!;
  return sum;
}
