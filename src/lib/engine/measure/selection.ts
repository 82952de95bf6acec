import type { Random } from '#lib/engine/kernel/random.ts';
import type { Gaussian } from './posterior.ts';
import { covarianceWithSkills } from './reading.ts';
import type { ItemParameters } from './three-parameter.ts';
import { fisherInformation } from './three-parameter.ts';

/** A question that may be asked next; `index` is the caller's own name for it, unique in a list. */
export interface Candidate {
  readonly index: number;
  readonly skill: number;
  readonly parameters: ItemParameters;
}

/** A reading we want to know, such as a domain's: its weights over skills, and how much it counts. */
export interface Objective {
  readonly weights: Float64Array;
  readonly importance: number;
}

/** How much a question is worth asking now; more is better, only the order matters. */
export type SelectionRule = (candidate: Candidate) => number;

/**
 * What asking about each skill could tell of the objectives: Σ_d w_d·Cov(d, s)², length n.
 * O(n²) an objective, once an answer; after it a candidate costs O(1).
 */
export function leverage(gaussian: Gaussian, objectives: readonly Objective[]): Float64Array {
  const result = new Float64Array(gaussian.mean.length);
  for (const { weights, importance } of objectives) {
    const covariance = covarianceWithSkills(gaussian, weights);
    for (let s = 0; s < result.length; s += 1) result[s]! += importance * covariance[s]! ** 2;
  }
  return result;
}

/**
 * The fall of Σ_d w_d·Var(d) that one more answer brings, by Sherman–Morrison on Σ:
 *
 *     I·Σ_d w_d·Cov(d, s)² / (1 + I·Σ_ss) ≥ 0
 *
 * I the Fisher information at the current mean. This is A-optimality (Mulder & van der Linden 2009,
 * Psychometrika 74, 273–296), for chosen readings rather than for all abilities.
 */
export function expectedReduction(
  gaussian: Gaussian,
  leverages: Float64Array,
  { skill, parameters }: Candidate,
): number {
  const information = fisherInformation(parameters, gaussian.mean[skill]!);
  const variance = gaussian.covariance[skill * gaussian.mean.length + skill]!;
  return (information * leverages[skill]!) / (1 + information * variance);
}

/** Prefers what narrows the objectives most. */
export function reductionRule(gaussian: Gaussian, objectives: readonly Objective[]): SelectionRule {
  const leverages = leverage(gaussian, objectives);
  return (candidate) => expectedReduction(gaussian, leverages, candidate);
}

/** Prefers what is most informative about its own skill, whatever is known of that skill already. */
export function maximumInformationRule(gaussian: Gaussian): SelectionRule {
  return ({ skill, parameters }) => fisherInformation(parameters, gaussian.mean[skill]!);
}

/** Prefers nothing: the baseline of a simulation. */
export function randomRule(random: Random): SelectionRule {
  return () => random.unit();
}

/** The `count` best candidates, best first; equals go by lower index. One pass, no sort of the bank. */
export function rankCandidates(
  rule: SelectionRule,
  candidates: readonly Candidate[],
  count: number,
): Candidate[] {
  const best: Candidate[] = [];
  const values: number[] = [];
  for (const candidate of candidates) {
    const value = rule(candidate);
    let place = best.length;
    while (place > 0 && isBetter(value, candidate, values[place - 1]!, best[place - 1]!))
      place -= 1;
    if (place >= count) continue;
    best.splice(place, 0, candidate);
    values.splice(place, 0, value);
    if (best.length > count) {
      best.pop();
      values.pop();
    }
  }
  return best;
}

function isBetter(value: number, one: Candidate, otherValue: number, other: Candidate): boolean {
  return value > otherValue || (value === otherValue && one.index < other.index);
}

/**
 * One of the best few, each as likely, so that the best item is not worn out on everybody
 * ("randomesque", Kingsbury & Zara 1989, Applied Measurement in Education 2, 359–375).
 * Undefined when there are no candidates. The order of the candidates is immaterial.
 */
export function chooseAmongBest(
  rule: SelectionRule,
  candidates: readonly Candidate[],
  random: Random,
  bestCount = 4,
): Candidate | undefined {
  const best = rankCandidates(rule, candidates, bestCount);
  return best.length === 0 ? undefined : random.pick(best);
}
