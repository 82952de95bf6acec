import fc from 'fast-check';
import { expect, test } from 'vitest';
import { posterior } from '#lib/engine/measure/posterior.ts';
import {
  combinedWeights,
  covarianceWithSkills,
  domainWeights,
  meanWeights,
  readingCovariance,
  readingOf,
} from '#lib/engine/measure/reading.ts';
import { skillTree } from '#lib/engine/measure/skill-tree.ts';
import { anySituation } from './arbitraries.ts';

const gaussian = {
  mean: Float64Array.of(1, 2, 4),
  covariance: Float64Array.of(4, 1, 0.5, 1, 2, 0.25, 0.5, 0.25, 1),
};

test('a domain is the plain mean of its skills', () => {
  expect([...domainWeights(skillTree([0, 1, 0]), 0)]).toEqual([0.5, 0, 0.5]);
});

test('a phase counts each domain by its importance', () => {
  const weights = combinedWeights([Float64Array.of(1, 0, 0), Float64Array.of(0, 0.5, 0.5)], [1, 3]);
  expect([...weights]).toEqual([0.25, 0.375, 0.375]);
});

test('a reading has the mean and variance of the sum, covariances included', () => {
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

test('no answers make the mean of the skills less certain than the prior did', () => {
  fc.assert(
    fc.property(anySituation, ({ prior, evidence, skillCount }) => {
      const weights = meanWeights(
        skillCount,
        Array.from({ length: skillCount }, (_, s) => s),
      );
      const before = readingOf(prior, weights).variance;
      expect(readingOf(posterior(prior, evidence), weights).variance).toBeLessThanOrEqual(
        before + 1e-12,
      );
    }),
    { numRuns: 300 },
  );
});
