import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  combinedWeights,
  covarianceWithSkills,
  domainWeights,
  meanWeights,
  readingCovariance,
  readingOf,
} from '#lib/engine/measure/levels/reading.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { covariance } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { anySituation, unguessableItems } from '../arbitraries.ts';
import { believing, priorFor, realEngine } from '../laws.ts';

/** Σ = [[4, 1, 0.5], [1, 2, 0.25], [0.5, 0.25, 1]]: two skills of one domain, and one of another. */
const gaussian = {
  tree: skillTree([0, 0, 1]),
  mean: Float64Array.of(1, 2, 4),
  variance: Float64Array.of(4, 2, 1),
  skillSlope: Float64Array.of(2, 1, 1),
  domainVariance: Float64Array.of(0.5, 0.5),
  domainSlope: Float64Array.of(0.5, 0.5),
  rootVariance: 1,
};

test('a domain is the plain mean of its skills', () => {
  expect([...domainWeights(skillTree([0, 1, 0]), 0)]).toEqual([0.5, 0, 0.5]);
});

test('a phase counts each domain by its importance', () => {
  const weights = combinedWeights([Float64Array.of(1, 0, 0), Float64Array.of(0, 0.5, 0.5)], [1, 3]);
  expect([...weights]).toEqual([0.25, 0.375, 0.375]);
});

test('a reading has the mean and variance of the sum, covariances included', () => {
  expect(covariance(gaussian, 0, 1)).toBe(1);
  const reading = readingOf(gaussian, meanWeights(3, [0, 1]));
  expect(reading.mean).toBe(1.5);
  expect(reading.variance).toBe((4 + 2 + 2 * 1) / 4);
});

test('covariances of readings are bilinear and symmetric', () => {
  const u = meanWeights(3, [0]);
  const w = meanWeights(3, [1, 2]);
  expect([...covarianceWithSkills(gaussian, w)]).toEqual([0.75, 1.125, 0.625]);
  expect(readingCovariance(gaussian, u, w)).toBe(0.75);
  expect(readingCovariance(gaussian, w, u)).toBe(0.75);
});

test('no answers that cannot be guessed make the mean of the skills less certain than the prior did', () => {
  // From deviations of 0.3 up, below which the grid itself wavers.
  const wide = anySituation(unguessableItems, 12).filter(({ population }) =>
    Object.values(population.variance).every((v) => v === 0 || v >= 0.09),
  );
  fc.assert(
    fc.property(wide, (situation) => {
      const { population, evidence } = situation;
      const skills = population.domainOf.map((_, s) => s);
      const weights = meanWeights(skills.length, skills);
      const prior = realEngine.beliefs(priorFor(realEngine, population), []).gaussian;
      const after = believing(realEngine, situation)(evidence).gaussian;
      const before = readingOf(prior, weights).variance;
      expect(readingOf(after, weights).variance).toBeLessThanOrEqual(before + 1e-12);
    }),
    { numRuns: 1000 },
  );
});
