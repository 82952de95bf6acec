import { describe, expect, test } from 'vitest';
import {
  categoryProbabilities,
  curvesOf,
  logLikelihood,
  withoutGuessing,
} from '#lib/engine/measure/models/item-parameters.ts';
import { testLaws } from '../test-laws.ts';
import { modelLaws } from './model-laws.ts';

describe('every model', () => {
  testLaws(modelLaws);
});

const CHOICE = { discrimination: 1.2, difficulty: 0.5, guessing: 0.25 };
const RUBRIC = { discrimination: 1.2, steps: [-1, 1], guessing: [0.5, 0.25] };

test('categories go from the worst to the best', () => {
  expect(categoryProbabilities(CHOICE, 0.5)).toEqual([expect.closeTo(0.375), 0.625]);
  expect(categoryProbabilities(RUBRIC, 9).at(-1)).toBeGreaterThan(0.99);
  expect(categoryProbabilities(RUBRIC, -9)[0]).toBeCloseTo(0.5, 3);
});

test('who does not guess faces the same item without its guessing', () => {
  expect(withoutGuessing(CHOICE)).toEqual({ ...CHOICE, guessing: 0 });
  expect(withoutGuessing(RUBRIC)).toEqual({ ...RUBRIC, guessing: [0, 0] });
  expect(CHOICE.guessing).toBe(0.25);
});

test('a wrong answer keeps its score where it is all but impossible', () => {
  // Once 1 − P was taken for it, which is 0 there, and most probable abilities came out 10 too high.
  const item = { discrimination: 5, difficulty: -10, guessing: 0 };
  const { value, slope } = curvesOf(item, 10)[0]!;
  expect(value).toBeGreaterThan(0);
  expect(slope / value).toBeCloseTo(-5, 9);
  expect(logLikelihood(item, 10, 0)).toBeCloseTo(-100, 9);
});
