import fc from 'fast-check';
import { expect } from 'vitest';
import { NODE_COUNT, STEP } from '#lib/engine/measure/posterior/grid.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import {
  anyEvidence,
  anyItem,
  anySmallPopulation,
  real,
  topOf,
  usualItems,
} from '../arbitraries.ts';
import { type Law, law, mostApart, priorFor } from '../laws.ts';
import { type Moments, type Nodes, denseQuadrature, nestedSums } from './dense-quadrature.ts';

/** The engine's own nodes and cut-off: with them it is to be exact, not just near. */
const OWN_NODES: Nodes = { limit: ((NODE_COUNT - 1) / 2) * STEP, step: STEP, reach: 8 };

/** Answers few enough for sums without logarithms. */
const smallLearner = anySmallPopulation.chain((population) =>
  fc.record({
    population: fc.constant(population),
    evidence: anyEvidence(population.domainOf.length, usualItems, 8),
    skill: fc.nat(population.domainOf.length - 1),
    parameters: anyItem(usualItems),
  }),
);

const middling = real(0.09, 0.4);

export const exactLaws = {
  'no answers give the prior back': law(
    fc.record({
      domainOf: fc.array(fc.nat(2), { minLength: 1, maxLength: 6 }),
      variance: fc.record({ global: middling, domain: middling, skill: middling }),
    }),
    (engine, { domainOf, variance }) => {
      const { gaussian } = engine.beliefs(engine.priorOf(skillTree(domainOf), variance), []);
      const total = variance.global + variance.domain + variance.skill;
      expect(Math.max(...gaussian.mean.map(Math.abs))).toBeLessThan(1e-12);
      // The nodes end at ±6, 5.5 deviations of the widest of these priors.
      expect(Math.max(...gaussian.variance.map((v) => Math.abs(v - total)))).toBeLessThan(1e-5);
    },
  ),

  'beliefs are the sums over every node': law(smallLearner, (engine, learner) => {
    const { population, evidence } = learner;
    const found = momentsOf(engine.beliefs(priorFor(engine, population), evidence).gaussian);
    const exact = denseQuadrature(population, evidence, OWN_NODES);
    expect(apart(found, exact)).toBeLessThan(1e-9);
  }),

  'on average over its answers no question widens or moves a skill': law(
    smallLearner,
    (engine, { population, evidence, skill, parameters }) => {
      // The law of total variance, which guessing does not touch.
      const { domainOf } = population;
      const prior = priorFor(engine, population);
      const before = engine.beliefs(prior, evidence).gaussian;
      const { logMass } = nestedSums(population, evidence, OWN_NODES);
      const expectedMean = domainOf.map(() => 0);
      const expectedVariance = domainOf.map(() => 0);
      let total = 0;
      for (let category = 0; category <= topOf(parameters); category += 1) {
        const answers = [...evidence, { skill, parameters, category }];
        const after = engine.beliefs(prior, answers).gaussian;
        const own = nestedSums(population, answers, OWN_NODES);
        const chance = Math.exp(own.logMass - logMass);
        total += chance;
        domainOf.forEach((_, s) => {
          expectedMean[s]! += chance * after.mean[s]!;
          expectedVariance[s]! += chance * after.variance[s]!;
        });
      }
      expect(total).toBeCloseTo(1, 9);
      expect(mostApart(expectedMean, before.mean)).toBeLessThan(1e-9);
      expectedVariance.forEach((expected, s) => {
        expect(expected).toBeLessThanOrEqual(before.variance[s]! + 1e-9);
      });
    },
  ),
} satisfies Record<string, Law>;

/** Covariances rather than slopes: where an ability is certain, its slope is 0/0. */
export function momentsOf(gaussian: TreeGaussian): Moments {
  const { tree, domainVariance, rootVariance } = gaussian;
  return {
    mean: [...gaussian.mean],
    variance: [...gaussian.variance],
    withDomain: tree.domainOf.map((d, s) => gaussian.skillSlope[s]! * domainVariance[d]!),
    withRoot: [...gaussian.domainSlope].map((slope) => slope * rootVariance),
    domainVariance: [...domainVariance],
    rootVariance,
  };
}

/** The largest difference of two moments. */
export function apart(one: Moments, other: Moments): number {
  return Math.max(
    mostApart(one.mean, other.mean),
    mostApart(one.variance, other.variance),
    mostApart(one.withDomain, other.withDomain),
    mostApart(one.withRoot, other.withRoot),
    mostApart(one.domainVariance, other.domainVariance),
    Math.abs(one.rootVariance - other.rootVariance),
  );
}
