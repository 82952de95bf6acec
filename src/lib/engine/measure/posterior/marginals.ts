import { NODES, NODE_COUNT } from './grid.ts';
import { scaled } from './likelihood.ts';
import { type DomainMessage, type SkillMessage, logSummed } from './messages.ts';
import type { Prior } from './prior.ts';
import type { TreeGaussian } from './tree-gaussian.ts';

// Names of this module's own: test runners turn every access of an import into a call.
const nodes = NODES;
const count = NODE_COUNT;

/** Worked in and overwritten by every call: allocating costs more than the arithmetic. */
const logRoot = new Float64Array(count);
const rootDensity = new Float64Array(count);
const logOthers = new Float64Array(count);
const unused = new Float64Array(count);
const logDensity = new Float64Array(count);
const density = new Float64Array(count);

/**
 * The posterior's moments, from the messages of all skills and domains: one pass down the tree,
 * O(domains·NODE_COUNT² + skills·NODE_COUNT).
 */
export function marginals(
  prior: Prior,
  skills: readonly SkillMessage[],
  domains: readonly DomainMessage[],
): TreeGaussian {
  const { tree } = prior;
  const result = {
    tree,
    mean: new Float64Array(tree.skillCount),
    variance: new Float64Array(tree.skillCount),
    skillSlope: new Float64Array(tree.skillCount),
    domainVariance: new Float64Array(tree.domainCount),
    domainSlope: new Float64Array(tree.domainCount),
  };
  logRoot.set(prior.logRoot);
  for (const { log } of domains) {
    for (let g = 0; g < count; g += 1) logRoot[g]! += log[g]!;
  }
  const root = normalised(scaled(logRoot, rootDensity));
  const rootMean = meanOf(root);
  const rootVariance = covarianceOf(root, rootMean, nodes);
  for (let d = 0; d < tree.domainCount; d += 1) {
    const message = domains[d]!;
    toDomainDensity(prior, message);
    const mean = meanOf(density);
    const variance = covarianceOf(density, mean, nodes);
    result.domainVariance[d] = variance;
    if (rootVariance > 0) {
      result.domainSlope[d] = covarianceOf(root, rootMean, message.first) / rootVariance;
    }
    for (const s of tree.skillsOf[d]!) {
      const { first, second } = skills[s]!;
      let ability = 0;
      let square = 0;
      let shared = 0;
      for (let k = 0; k < count; k += 1) {
        const weighted = density[k]! * first[k]!;
        ability += weighted;
        square += density[k]! * second[k]!;
        shared += weighted * (NODES[k]! - mean);
      }
      result.mean[s] = ability;
      result.variance[s] = Math.max(0, square - ability * ability);
      if (variance > 0) result.skillSlope[s] = shared / variance;
    }
  }
  return { ...result, rootVariance };
}

/** Leaves in `density` p(d | all answers) ∝ P(own answers | d)·Σ_g p(d | g)·p(g | the other domains' answers). */
function toDomainDensity({ toDomain }: Prior, { log, own }: DomainMessage): void {
  for (let g = 0; g < count; g += 1) logOthers[g] = logRoot[g]! - log[g]!;
  logSummed(toDomain, logOthers, unused, logDensity);
  for (let d = 0; d < count; d += 1) logDensity[d]! += own[d]!;
  normalised(scaled(logDensity, density));
}

function normalised(weights: Float64Array): Float64Array {
  let total = 0;
  for (let k = 0; k < count; k += 1) total += weights[k]!;
  for (let k = 0; k < count; k += 1) weights[k]! /= total;
  return weights;
}

/** E x of an ability x with the given density. */
function meanOf(density: Float64Array): number {
  let mean = 0;
  for (let k = 0; k < count; k += 1) mean += density[k]! * nodes[k]!;
  return mean;
}

/** Cov(x, f(x)) of an ability x with the given density and mean. */
function covarianceOf(density: Float64Array, mean: number, values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += density[k]! * (NODES[k]! - mean) * values[k]!;
  return sum;
}
