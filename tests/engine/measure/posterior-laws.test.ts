import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, Gaussian } from '#lib/engine/measure/posterior.ts';
import { posterior, priorGaussian } from '#lib/engine/measure/posterior.ts';
import { skillTree } from '#lib/engine/measure/skill-tree.ts';
import { anyScore, anySituation, anySituationAndAnswer } from './arbitraries.ts';

const RUNS = { numRuns: 1000 };
const ROUNDING = 1e-8;

function isFinite(gaussian: Gaussian): boolean {
  return gaussian.mean.every(Number.isFinite) && gaussian.covariance.every(Number.isFinite);
}

function largestDifference(one: Float64Array, other: Float64Array): number {
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value - (other[i] ?? NaN))), 0);
}

describe('one more answer', () => {
  test('a right answer never lowers the skill, nor any other', () => {
    fc.assert(
      fc.property(
        anySituationAndAnswer,
        ({ situation: { prior, evidence }, skill, parameters }) => {
          const before = posterior(prior, evidence);
          const after = posterior(prior, [...evidence, { skill, parameters, score: 1 }]);
          after.mean.forEach((mean, s) => {
            expect(mean).toBeGreaterThanOrEqual(before.mean[s]! - ROUNDING);
          });
        },
      ),
      RUNS,
    );
  });

  test('a wrong answer never raises the skill, nor any other', () => {
    fc.assert(
      fc.property(
        anySituationAndAnswer,
        ({ situation: { prior, evidence }, skill, parameters }) => {
          const before = posterior(prior, evidence);
          const after = posterior(prior, [...evidence, { skill, parameters, score: 0 }]);
          after.mean.forEach((mean, s) => {
            expect(mean).toBeLessThanOrEqual(before.mean[s]! + ROUNDING);
          });
        },
      ),
      RUNS,
    );
  });

  test('"I don\'t know yet" never raises the skill', () => {
    fc.assert(
      fc.property(
        anySituationAndAnswer,
        ({ situation: { prior, evidence }, skill, parameters }) => {
          const unknown = { skill, parameters: { ...parameters, guessing: 0 }, score: 0 };
          const after = posterior(prior, [...evidence, unknown]);
          expect(after.mean[skill]).toBeLessThanOrEqual(
            posterior(prior, evidence).mean[skill]! + ROUNDING,
          );
        },
      ),
      RUNS,
    );
  });

  test('a better score never lowers any skill', () => {
    fc.assert(
      fc.property(anySituationAndAnswer, anyScore, anyScore, (more, one, other) => {
        const { situation, skill, parameters } = more;
        const { prior, evidence } = situation;
        const [worse, better] = [one, other].sort((a, b) => a - b);
        const low = posterior(prior, [...evidence, { skill, parameters, score: worse! }]);
        const high = posterior(prior, [...evidence, { skill, parameters, score: better! }]);
        high.mean.forEach((mean, s) => {
          expect(mean).toBeGreaterThanOrEqual(low.mean[s]! - ROUNDING);
        });
      }),
      RUNS,
    );
  });
});

describe('any answers', () => {
  test('no variance exceeds the prior variance, and none is below 0', () => {
    fc.assert(
      fc.property(anySituation, ({ prior, evidence, skillCount }) => {
        const after = posterior(prior, evidence);
        for (let s = 0; s < skillCount; s += 1) {
          const variance = after.covariance[s * (skillCount + 1)]!;
          expect(variance).toBeLessThanOrEqual(prior.covariance[s * (skillCount + 1)]! + 1e-12);
          expect(variance).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });

  test('the order of the answers is immaterial', () => {
    fc.assert(
      fc.property(
        anySituation.chain((s) =>
          fc.tuple(
            fc.constant(s),
            fc.shuffledSubarray([...s.evidence], {
              minLength: s.evidence.length,
              maxLength: s.evidence.length,
            }),
          ),
        ),
        ([{ prior, evidence }, shuffled]) => {
          const one = posterior(prior, evidence);
          const other = posterior(prior, shuffled);
          expect(largestDifference(one.mean, other.mean)).toBeLessThan(1e-6);
          expect(largestDifference(one.covariance, other.covariance)).toBeLessThan(1e-6);
        },
      ),
      RUNS,
    );
  });

  test('the same answers give the same bits, and the prior is left alone', () => {
    fc.assert(
      fc.property(anySituation, ({ prior, evidence }) => {
        const before = [...prior.mean, ...prior.covariance];
        expect(posterior(prior, evidence)).toEqual(posterior(prior, evidence));
        expect([...prior.mean, ...prior.covariance]).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe('extreme answers', () => {
  const tree = skillTree([0, 0, 0, 1, 1]);
  const prior = priorGaussian(tree, { global: 0.45, domain: 0.3, skill: 0.25 });
  const repeated = (count: number, score: number, a: number, b: number, c: number): Evidence[] =>
    Array.from({ length: count }, (_, i) => ({
      skill: i % 2,
      parameters: { discrimination: a, difficulty: b, guessing: c },
      score,
    }));

  test('no answers at all give the prior back', () => {
    expect(posterior(prior, [])).toEqual(prior);
  });

  test.each(
    [0, 1].flatMap((score) =>
      [0.05, 1.2, 5].flatMap((a) =>
        [-10, 0, 10].flatMap((b) => [0, 0.25].map((c) => [score, a, b, c] as const)),
      ),
    ),
  )('200 answers scored %d with a = %d, b = %d, c = %d are finite', (score, a, b, c) => {
    const after = posterior(prior, repeated(200, score, a, b, c));
    expect(isFinite(after)).toBe(true);
    expect(Math.sign(after.mean[0]!) * (score === 1 ? 1 : -1)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(after.mean[0]!)).toBeLessThan(30);
  });

  test('5,000 mixed answers are finite', () => {
    const mixed = repeated(5000, 0, 1.2, 0, 0.2).map((answer, i) => {
      const parameters = { ...answer.parameters, difficulty: (i % 5) - 2 };
      return { ...answer, parameters, score: i % 3 === 0 ? 0 : 1 };
    });
    expect(isFinite(posterior(prior, mixed))).toBe(true);
  });

  test('a bank that is all too hard never turns a wrong answer into a gain', () => {
    let last = prior.mean[0]!;
    for (let count = 1; count <= 40; count += 1) {
      const now = posterior(prior, repeated(count, 0, 2, 6, 0.25)).mean[0]!;
      expect(now).toBeLessThanOrEqual(last + 1e-12);
      last = now;
    }
  });

  test('right answers that luck explains as well leave the skill low', () => {
    // Wrong on everything easy, right on a few four-choice questions far too hard.
    const easyWrong = repeated(12, 0, 1.5, -2, 0);
    const hardRight = repeated(4, 1, 1.5, 4, 0.25);
    const without = posterior(prior, easyWrong).mean[0]!;
    const lucky = posterior(prior, [...easyWrong, ...hardRight]).mean[0]!;
    expect(lucky - without).toBeLessThan(0.05);
  });
});
