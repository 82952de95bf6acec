import type { Evidence, Gaussian } from '#lib/engine/measure/posterior.ts';
import { logLikelihood } from '#lib/engine/measure/three-parameter.ts';

/**
 * Posterior mean and covariance of one or two skills by brute force: a sum over a fine grid of
 * [−8, 8] in each dimension, sharing nothing with the engine but the log-likelihood.
 */
export function denseQuadrature(prior: Gaussian, evidence: readonly Evidence[]): Gaussian {
  const n = prior.mean.length;
  if (n > 2) throw new RangeError('one or two skills');
  const grid = Array.from({ length: 641 }, (_, i) => -8 + i / 40);
  const marginal = grid.map((theta) =>
    [0, 1].map((skill) =>
      evidence
        .filter((answer) => answer.skill === skill)
        .reduce((sum, { parameters, score }) => sum + logLikelihood(parameters, theta, score), 0),
    ),
  );
  const [p, q, , r] = n === 1 ? [prior.covariance[0]!, 0, 0, 1] : [...prior.covariance];
  const determinant = p! * r! - q! * q!;
  let total = 0;
  const first = [0, 0];
  const second = [0, 0, 0];
  grid.forEach((x, i) => {
    (n === 1 ? [0] : grid).forEach((y, j) => {
      const [u, v] = [x - prior.mean[0]!, n === 1 ? 0 : y - prior.mean[1]!];
      const log =
        marginal[i]![0]! +
        (n === 1 ? 0 : marginal[j]![1]!) -
        (r! * u * u - 2 * q! * u * v + p! * v * v) / (2 * determinant);
      const mass = Math.exp(log);
      total += mass;
      first[0]! += mass * x;
      first[1]! += mass * y;
      second[0]! += mass * x * x;
      second[1]! += mass * x * y;
      second[2]! += mass * y * y;
    });
  });
  const [mx, my] = [first[0]! / total, first[1]! / total];
  const xx = second[0]! / total - mx * mx;
  if (n === 1) return { mean: Float64Array.of(mx), covariance: Float64Array.of(xx) };
  const xy = second[1]! / total - mx * my;
  const yy = second[2]! / total - my * my;
  return { mean: Float64Array.of(mx, my), covariance: Float64Array.of(xx, xy, xy, yy) };
}
