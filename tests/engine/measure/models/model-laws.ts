import fc from 'fast-check';
import { expect } from 'vitest';
import {
  anyAbility,
  anyItem,
  anyPartialCredit,
  anyThreeParameter,
  extremeItems,
  topOf,
  unguessableItems,
  usualItems,
} from '../arbitraries.ts';
import { type Law, law, mostApart } from '../laws.ts';

const anyItemAtAll = fc.oneof(anyItem(usualItems), anyItem(extremeItems));
const itemAndAbility = fc.tuple(anyItemAtAll, anyAbility);

/** π_k(θ) as Muraki (1992) writes it; safe where no exponent passes 700. */
function muraki(a: number, steps: readonly number[], theta: number): number[] {
  const numerators = [1];
  let exponent = 0;
  for (const b of steps) {
    exponent += a * (theta - b);
    numerators.push(Math.exp(exponent));
  }
  const total = numerators.reduce((sum, value) => sum + value, 0);
  return numerators.map((value) => value / total);
}

const knownOf = (item: Parameters<typeof topOf>[0], theta: number) =>
  muraki(item.discrimination, 'steps' in item ? item.steps : [item.difficulty], theta);

export const modelLaws = {
  'information is finite and never below 0': law(itemAndAbility, (engine, [item, theta]) => {
    const information = engine.fisherInformation(item, theta);
    expect(information).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(information)).toBe(true);
  }),

  'information is that of the curves it goes with, Σ P′²/P': law(
    itemAndAbility,
    (engine, [item, theta]) => {
      // The trap: information of one model beside the curve of another, 19 times too much.
      const expected = engine
        .curvesOf(item, theta)
        .reduce((sum, { value, slope }) => sum + slope ** 2 / value, 0);
      expect(engine.fisherInformation(item, theta)).toBeCloseTo(expected, 10);
    },
  ),

  'guessing never adds information': law(itemAndAbility, (engine, [item, theta]) => {
    // What luck may have replaced tells no more than what it replaced.
    const honest = engine.fisherInformation(engine.withoutGuessing(item), theta);
    expect(engine.fisherInformation(item, theta)).toBeLessThanOrEqual(honest + 1e-9);
  }),

  'category probabilities lie in [0, 1] and sum to 1': law(
    itemAndAbility,
    (engine, [item, theta]) => {
      const values = engine.curvesOf(item, theta).map(({ value }) => value);
      expect(values).toHaveLength(topOf(item) + 1);
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      }
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) - 1)).toBeLessThan(1e-12);
    },
  ),

  'slopes and curvatures are those of finite differences': law(
    itemAndAbility,
    (engine, [item, theta]) => {
      const h = 1e-5;
      const curves = engine.curvesOf(item, theta);
      const lower = engine.curvesOf(item, theta - h);
      const upper = engine.curvesOf(item, theta + h);
      const differences = (of: 'value' | 'slope') =>
        curves.map((_, k) => (upper[k]![of] - lower[k]![of]) / (2 * h));
      // Differences err by h²/6 of the third derivative: a³·m³ and a⁴·m⁴ at worst.
      const scale = item.discrimination * topOf(item);
      const slopes = curves.map(({ slope }) => slope);
      const curvatures = curves.map(({ curvature }) => curvature);
      expect(mostApart(slopes, differences('value'))).toBeLessThan(1e-9 + 1e-10 * scale ** 3);
      expect(mostApart(curvatures, differences('slope'))).toBeLessThan(1e-8 + 1e-10 * scale ** 4);
    },
  ),

  'log-likelihoods are finite, and the logarithms of the probabilities': law(
    itemAndAbility,
    (engine, [item, theta]) => {
      engine.curvesOf(item, theta).forEach(({ value }, category) => {
        const log = engine.logLikelihood(item, theta, category);
        expect(Number.isFinite(log)).toBe(true);
        expect(log).toBeLessThanOrEqual(1e-14);
        expect(Math.abs(Math.exp(log) - value)).toBeLessThan(1e-12);
      });
    },
  ),

  'one step is the three-parameter model': law(
    fc.tuple(fc.oneof(anyThreeParameter(usualItems), anyThreeParameter(extremeItems)), anyAbility),
    (engine, [item, theta]) => {
      const { discrimination, difficulty, guessing } = item;
      const oneStep = { discrimination, steps: [difficulty], guessing: [guessing] };
      const [expected, found] = [item, oneStep].map((each) => engine.curvesOf(each, theta));
      for (const of of ['value', 'slope', 'curvature'] as const) {
        const apart = mostApart(
          expected!.map((curve) => curve[of]),
          found!.map((curve) => curve[of]),
        );
        expect(apart).toBeLessThan(1e-12);
      }
      for (const category of [0, 1]) {
        const [one, other] = [item, oneStep].map((each) =>
          engine.logLikelihood(each, theta, category),
        );
        expect(Math.abs(one! - other!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(one!)));
      }
      const [one, other] = [item, oneStep].map((each) => engine.fisherInformation(each, theta));
      expect(Math.abs(one! - other!)).toBeLessThan(1e-12);
    },
  ),

  "without guessing partial credit is Muraki's formula": law(
    fc.tuple(anyPartialCredit(unguessableItems), anyAbility),
    (engine, [item, theta]) => {
      const expected = knownOf(item, theta);
      const found = engine.curvesOf(item, theta).map(({ value }) => value);
      expect(mostApart(expected, found)).toBeLessThan(1e-12);
    },
  ),

  '"I don\'t know yet" is judged without a guessing floor': law(
    itemAndAbility,
    (engine, [item, theta]) => {
      const log = engine.logLikelihood(engine.withoutGuessing(item), theta, 0);
      expect(Math.abs(Math.exp(log) - knownOf(item, theta)[0]!)).toBeLessThan(1e-12);
    },
  ),
} satisfies Record<string, Law>;
