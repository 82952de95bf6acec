import { type CategoryCurve, type PartialCredit, categoryCurves } from './partial-credit.ts';
import * as partialCredit from './partial-credit.ts';
import type { ThreeParameter } from './three-parameter.ts';
import * as threeParameter from './three-parameter.ts';

/** What the measurement knows of an item: two categories (wrong, right), or more with partial credit. */
export type ItemParameters = ThreeParameter | PartialCredit;

function hasSteps(item: ItemParameters): item is PartialCredit {
  return 'steps' in item;
}

/** log P(category | θ) ≤ 0; finite for |θ| ≤ 10 wherever the category can be reached. */
export function logLikelihood(item: ItemParameters, theta: number, category: number): number {
  return hasSteps(item)
    ? partialCredit.logLikelihood(item, theta, category)
    : threeParameter.logLikelihood(item, theta, category === 1);
}

/** P(category | θ) of every category, worst first, with its derivatives. */
export function curvesOf(item: ItemParameters, theta: number): CategoryCurve[] {
  if (hasSteps(item)) return categoryCurves(item, theta);
  const value = threeParameter.probability(item, theta);
  const slope = threeParameter.probabilityDerivative(item, theta);
  const curvature = threeParameter.probabilityCurvature(item, theta);
  return [
    // Not 1 − P, which cancels where P is near 1: P′/P would lose the score of a wrong answer.
    { value: Math.exp(logLikelihood(item, theta, 0)), slope: -slope, curvature: -curvature },
    { value, slope, curvature },
  ];
}

/** P(category | θ) of every category, worst first, summing to 1. */
export function categoryProbabilities(item: ItemParameters, theta: number): number[] {
  return curvesOf(item, theta).map(({ value }) => value);
}

/** Fisher information of one answer, Σ_k P′_k²/P_k ≥ 0. */
export function fisherInformation(item: ItemParameters, theta: number): number {
  if (!hasSteps(item)) return threeParameter.fisherInformation(item, theta);
  return categoryCurves(item, theta).reduce(
    (sum, { value, slope }) => (value > 0 ? sum + slope ** 2 / value : sum),
    0,
  );
}

/** The same item for somebody who does not guess: what "I don't know yet" is evidence of. */
export function withoutGuessing(item: ItemParameters): ItemParameters {
  return hasSteps(item)
    ? { ...item, guessing: item.guessing.map(() => 0) }
    : { ...item, guessing: 0 };
}
