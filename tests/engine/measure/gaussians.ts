import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { type PriorVariance, skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';

/** The variances that a bank starts from. */
export const USUAL_VARIANCE: PriorVariance = { global: 0.45, domain: 0.3, skill: 0.25 };

/** Abilities that have nothing to do with each other, each in a domain of its own. */
export function independent(means: readonly number[], variances: readonly number[]): TreeGaussian {
  return {
    tree: skillTree(means.map((_, s) => s)),
    mean: Float64Array.from(means),
    variance: Float64Array.from(variances),
    skillSlope: new Float64Array(means.length).fill(1),
    domainVariance: Float64Array.from(variances),
    domainSlope: new Float64Array(means.length),
    rootVariance: 0,
  };
}

export function freshGaussian(
  domainOf: readonly number[],
  variance = USUAL_VARIANCE,
): TreeGaussian {
  return beliefs(priorOf(skillTree(domainOf), variance), []).gaussian;
}
