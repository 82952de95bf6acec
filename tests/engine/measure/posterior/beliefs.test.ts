import { describe, expect, test } from 'vitest';
import { beliefs, observe } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { USUAL_VARIANCE } from '../gaussians.ts';
import { testLaws } from '../test-laws.ts';
import { answerLaws } from './answer-laws.ts';

describe('any answers', () => {
  testLaws(answerLaws);
});

const prior = priorOf(skillTree([0, 0, 0, 1, 1]), USUAL_VARIANCE);

function repeated(count: number, category: number, a: number, b: number, c: number): Evidence[] {
  const parameters = { discrimination: a, difficulty: b, guessing: c };
  return Array.from({ length: count }, (_, i) => ({ skill: i % 2, parameters, category }));
}

function isFinite(gaussian: TreeGaussian): boolean {
  const { mean, variance, skillSlope, domainVariance, domainSlope, rootVariance } = gaussian;
  const lists = [mean, variance, skillSlope, domainVariance, domainSlope];
  return lists.every((list) => list.every(Number.isFinite)) && Number.isFinite(rootVariance);
}

describe('extreme answers', () => {
  test('no answers at all are finite, and nothing is known', () => {
    const { gaussian, logLikelihoods } = beliefs(prior, []);
    expect(isFinite(gaussian)).toBe(true);
    expect(logLikelihoods).toEqual([null, null, null, null, null]);
  });

  test.each(
    [0, 1].flatMap((category) =>
      [0.05, 1.2, 5].flatMap((a) =>
        [-10, 0, 10].flatMap((b) => [0, 0.25].map((c) => [category, a, b, c] as const)),
      ),
    ),
  )('200 answers in category %d with a = %d, b = %d, c = %d are finite', (category, a, b, c) => {
    const after = beliefs(prior, repeated(200, category, a, b, c)).gaussian;
    expect(isFinite(after)).toBe(true);
    expect(Math.sign(after.mean[0]!) * (category === 1 ? 1 : -1)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(after.mean[0]!)).toBeLessThan(30);
  });

  test('5,000 mixed answers are finite', () => {
    const mixed = repeated(5000, 0, 1.2, 0, 0.2).map((answer, i): Evidence => {
      const parameters = { discrimination: 1.2, difficulty: (i % 5) - 2, guessing: 0.2 };
      return { ...answer, parameters, category: i % 3 === 0 ? 0 : 1 };
    });
    expect(isFinite(beliefs(prior, mixed).gaussian)).toBe(true);
  });

  test('200 right on the hardest and 200 wrong on the easiest are finite, of one skill or of two', () => {
    const right = repeated(200, 1, 5, 10, 0);
    const wrong = repeated(200, 0, 5, -10, 0);
    const of = (skill: number, answers: readonly Evidence[]) =>
      answers.map((answer) => ({ ...answer, skill }));
    for (const other of [0, 1, 3]) {
      const { gaussian } = beliefs(prior, [...of(0, right), ...of(other, wrong)]);
      expect(isFinite(gaussian)).toBe(true);
      expect(Math.max(...gaussian.mean.map(Math.abs))).toBeLessThan(30);
    }
  });

  test('a bank that is all too hard never turns a wrong answer into a gain', () => {
    let last = beliefs(prior, []).gaussian.mean[0]!;
    for (let count = 1; count <= 40; count += 1) {
      const now = beliefs(prior, repeated(count, 0, 2, 6, 0.25)).gaussian.mean[0]!;
      expect(now).toBeLessThanOrEqual(last + 1e-12);
      last = now;
    }
  });

  test('right answers that luck explains as well leave the skill low', () => {
    // Wrong on everything easy, right on a few four-choice questions far too hard.
    const easyWrong = repeated(12, 0, 1.5, -2, 0);
    const hardRight = repeated(4, 1, 1.5, 4, 0.25);
    const without = beliefs(prior, easyWrong).gaussian.mean[0]!;
    const lucky = beliefs(prior, [...easyWrong, ...hardRight]).gaussian.mean[0]!;
    expect(lucky - without).toBeLessThan(0.05);
  });
});

describe('an earlier attempt', () => {
  test('goes on where it ended, as if it had never been broken off', () => {
    const answers = [...repeated(6, 1, 1.2, 1, 0.25), ...repeated(4, 0, 0.8, -1, 0)];
    const first = beliefs(prior, answers.slice(0, 7));
    const second = beliefs(prior, answers.slice(7), first.logLikelihoods);
    expect(second.gaussian).toEqual(beliefs(prior, answers).gaussian);
  });

  test('is left alone by what is answered later', () => {
    const first = beliefs(prior, repeated(6, 1, 1.2, 1, 0.25));
    const copy = structuredClone(first.logLikelihoods);
    beliefs(prior, repeated(4, 0, 0.8, -1, 0), first.logLikelihoods);
    observe(first, repeated(1, 0, 1, 0, 0)[0]!);
    expect(first.logLikelihoods).toEqual(copy);
  });
});
