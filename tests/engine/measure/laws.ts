import fc from 'fast-check';
import { changeBetween } from '#lib/engine/measure/levels/change.ts';
import { readingOf } from '#lib/engine/measure/levels/reading.ts';
import {
  curvesOf,
  fisherInformation,
  logLikelihood,
  withoutGuessing,
} from '#lib/engine/measure/models/item-parameters.ts';
import { type Beliefs, beliefs, observe } from '#lib/engine/measure/posterior/beliefs.ts';
import {
  type Evidence,
  type LogLikelihood,
  fade,
  withAnswer,
} from '#lib/engine/measure/posterior/likelihood.ts';
import {
  expectedAPosteriori,
  maximumAPosteriori,
  weightedLikelihood,
} from '#lib/engine/measure/posterior/one-ability.ts';
import { type Prior, priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { narrowed } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { openItems, preference } from '#lib/engine/measure/selection/open-items.ts';
import {
  type SelectionRule,
  leverage,
  varianceReduction,
} from '#lib/engine/measure/selection/rules.ts';
import type { Population, Situation } from './arbitraries.ts';

/**
 * All that the laws bear on, as one value, so that a law can also be held against an engine that is
 * broken on purpose: a law nothing breaks would prove nothing.
 */
export interface LawEngine {
  readonly logLikelihood: typeof logLikelihood;
  readonly curvesOf: typeof curvesOf;
  readonly fisherInformation: typeof fisherInformation;
  readonly withoutGuessing: typeof withoutGuessing;
  readonly priorOf: typeof priorOf;
  readonly beliefs: typeof beliefs;
  readonly observe: typeof observe;
  readonly fade: typeof fade;
  readonly narrowed: typeof narrowed;
  readonly readingOf: typeof readingOf;
  readonly changeBetween: typeof changeBetween;
  readonly expectedAPosteriori: typeof expectedAPosteriori;
  readonly maximumAPosteriori: typeof maximumAPosteriori;
  readonly weightedLikelihood: typeof weightedLikelihood;
  readonly leverage: typeof leverage;
  readonly preference: typeof preference;
  readonly openItems: typeof openItems;
  readonly choose: SelectionRule;
}

export const realEngine: LawEngine = {
  logLikelihood,
  curvesOf,
  fisherInformation,
  withoutGuessing,
  priorOf,
  beliefs,
  observe,
  fade,
  narrowed,
  readingOf,
  changeBetween,
  expectedAPosteriori,
  maximumAPosteriori,
  weightedLikelihood,
  leverage,
  preference,
  openItems,
  choose: varianceReduction,
};

/** Holds an engine against the law in many random situations; throws where one breaks it. */
export type Law = (engine: LawEngine, runs: Runs) => void;

/** A mistake an engine could make: what it is, and what it puts in place of the real thing. */
export type Mistake = readonly [what: string, instead: Partial<LawEngine>];

export interface Runs {
  readonly numRuns: number;
  readonly seed?: number;
  readonly endOnFailure?: boolean;
}

/**
 * A law from the situations it speaks of, and what it asserts of an engine in each. A law that takes
 * `dearness` times as long as the others to look at is looked at that many times less often.
 */
export function law<T>(
  situations: fc.Arbitrary<T>,
  holds: (engine: LawEngine, situation: T) => void,
  dearness = 1,
): Law {
  return (engine, { numRuns, ...how }) => {
    const property = fc.property(situations, (situation) => {
      holds(engine, situation);
    });
    fc.assert(property, { ...how, numRuns: Math.ceil(numRuns / dearness) });
  };
}

const workedOut = new WeakMap<Population, Prior>();

/** The prior of a population, worked out once unless the engine has a way of its own. */
export function priorFor({ priorOf: own }: LawEngine, population: Population): Prior {
  const known = own === priorOf ? workedOut.get(population) : undefined;
  if (known) return known;
  const prior = own(skillTree(population.domainOf), population.variance);
  if (own === priorOf) workedOut.set(population, prior);
  return prior;
}

/** What an engine believes of a learner who gives such answers now, after what came earlier. */
export function believing(engine: LawEngine, { population, earlier }: Situation) {
  const prior = priorFor(engine, population);
  const before = new Array<LogLikelihood | null>(population.domainOf.length).fill(null);
  for (const answer of earlier.evidence) {
    before[answer.skill] = withAnswer(before[answer.skill] ?? null, answer);
  }
  const faded = before.map((each) => each && engine.fade(each, earlier.moved));
  return (evidence: readonly Evidence[]): Beliefs => engine.beliefs(prior, evidence, faded);
}

/** The largest difference of two lists' entries; NaN where any is NaN, or one list is longer. */
export function mostApart(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let most = one.length === other.length ? 0 : NaN;
  for (let i = 0; i < one.length; i += 1) most = Math.max(most, Math.abs(one[i]! - other[i]!));
  return most;
}

/** The largest fall from one list's entries to another's; below 0 where all rise, NaN where any is NaN. */
export function largestFall(from: ArrayLike<number>, to: ArrayLike<number>): number {
  let fall = -Infinity;
  for (let i = 0; i < from.length; i += 1) fall = Math.max(fall, from[i]! - to[i]!);
  return fall;
}
