import { NODES, NODE_COUNT } from '#lib/engine/measure/posterior/grid.ts';
import {
  type Evidence,
  type LogLikelihood,
  scaled,
  withAnswer,
} from '#lib/engine/measure/posterior/likelihood.ts';
import { type DenseGaussian, block } from './dense-gaussian.ts';

/** A site: what one skill's answers stand in for, exp(pull·θ − precision·θ²/2). */
interface Sites {
  readonly precision: Float64Array;
  readonly pull: Float64Array;
}

const MOST_SWEEPS = 100;
/** Sweeps in which sites take their new value whole; after them half of it. */
const WHOLE_SWEEPS = 10;
/** Sites that move less have settled; what is left is far below the approximation's own error. */
const PRECISION = 1e-6;

/**
 * Expectation propagation with one site a skill, the product of the skill's answers. A site is set so
 * that the mean and variance of its skill are those of cavity × likelihood, the cavity being what all
 * the others say; until none moves. Each site changes the covariance by rank one.
 *
 * Under guessing a likelihood is not log-concave and the precision of a site may be below 0.
 *
 * Source: Minka (2001), "Expectation propagation for approximate Bayesian inference", UAI 17;
 * Rasmussen & Williams (2006), Gaussian Processes for Machine Learning, §3.6.
 */
export function expectationPropagation(
  prior: DenseGaussian,
  evidence: readonly Evidence[],
): DenseGaussian {
  const n = prior.mean.length;
  const likelihoods = new Map<number, LogLikelihood>();
  for (const answer of evidence) {
    likelihoods.set(answer.skill, withAnswer(likelihoods.get(answer.skill) ?? null, answer));
  }
  const answered = [...likelihoods.keys()].sort((s, t) => s - t);
  const own = {
    mean: Float64Array.from(answered, (skill) => prior.mean[skill]!),
    covariance: block(prior.covariance, n, answered),
  };
  const sites = sitesOf(
    own,
    answered.map((skill) => scaled(likelihoods.get(skill)!)),
  );
  return withSites(prior, answered, sites);
}

function sitesOf(prior: DenseGaussian, likelihoods: readonly Float64Array[]): Sites {
  const k = likelihoods.length;
  const places = likelihoods.map((_, place) => place);
  const sites = { precision: new Float64Array(k), pull: new Float64Array(k) };
  const now = withSites(prior, [], sites);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let moved = 0;
    for (const place of places) {
      const variance = now.covariance[place * k + place]!;
      const mean = now.mean[place]!;
      const cavityPrecision = 1 / variance - sites.precision[place]!;
      const cavityPull = mean / variance - sites.pull[place]!;
      const tilted = momentsOf(likelihoods[place]!, cavityPrecision, cavityPull);
      const share = sweep < WHOLE_SWEEPS ? 1 : 0.5;
      const precision = share * (1 / tilted.variance - cavityPrecision - sites.precision[place]!);
      const pull = share * (tilted.mean / tilted.variance - cavityPull - sites.pull[place]!);
      absorb(now, place, precision, pull);
      sites.precision[place]! += precision;
      sites.pull[place]! += pull;
      moved = Math.max(moved, Math.abs(precision), Math.abs(pull));
    }
    if (moved < PRECISION) break;
  }
  return sites;
}

/**
 * Mean and variance of likelihood × N(pull/precision, 1/precision), by sums on the engine's grid. The
 * cavity is never narrower than a skill's own part of the prior, so the grid resolves it to 1e-12.
 */
function momentsOf(likelihood: Float64Array, precision: number, pull: number) {
  const centre = pull / precision;
  let [total, first, second] = [0, 0, 0];
  for (let i = 0; i < NODE_COUNT; i += 1) {
    const distance = NODES[i]! - centre;
    const weight = likelihood[i]! * Math.exp(-0.5 * precision * distance * distance);
    total += weight;
    first += weight * distance;
    second += weight * distance * distance;
  }
  const offset = first / total;
  return { mean: centre + offset, variance: second / total - offset * offset };
}

/** The prior times the sites of some skills. */
function withSites(prior: DenseGaussian, skills: readonly number[], sites: Sites): DenseGaussian {
  const result = {
    mean: Float64Array.from(prior.mean),
    covariance: Float64Array.from(prior.covariance),
  };
  skills.forEach((skill, i) => {
    absorb(result, skill, sites.precision[i]!, sites.pull[i]!);
  });
  return result;
}

/** Multiplies a Gaussian by exp(pull·θ_s − precision·θ_s²/2), in place (Sherman–Morrison). */
function absorb(gaussian: DenseGaussian, skill: number, precision: number, pull: number): void {
  const { mean, covariance } = gaussian;
  const n = mean.length;
  const column = covariance.slice(skill * n, (skill + 1) * n);
  const denominator = 1 + precision * column[skill]!;
  const shift = (pull - precision * mean[skill]!) / denominator;
  const factor = precision / denominator;
  for (let s = 0; s < n; s += 1) {
    mean[s]! += shift * column[s]!;
    const scale = factor * column[s]!;
    for (let t = 0; t < n; t += 1) covariance[s * n + t]! -= scale * column[t]!;
  }
}
