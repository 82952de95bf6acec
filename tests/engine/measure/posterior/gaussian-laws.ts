import fc from 'fast-check';
import { expect } from 'vitest';
import { type TreeGaussian, covariance } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { anySituation, extremeItems, real, usualItems } from '../arbitraries.ts';
import { type Law, believing, law, mostApart } from '../laws.ts';

const anyLearner = fc.oneof(anySituation(usualItems, 8), anySituation(extremeItems, 8));

/** Σ, every entry of it. */
export function denseCovariance(gaussian: TreeGaussian): number[][] {
  const { domainOf } = gaussian.tree;
  return domainOf.map((_, s) => domainOf.map((_, t) => covariance(gaussian, s, t)));
}

/** uᵀΣw, term by term. */
export function denseForm(
  sigma: readonly (readonly number[])[],
  u: ArrayLike<number>,
  w: ArrayLike<number>,
): number {
  let sum = 0;
  sigma.forEach((row, s) => {
    row.forEach((value, t) => (sum += u[s]! * value * w[t]!));
  });
  return sum;
}

export const gaussianLaws = {
  'the Gaussian of any beliefs is a proper one': law(
    fc.tuple(anyLearner, fc.array(real(-1, 1), { minLength: 8, maxLength: 8 })),
    (engine, [situation, weights]) => {
      const sigma = denseCovariance(believing(engine, situation)(situation.evidence).gaussian);
      expect(denseForm(sigma, weights, weights)).toBeGreaterThanOrEqual(-1e-12);
      sigma.forEach((row, s) => {
        row.forEach((value, t) => {
          expect(value ** 2).toBeLessThanOrEqual(sigma[s]![s]! * sigma[t]![t]! + 1e-12);
        });
      });
    },
  ),

  'one more answer narrows as a rank-one update of the whole matrix does': law(
    fc.tuple(anyLearner, fc.nat(7), real(0, 6.25)),
    (engine, [situation, place, information]) => {
      const { gaussian } = believing(engine, situation)(situation.evidence);
      const skill = place % situation.population.domainOf.length;
      const before = denseCovariance(gaussian);
      const after = engine.narrowed(gaussian, skill, information);
      const factor = information / (1 + information * before[skill]![skill]!);
      const expected = before.map((row, s) =>
        row.map((value, t) => value - factor * before[s]![skill]! * before[skill]![t]!),
      );
      expect(mostApart(expected.flat(), denseCovariance(after).flat())).toBeLessThan(1e-12);
      expect(mostApart(after.mean, gaussian.mean)).toBe(0);
    },
  ),

  'a reading has the mean and variance of the sum, covariances included': law(
    fc.tuple(anyLearner, fc.array(real(-1, 1), { minLength: 8, maxLength: 8 })),
    (engine, [situation, values]) => {
      const { gaussian } = believing(engine, situation)(situation.evidence);
      const weights = Float64Array.from(situation.population.domainOf, (_, s) => values[s]!);
      const { mean, variance } = engine.readingOf(gaussian, weights);
      const expected = gaussian.mean.reduce((sum, value, s) => sum + weights[s]! * value, 0);
      const dense = denseForm(denseCovariance(gaussian), weights, weights);
      expect(Math.abs(mean - expected)).toBeLessThan(1e-12);
      expect(Math.abs(variance - dense)).toBeLessThan(1e-12);
    },
  ),
} satisfies Record<string, Law>;
