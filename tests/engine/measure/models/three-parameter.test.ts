import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ThreeParameter,
  fisherInformation,
  logLikelihood,
  logistic,
  oneParameter,
  probability,
  probabilityCurvature,
  probabilityDerivative,
  scoreFunction,
  twoParameter,
} from '#lib/engine/measure/models/three-parameter.ts';
import { anyAbility, anyThreeParameter, extremeItems, real, usualItems } from '../arbitraries.ts';

const RUNS = { numRuns: 1000 };
const anyItem = fc.oneof(anyThreeParameter(usualItems), anyThreeParameter(extremeItems));

const slopeOf = (f: (theta: number) => number, theta: number, h = 1e-5) =>
  (f(theta + h) - f(theta - h)) / (2 * h);

test('the curve passes through its known points', () => {
  const item: ThreeParameter = { discrimination: 1.2, difficulty: 0.5, guessing: 0.25 };
  expect(probability(item, 0.5)).toBeCloseTo(0.625, 14);
  expect(probability(item, -100)).toBeCloseTo(0.25, 14);
  expect(probability(item, 100)).toBeCloseTo(1, 14);
});

test('the simpler models are the three-parameter model with some of them fixed', () => {
  expect(twoParameter(1.7, -1)).toEqual({ discrimination: 1.7, difficulty: -1, guessing: 0 });
  expect(oneParameter(0.5)).toEqual(twoParameter(1, 0.5));
  expect(probability(oneParameter(0.5), 1.5)).toBeCloseTo(1 / (1 + Math.exp(-1)), 14);
});

test('the logistic function is finite, and mirrors about one half', () => {
  expect(logistic(0)).toBe(0.5);
  expect(logistic(-1e6)).toBe(0);
  expect(logistic(1e6)).toBe(1);
  expect(logistic(3) + logistic(-3)).toBeCloseTo(1, 15);
});

describe('every item', () => {
  test('has a probability between guessing and 1 that never falls', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, (item, theta) => {
        const p = probability(item, theta);
        expect(p).toBeGreaterThanOrEqual(item.guessing);
        expect(p).toBeLessThanOrEqual(1);
        expect(probability(item, theta + 0.1)).toBeGreaterThanOrEqual(p);
      }),
      RUNS,
    );
  });

  test('has the derivatives a numerical derivative gives', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, (item, theta) => {
        const slope = slopeOf((t) => probability(item, t), theta);
        const curvature = slopeOf((t) => probabilityDerivative(item, t), theta);
        expect(Math.abs(probabilityDerivative(item, theta) - slope)).toBeLessThan(1e-8);
        expect(Math.abs(probabilityCurvature(item, theta) - curvature)).toBeLessThan(1e-7);
      }),
      RUNS,
    );
  });

  test('has a score function that is the derivative of its log-likelihood', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, fc.boolean(), (item, theta, right) => {
        const numerical = slopeOf((t) => logLikelihood(item, t, right), theta);
        expect(Math.abs(scoreFunction(item, theta, right) - numerical)).toBeLessThan(1e-6);
      }),
      RUNS,
    );
  });

  test('has information 0 or more, and at most a²/4', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, (item, theta) => {
        const information = fisherInformation(item, theta);
        expect(information).toBeGreaterThanOrEqual(0);
        expect(information).toBeLessThanOrEqual(item.discrimination ** 2 / 4 + 1e-12);
      }),
      RUNS,
    );
  });

  test('has the information of the expected squared score', () => {
    fc.assert(
      fc.property(anyItem, real(-4, 4), (item, theta) => {
        const p = probability(item, theta);
        const expected =
          p * scoreFunction(item, theta, true) ** 2 +
          Math.exp(logLikelihood(item, theta, false)) * scoreFunction(item, theta, false) ** 2;
        expect(Math.abs(fisherInformation(item, theta) - expected)).toBeLessThan(1e-12);
        if (p * (1 - p) < 1e-6) return;
        const numerical = slopeOf((t) => probability(item, t), theta) ** 2 / (p * (1 - p));
        expect(Math.abs(fisherInformation(item, theta) - numerical)).toBeLessThan(1e-4);
      }),
      RUNS,
    );
  });

  test('is pulled up by a right answer, down by a wrong one', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, (item, theta) => {
        expect(scoreFunction(item, theta, true)).toBeGreaterThanOrEqual(0);
        expect(scoreFunction(item, theta, false)).toBeLessThanOrEqual(0);
      }),
      RUNS,
    );
  });

  test('is finite at the extremes', () => {
    for (const discrimination of [0.05, 5]) {
      for (const guessing of [0, 0.25]) {
        for (const theta of [-10, 10, -1000, 1000]) {
          const item = { discrimination, difficulty: theta > 0 ? -10 : 10, guessing };
          for (const right of [true, false]) {
            expect(Number.isFinite(logLikelihood(item, theta, right))).toBe(true);
            expect(Number.isFinite(scoreFunction(item, theta, right))).toBe(true);
          }
          expect(Number.isFinite(fisherInformation(item, theta))).toBe(true);
        }
      }
    }
  });
});

test('guessing costs information', () => {
  const item = { discrimination: 1.2, difficulty: 0 };
  const free = fisherInformation({ ...item, guessing: 0 }, 0);
  expect(free).toBeCloseTo(0.36, 14);
  expect(fisherInformation({ ...item, guessing: 0.25 }, 0)).toBeCloseTo(0.216, 14);
});
