import { type ItemParameters, curvesOf, fisherInformation } from '../models/item-parameters.ts';
import { NODES, NODE_COUNT, normalOnGrid } from './grid.ts';
import { type LogLikelihood, scaled } from './likelihood.ts';

/** One ability on its own, logits. The standard error is Infinity where the answers say nothing. */
export interface AbilityEstimate {
  readonly theta: number;
  readonly standardError: number;
}

/** One answer to one item, in category 0..m. */
export interface JudgedAnswer {
  readonly parameters: ItemParameters;
  readonly category: number;
}

const STANDARD_NORMAL = normalOnGrid(1);

/**
 * Expected a posteriori under θ ~ N(0, 1): posterior mean and standard deviation, on the grid.
 *
 * Source: Bock & Mislevy (1982), Applied Psychological Measurement 6, 431–444.
 */
export function expectedAPosteriori(loglikelihood: LogLikelihood): AbilityEstimate {
  const likelihood = scaled(loglikelihood);
  let total = 0;
  let first = 0;
  let second = 0;
  for (let k = 0; k < NODE_COUNT; k += 1) {
    const weight = likelihood[k]! * STANDARD_NORMAL[k]!;
    total += weight;
    first += weight * NODES[k]!;
    second += weight * NODES[k]! * NODES[k]!;
  }
  const theta = first / total;
  return { theta, standardError: Math.sqrt(Math.max(0, second / total - theta * theta)) };
}

/**
 * Maximum a posteriori under θ ~ N(0, 1): the highest root of ℓ′(θ) − θ, error 1/√(I + 1).
 *
 * Source: Samejima (1969), Psychometrika Monograph 17.
 */
export function maximumAPosteriori(answers: readonly JudgedAnswer[]): AbilityEstimate {
  const theta = rootOf((at) => likelihoodSlope(answers, at) - at);
  return { theta, standardError: 1 / Math.sqrt(informationAt(answers, theta) + 1) };
}

/**
 * Weighted likelihood: the root of ℓ′(θ) + J(θ)/(2I(θ)), J = Σ Σ_k P′_k·P″_k/P_k, whose bias is
 * of smaller order than that of maximum likelihood, and which is finite for all-right and all-wrong;
 * error 1/√I. Held within ±10.
 *
 * Source: Warm (1989), Psychometrika 54, 427–450; Penfield & Bergeron (2005), Applied Psychological
 * Measurement 29, 218–233, for partial credit.
 */
export function weightedLikelihood(answers: readonly JudgedAnswer[]): AbilityEstimate {
  const theta = rootOf((at) => {
    const information = informationAt(answers, at);
    let j = 0;
    for (const { parameters } of answers) {
      for (const { value, slope, curvature } of curvesOf(parameters, at)) {
        if (value > 0) j += (slope * curvature) / value;
      }
    }
    return likelihoodSlope(answers, at) + (information > 0 ? j / (2 * information) : 0);
  });
  return { theta, standardError: 1 / Math.sqrt(informationAt(answers, theta)) };
}

/** ℓ′(θ) = Σ P′/P of the categories answered. */
function likelihoodSlope(answers: readonly JudgedAnswer[], theta: number): number {
  return answers.reduce((sum, { parameters, category }) => {
    const { value, slope } = curvesOf(parameters, theta)[category]!;
    return value > 0 ? sum + slope / value : sum;
  }, 0);
}

function informationAt(answers: readonly JudgedAnswer[], theta: number): number {
  return answers.reduce((sum, { parameters }) => sum + fisherInformation(parameters, theta), 0);
}

const LARGEST = 10;
const SCAN = 0.1;

/**
 * Where f falls through 0 in ±10. Under guessing there may be several such places; then the one with
 * the largest integral of f up to it, which is the highest peak of what f is the slope of.
 */
function rootOf(f: (theta: number) => number): number {
  let best = f(-LARGEST) <= 0 ? -LARGEST : LARGEST;
  let height = 0;
  let highest = -Infinity;
  let before = f(-LARGEST);
  for (let i = 1; i <= (2 * LARGEST) / SCAN; i += 1) {
    const theta = -LARGEST + i * SCAN;
    const now = f(theta);
    height += (SCAN * (before + now)) / 2;
    if (before > 0 && now <= 0 && height > highest) {
      highest = height;
      best = bisect(f, theta - SCAN, theta);
    }
    before = now;
  }
  return best;
}

function bisect(f: (theta: number) => number, from: number, to: number): number {
  let [lo, hi] = [from, to];
  for (let i = 0; i < 60; i += 1) {
    const middle = (lo + hi) / 2;
    if (f(middle) > 0) lo = middle;
    else hi = middle;
  }
  return (lo + hi) / 2;
}
