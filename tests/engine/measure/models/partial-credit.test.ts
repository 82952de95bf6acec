import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type PartialCredit,
  categoryCurves,
  logLikelihood,
} from '#lib/engine/measure/models/partial-credit.ts';
import { anyAbility, anyPartialCredit, extremeItems, usualItems } from '../arbitraries.ts';

const RUNS = { numRuns: 1000 };
const anyRubric = fc.oneof(anyPartialCredit(usualItems), anyPartialCredit(extremeItems));

const probabilitiesOf = (item: PartialCredit, theta: number) =>
  categoryCurves(item, theta).map(({ value }) => value);

test('three categories have the probabilities worked out by hand', () => {
  // a = 1, b = −1, 1, at θ = 0: exponents 0, 1, 0.
  const item = { discrimination: 1, steps: [-1, 1], guessing: [0, 0] };
  const total = 2 + Math.E;
  const expected = [1 / total, Math.E / total, 1 / total];
  probabilitiesOf(item, 0).forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k]!, 14);
  });
});

test('neighbouring categories are as likely where the step between them is', () => {
  const item = { discrimination: 1.7, steps: [-0.4, 0.9], guessing: [0, 0] };
  const [none, some] = probabilitiesOf(item, -0.4);
  const [, half, whole] = probabilitiesOf(item, 0.9);
  expect(none).toBeCloseTo(some!, 14);
  expect(half).toBeCloseTo(whole!, 14);
});

test('a guessed answer is what is known or what luck brings, whichever is more', () => {
  fc.assert(
    fc.property(anyRubric, anyAbility, (item, theta) => {
      const known = probabilitiesOf({ ...item, guessing: item.guessing.map(() => 0) }, theta);
      const reached = [1, ...item.guessing, 0];
      const expected = known.map(() => 0);
      known.forEach((p, k) => {
        known.forEach((_, luck) => {
          expected[Math.max(k, luck)]! += p * (reached[luck]! - reached[luck + 1]!);
        });
      });
      probabilitiesOf(item, theta).forEach((value, k) => {
        expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-12);
      });
    }),
    RUNS,
  );
});

test('who knows nothing reaches each category by luck alone', () => {
  const item = { discrimination: 2, steps: [0, 1], guessing: [0.5, 0.2] };
  const expected = [0.5, 0.3, 0.2];
  probabilitiesOf(item, -60).forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k]!, 12);
  });
});

test('the best category is likelier the abler, the worst the less able', () => {
  fc.assert(
    fc.property(anyRubric, anyAbility, (item, theta) => {
      const [here, above] = [theta, theta + 0.1].map((at) => probabilitiesOf(item, at));
      expect(above!.at(-1)).toBeGreaterThanOrEqual(here!.at(-1)! - 1e-14);
      expect(above![0]).toBeLessThanOrEqual(here![0]! + 1e-14);
    }),
    RUNS,
  );
});

test('is finite far beyond the range of abilities', () => {
  for (const theta of [-1000, 1000]) {
    for (const discrimination of [0.05, 5]) {
      const item = { discrimination, steps: [-10, 10, -10], guessing: [0, 0, 0] };
      for (const category of [0, 1, 2, 3]) {
        expect(Number.isFinite(logLikelihood(item, theta, category))).toBe(true);
      }
      for (const { value, slope, curvature } of categoryCurves(item, theta)) {
        for (const number of [value, slope, curvature]) expect(Number.isFinite(number)).toBe(true);
      }
    }
  }
});
