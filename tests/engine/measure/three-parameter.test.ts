import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemParameters } from '#lib/engine/measure/three-parameter.ts';
import {
  fisherInformation,
  logLikelihood,
  observedInformationBound,
  probability,
  probabilityDerivative,
  scoreFunction,
} from '#lib/engine/measure/three-parameter.ts';
import { anyAbility, anyItem, anyScore } from './arbitraries.ts';

const RUNS = { numRuns: 1000 };
const slopeOf = (f: (theta: number) => number, theta: number, h = 1e-5) =>
  (f(theta + h) - f(theta - h)) / (2 * h);

test('the curve passes through its known points', () => {
  const item: ItemParameters = { discrimination: 1.2, difficulty: 0.5, guessing: 0.25 };
  expect(probability(item, 0.5)).toBeCloseTo(0.625, 14);
  expect(probability(item, -100)).toBeCloseTo(0.25, 14);
  expect(probability(item, 100)).toBeCloseTo(1, 14);
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

  test('has the derivative a numerical derivative gives', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, (item, theta) => {
        const numerical = slopeOf((t) => probability(item, t), theta);
        expect(Math.abs(probabilityDerivative(item, theta) - numerical)).toBeLessThan(1e-8);
      }),
      RUNS,
    );
  });

  test('has a score function that is the derivative of its log-likelihood', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, anyScore, (item, theta, score) => {
        const numerical = slopeOf((t) => logLikelihood(item, t, score), theta);
        expect(Math.abs(scoreFunction(item, theta, score) - numerical)).toBeLessThan(1e-6);
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

  test('has the information of the expected squared score, numerically differentiated', () => {
    fc.assert(
      fc.property(anyItem, fc.double({ min: -4, max: 4, noNaN: true }), (item, theta) => {
        const p = probability(item, theta);
        if (p * (1 - p) < 1e-6) return;
        const numerical = slopeOf((t) => probability(item, t), theta) ** 2 / (p * (1 - p));
        expect(Math.abs(fisherInformation(item, theta) - numerical)).toBeLessThan(1e-4);
      }),
      RUNS,
    );
  });

  test('is pulled up by a right answer, down by a wrong one, and the more the better the score', () => {
    fc.assert(
      fc.property(anyItem, anyAbility, anyScore, (item, theta, score) => {
        expect(scoreFunction(item, theta, 1)).toBeGreaterThanOrEqual(0);
        expect(scoreFunction(item, theta, 0)).toBeLessThanOrEqual(0);
        const better = Math.min(1, score + 0.1);
        expect(scoreFunction(item, theta, better)).toBeGreaterThanOrEqual(
          scoreFunction(item, theta, score) - 1e-15,
        );
      }),
      RUNS,
    );
  });

  test('is nowhere more curved than its bound over an interval', () => {
    fc.assert(
      fc.property(
        anyItem,
        anyAbility,
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        anyScore,
        (item, lo, width, share, score) => {
          const bound = observedInformationBound(item, lo, lo + width, score);
          const observed = -slopeOf((t) => scoreFunction(item, t, score), lo + share * width);
          expect(observed).toBeLessThanOrEqual(bound + 1e-4);
          expect(bound).toBeLessThanOrEqual(item.discrimination ** 2 / 4 + 1e-12);
        },
      ),
      RUNS,
    );
  });

  test('is finite at the extremes', () => {
    for (const discrimination of [0.05, 5]) {
      for (const guessing of [0, 0.25]) {
        for (const theta of [-10, 10, -1000, 1000]) {
          const item = { discrimination, difficulty: theta > 0 ? -10 : 10, guessing };
          for (const score of [0, 0.5, 1]) {
            expect(logLikelihood(item, theta, score)).toSatisfy(Number.isFinite);
            expect(scoreFunction(item, theta, score)).toSatisfy(Number.isFinite);
          }
          expect(fisherInformation(item, theta)).toSatisfy(Number.isFinite);
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
