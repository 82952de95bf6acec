import type { ItemParameters } from '../models/item-parameters.ts';
import { logLikelihood } from '../models/item-parameters.ts';
import { NODES, NODE_COUNT, STEP } from './grid.ts';

// Names of this module's own: test runners turn every access of an import into a call.
const nodes = NODES;
const count = NODE_COUNT;

/** One answer: the skill it bears on, the item's parameters, and the category it was judged in (0..m). */
export interface Evidence {
  readonly skill: number;
  readonly parameters: ItemParameters;
  readonly category: number;
}

/** log P(answers about one skill | θ) at each node, up to a constant. Logarithms, so that answers add up in any order. */
export type LogLikelihood = Float64Array;

/** The log-likelihood with one more answer. */
export function withAnswer(
  before: LogLikelihood | null,
  { parameters, category }: Evidence,
): LogLikelihood {
  const after = before === null ? new Float64Array(count) : before.slice();
  for (let k = 0; k < count; k += 1) {
    after[k]! += logLikelihood(parameters, nodes[k]!, category);
  }
  return after;
}

/**
 * What answers still say after the ability has moved by a random walk of the given variance:
 * log E exp ℓ(θ + walk). It flattens with time, so that in the end only the prior is left.
 *
 * Taken as n steps on the grid, each to a neighbour with probability r = v/(2n·STEP²) ≤ 1/4 either way
 * (none out of the grid), which has variance v exactly.
 */
export function fade(loglikelihood: LogLikelihood, variance: number): LogLikelihood {
  const steps = Math.ceil((2 * variance) / STEP ** 2);
  if (steps === 0) return loglikelihood;
  const r = variance / (2 * steps * STEP ** 2);
  const peak = loglikelihood.reduce((most, value) => Math.max(most, value), -Infinity);
  let values = loglikelihood.map((value) => Math.exp(value - peak));
  for (let step = 0; step < steps; step += 1) {
    values = values.map(
      (value, k) =>
        (1 - 2 * r) * value + r * (values[k - 1] ?? value) + r * (values[k + 1] ?? value),
    );
  }
  return values.map((value) => Math.log(Math.max(value, Number.MIN_VALUE)));
}

/** Exponents below this are taken as 0 at once: subnormal numbers would slow every product down. */
const LEAST_EXPONENT = -300;

/** exp of a log-likelihood, scaled to a largest value of 1; written to `result`. Both of length NODE_COUNT. */
export function scaled(
  loglikelihood: LogLikelihood,
  result = new Float64Array(count),
): Float64Array {
  let peak = -Infinity;
  for (let k = 0; k < count; k += 1) if (loglikelihood[k]! > peak) peak = loglikelihood[k]!;
  for (let k = 0; k < count; k += 1) {
    const exponent = loglikelihood[k]! - peak;
    result[k] = exponent > LEAST_EXPONENT ? Math.exp(exponent) : 0;
  }
  return result;
}
