import type { Reading } from '#lib/engine/measure/levels/reading.ts';
import type { PriorVariance, SkillTree } from '#lib/engine/measure/posterior/skill-tree.ts';

/** Abilities of n skills: mean (n) and covariance (n×n, row major), logits. */
export interface DenseGaussian {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** The hierarchical prior, written out: Cov(θ_s, θ_t) = τ²_g + τ²_d·[same domain] + τ²_s·[s = t]. */
export function densePrior({ skillCount, domainOf }: SkillTree, variance: PriorVariance) {
  const covariance = new Float64Array(skillCount * skillCount);
  for (let s = 0; s < skillCount; s += 1) {
    for (let t = 0; t < skillCount; t += 1) {
      let value = variance.global;
      if (domainOf[s] === domainOf[t]) value += variance.domain;
      if (s === t) value += variance.skill;
      covariance[s * skillCount + t] = value;
    }
  }
  return { mean: new Float64Array(skillCount), covariance };
}

/** E(wᵀθ) and Var(wᵀθ). */
export function denseReading({ mean, covariance }: DenseGaussian, weights: Float64Array): Reading {
  const n = mean.length;
  let variance = 0;
  for (let s = 0; s < n; s += 1) {
    if (weights[s] === 0) continue;
    for (let t = 0; t < n; t += 1) variance += weights[s]! * covariance[s * n + t]! * weights[t]!;
  }
  return { mean: weights.reduce((sum, weight, s) => sum + weight * mean[s]!, 0), variance };
}

/** The rows and columns of some skills: `places.length`², row major. */
export function block(covariance: Float64Array, n: number, places: readonly number[]) {
  const k = places.length;
  const result = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) result[i * k + j] = covariance[places[i]! * n + places[j]!]!;
  }
  return result;
}
