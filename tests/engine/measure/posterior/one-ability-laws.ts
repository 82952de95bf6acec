import fc from 'fast-check';
import { expect } from 'vitest';
import {
  type ItemParameters,
  curvesOf,
  logLikelihood,
} from '#lib/engine/measure/models/item-parameters.ts';
import { type LogLikelihood, withAnswer } from '#lib/engine/measure/posterior/likelihood.ts';
import type { JudgedAnswer } from '#lib/engine/measure/posterior/one-ability.ts';
import * as threeParameter from '#lib/engine/measure/models/three-parameter.ts';
import { anyEvidence, anyThreeParameter, extremeItems, real, usualItems } from '../arbitraries.ts';
import { type Law, law } from '../laws.ts';

const { oneParameter, twoParameter } = threeParameter;

/** Items of the one-, two- and three-parameter model. */
const anyModel: fc.Arbitrary<ItemParameters> = fc.oneof(
  real(-3, 3).map(oneParameter),
  fc.tuple(real(0.4, 2.5), real(-3, 3)).map(([a, b]) => twoParameter(a, b)),
  fc.record({ discrimination: real(0.4, 2.5), difficulty: real(-3, 3), guessing: real(0, 0.35) }),
);
const anyAnswers = fc.oneof(
  anyEvidence(1, usualItems, 8),
  anyEvidence(1, extremeItems, 8),
  fc.array(fc.record({ parameters: anyModel, category: fc.nat(1) }), { maxLength: 8 }),
);

/** ℓ(θ) − θ²/2. */
function logPosterior(answers: readonly JudgedAnswer[], theta: number): number {
  return answers.reduce(
    (sum, { parameters, category }) => sum + logLikelihood(parameters, theta, category),
    -(theta ** 2) / 2,
  );
}

/** ℓ′(θ) and, of the same answers, I(θ) and Σ Σ_k P′·P″/P. */
function derivatives(answers: readonly JudgedAnswer[], theta: number) {
  let [slope, information, j] = [0, 0, 0];
  for (const { parameters, category } of answers) {
    const curves = curvesOf(parameters, theta);
    slope += curves[category]!.slope / curves[category]!.value;
    for (const curve of curves) {
      information += curve.slope ** 2 / curve.value;
      j += (curve.slope * curve.curvature) / curve.value;
    }
  }
  return { slope, information, j };
}

export const oneAbilityLaws = {
  'the most probable ability solves its equation, and none is more probable': law(
    anyAnswers,
    (engine, answers) => {
      const { theta, standardError } = engine.maximumAPosteriori(answers);
      const { slope, information } = derivatives(answers, theta);
      const height = logPosterior(answers, theta);
      if (Math.abs(theta) < 10) expect(Math.abs(slope - theta)).toBeLessThan(1e-9);
      const others = Array.from({ length: 81 }, (_, i) => logPosterior(answers, i / 4 - 10));
      // Heights are summed in steps of 0.1: two peaks within 0.05 of each other may be taken for equal.
      expect(Math.max(...others)).toBeLessThanOrEqual(height + 0.05);
      expect(standardError).toBeCloseTo(1 / Math.sqrt(information + 1), 9);
    },
  ),

  'weighted likelihood solves its equation': law(anyAnswers, (engine, answers) => {
    const { theta } = engine.weightedLikelihood(answers);
    const { slope, information, j } = derivatives(answers, theta);
    expect(Math.abs(theta)).toBeLessThanOrEqual(10);
    if (Math.abs(theta) < 9.999) {
      expect(Math.abs(slope + j / (2 * information))).toBeLessThan(1e-9);
    }
  }),

  'weighted likelihood is finite for all-right and all-wrong, right above wrong': law(
    fc.array(
      fc
        .oneof(anyModel, anyThreeParameter(usualItems))
        .filter((each) => each.discrimination >= 0.4),
      { minLength: 1, maxLength: 4 },
    ),
    (engine, items) => {
      const estimate = (category: number) =>
        engine.weightedLikelihood(items.map((parameters) => ({ parameters, category })));
      const [wrong, right] = [estimate(0), estimate(1)];
      for (const { theta, standardError } of [wrong, right]) {
        expect(Math.abs(theta)).toBeLessThan(10);
        expect(Number.isFinite(standardError)).toBe(true);
      }
      expect(right.theta).toBeGreaterThan(wrong.theta);
    },
  ),

  'the expected ability is what dense quadrature gives': law(
    fc.array(
      fc.record({
        parameters: fc
          .tuple(real(0.5, 2), real(-2, 2))
          .map(([a, b]): ItemParameters => twoParameter(a, b)),
        category: fc.nat(1),
      }),
      { minLength: 20, maxLength: 20 },
    ),
    (engine, answers) => {
      const loglikelihood = answers.reduce<LogLikelihood | null>(
        (before, answer) => withAnswer(before, { ...answer, skill: 0 }),
        null,
      );
      const { theta, standardError } = engine.expectedAPosteriori(loglikelihood!);
      let [mass, first, second] = [0, 0, 0];
      for (let i = -50; i <= 50; i += 1) {
        const x = i / 5;
        const weight = Math.exp(logPosterior(answers, x));
        mass += weight;
        first += weight * x;
        second += weight * x ** 2;
      }
      expect(Math.abs(theta - first / mass)).toBeLessThan(1e-5);
      expect(Math.abs(standardError - Math.sqrt(second / mass - (first / mass) ** 2))).toBeLessThan(
        1e-5,
      );
    },
  ),
} satisfies Record<string, Law>;
