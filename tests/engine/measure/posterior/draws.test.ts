import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import { drawAbilities } from '#lib/engine/measure/posterior/draws.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { covariance } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { anySituationAndItem, extremeItems, topOf, usualItems } from '../arbitraries.ts';
import { USUAL_VARIANCE } from '../gaussians.ts';
import { believing, largestFall, realEngine } from '../laws.ts';

const unitOf = (seed: number) => {
  const random = randomFrom('draws', seed);
  return () => random.unit();
};
const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
const covarianceOf = (xs: Float64Array, ys: Float64Array) => {
  const [mx, my] = [mean(xs), mean(ys)];
  return xs.reduce((sum, x, k) => sum + (x - mx) * (ys[k]! - my), 0) / (xs.length - 1);
};

describe('abilities drawn from the posterior', () => {
  const prior = priorOf(skillTree([0, 0, 0, 1, 1]), USUAL_VARIANCE);
  const easy = { discrimination: 1.2, difficulty: -1, guessing: 0 };
  const evidence: Evidence[] = [0, 0, 1, 3, 3].map((skill, i) => {
    return { skill, parameters: easy, category: i % 2 };
  });

  test.each([
    ['before any answer', []],
    ['after some answers', evidence],
  ])('have the means and covariances of the exact posterior, %s', (_, answers) => {
    const believed = beliefs(prior, answers);
    const drawn = drawAbilities(believed, 40_000, unitOf(1));
    drawn.forEach((xs, s) => {
      // Four standard errors; a cell of the grid adds STEP²/12 to a skill's variance.
      expect(Math.abs(mean(xs) - believed.gaussian.mean[s]!)).toBeLessThan(0.02);
      drawn.forEach((ys, t) => {
        const cell = s === t ? 0.25 ** 2 / 12 : 0;
        const exact = covariance(believed.gaussian, s, t) + cell;
        expect(Math.abs(covarianceOf(xs, ys) - exact)).toBeLessThan(0.03);
      });
    });
  });

  test('are the same for the same uniforms, and others for others', () => {
    const believed = beliefs(prior, evidence);
    expect(drawAbilities(believed, 20, unitOf(2))).toEqual(drawAbilities(believed, 20, unitOf(2)));
    expect(drawAbilities(believed, 20, unitOf(2))).not.toEqual(
      drawAbilities(believed, 20, unitOf(3)),
    );
  });

  test('are finite after answers that contradict one another', () => {
    const torn = [0, 0, 0, 1, 1, 1].map((skill, i): Evidence => ({
      skill,
      parameters: { discrimination: 5, difficulty: skill === 0 ? 10 : -10, guessing: 0 },
      category: i < 3 ? 1 : 0,
    }));
    const drawn = drawAbilities(beliefs(prior, [...torn, ...torn, ...torn]), 200, unitOf(4));
    for (const xs of drawn) expect(xs.every((x) => Math.abs(x) <= 8.125)).toBe(true);
  });

  test('never fall, draw by draw, when one answer is better', () => {
    const anyCase = fc.oneof(
      anySituationAndItem(usualItems, 8),
      anySituationAndItem(extremeItems, 8),
    );
    fc.assert(
      fc.property(anyCase, fc.nat(), ({ situation, skill, parameters }, seed) => {
        const believed = believing(realEngine, situation);
        const withCategory = (category: number) =>
          drawAbilities(
            believed([...situation.evidence, { skill, parameters, category }]),
            25,
            unitOf(seed),
          );
        const [worse, better] = [withCategory(0), withCategory(topOf(parameters))];
        worse.forEach((xs, s) => {
          expect(largestFall(xs, better[s]!)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 300 },
    );
  });
});
