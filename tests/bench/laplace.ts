import {
  type ThreeParameter,
  fisherInformation,
} from '#lib/engine/measure/models/three-parameter.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { factorise, solveLower } from './cholesky.ts';
import { type DenseGaussian, block } from './dense-gaussian.ts';
import { posteriorMode } from './laplace-mode.ts';

/**
 * Laplace approximation of the posterior: mean at the mode (laplace-mode.ts says which), curvature
 * from the expected information W at it, so that it is a proper Gaussian even under guessing.
 *
 * Only the k skills A with answers enter the search; the rest follow exactly, for given θ_A the
 * answers say nothing more about them:
 *
 *     m = μ + Σ_{·A}·α,   Σ′ = Σ − Σ_{·A}·W^½·B⁻¹·W^½·Σ_{A·},   B = I + W^½·Σ_AA·W^½
 *
 * so no covariance is inverted and every variance is at most the prior's. O(items + k³ + kn²).
 *
 * Source: Rasmussen & Williams (2006), Gaussian Processes for Machine Learning, §3.4.
 */
export function laplace(prior: DenseGaussian, evidence: readonly Evidence[]): DenseGaussian {
  const n = prior.mean.length;
  const mean = Float64Array.from(prior.mean);
  const covariance = Float64Array.from(prior.covariance);
  const answered = [...new Set(evidence.map(({ skill }) => skill))].sort((s, t) => s - t);
  const k = answered.length;
  if (k === 0) return { mean, covariance };

  const places = new Int32Array(n);
  answered.forEach((skill, place) => (places[skill] = place));
  const answers = evidence.map(({ skill, parameters, category }) => {
    if ('steps' in parameters) throw new TypeError('right and wrong answers only');
    const known: ThreeParameter = parameters;
    return { place: places[skill]!, parameters: known, right: category === 1 };
  });
  const sigma = block(prior.covariance, n, answered);
  const priorMean = Float64Array.from(answered, (skill) => prior.mean[skill]!);
  const { pull, mode } = posteriorMode(priorMean, sigma, answers);

  const root = new Float64Array(k); // W^½
  for (const { place, parameters } of answers) {
    root[place]! += fisherInformation(parameters, mode[place]!);
  }
  for (let i = 0; i < k; i += 1) root[i] = Math.sqrt(root[i]!);
  const b = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j <= i; j += 1) b[i * k + j] = root[i]! * root[j]! * sigma[i * k + j]!;
    b[i * k + i]! += 1;
  }
  factorise(b, k);

  // Column s of V = L⁻¹·W^½·Σ_{A·}, kept as a row; Σ′ = Σ − VᵀV.
  const columns: Float64Array[] = [];
  for (let s = 0; s < n; s += 1) {
    const column = new Float64Array(k);
    for (let i = 0; i < k; i += 1) {
      const shared = prior.covariance[answered[i]! * n + s]!;
      mean[s]! += shared * pull[i]!;
      column[i] = root[i]! * shared;
    }
    solveLower(b, k, column);
    columns.push(column);
    for (let t = 0; t <= s; t += 1) {
      const other = columns[t]!;
      let sum = 0;
      for (let i = 0; i < k; i += 1) sum += column[i]! * other[i]!;
      covariance[s * n + t]! -= sum;
      covariance[t * n + s] = covariance[s * n + t]!;
    }
  }
  return { mean, covariance };
}
