import type { SkillTree } from './skill-tree.ts';

/**
 * Abilities of n skills as a Gaussian on the tree root → domains → skills: what levels, plans and the
 * next question are read from. O(n) numbers; any variance or covariance follows in O(1):
 *
 *     Cov(θ_s, θ_t) = β_s·β_t·Var d           in one domain, s ≠ t
 *     Cov(θ_s, θ_t) = β_s·γ_d·Var g·γ_e·β_t   across domains d and e
 *
 * Logits throughout. β_s²·Var d ≤ Var θ_s and γ_d²·Var g ≤ Var d, so it is always a proper Gaussian.
 */
export interface TreeGaussian {
  readonly tree: SkillTree;
  /** E θ_s and Var θ_s, one a skill. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** β_s = Cov(θ_s, d)/Var d, one a skill; 0 where Var d = 0. */
  readonly skillSlope: Float64Array;
  /** Var d, one a domain. */
  readonly domainVariance: Float64Array;
  /** γ_d = Cov(d, g)/Var g, one a domain; 0 where Var g = 0. */
  readonly domainSlope: Float64Array;
  /** Var g. */
  readonly rootVariance: number;
}

/** What Var θ_s holds beyond what its domain shares, ≥ 0. */
export function ownVariance(gaussian: TreeGaussian, skill: number): number {
  const shared =
    gaussian.skillSlope[skill]! ** 2 * gaussian.domainVariance[gaussian.tree.domainOf[skill]!]!;
  return Math.max(0, gaussian.variance[skill]! - shared);
}

/** Cov(d, e) of two domains, or Var d. */
export function domainCovariance(gaussian: TreeGaussian, d: number, e: number): number {
  return d === e
    ? gaussian.domainVariance[d]!
    : gaussian.domainSlope[d]! * gaussian.domainSlope[e]! * gaussian.rootVariance;
}

/** Cov(θ_s, θ_t) of two skills, or Var θ_s. */
export function covariance(gaussian: TreeGaussian, s: number, t: number): number {
  if (s === t) return gaussian.variance[s]!;
  const { domainOf } = gaussian.tree;
  const shared = domainCovariance(gaussian, domainOf[s]!, domainOf[t]!);
  return gaussian.skillSlope[s]! * gaussian.skillSlope[t]! * shared;
}

/**
 * The Gaussian after one more answer about a skill, of Fisher information I, that leaves the means
 * where they are, as answers do on average: Σ − I·Σ_{·s}·Σ_{s·}/(1 + I·Σ_ss), on the tree. O(skills).
 */
export function narrowed(gaussian: TreeGaussian, skill: number, information: number): TreeGaussian {
  const { tree, skillSlope, domainSlope } = gaussian;
  const own = tree.domainOf[skill]!;
  const factor = information / (1 + information * gaussian.variance[skill]!);
  const withRoot = skillSlope[skill]! * domainSlope[own]! * gaussian.rootVariance;
  const withDomain = domainSlope.map(
    (_, d) => skillSlope[skill]! * domainCovariance(gaussian, own, d),
  );
  const rootVariance = gaussian.rootVariance - factor * withRoot ** 2;
  const domainVariance = gaussian.domainVariance.map(
    (before, d) => before - factor * withDomain[d]! ** 2,
  );
  return {
    tree,
    mean: gaussian.mean,
    variance: gaussian.variance.map(
      (before, t) => before - factor * covariance(gaussian, skill, t) ** 2,
    ),
    skillSlope: skillSlope.map((slope, t) => {
      const d = tree.domainOf[t]!;
      const before = slope * gaussian.domainVariance[d]!;
      const after = before - factor * covariance(gaussian, skill, t) * withDomain[d]!;
      return domainVariance[d]! > 0 ? after / domainVariance[d]! : 0;
    }),
    domainVariance,
    domainSlope: domainSlope.map((slope, d) => {
      const after = slope * gaussian.rootVariance - factor * withRoot * withDomain[d]!;
      return rootVariance > 0 ? after / rootVariance : 0;
    }),
    rootVariance,
  };
}
