import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import {
  categoryProbabilities,
  logLikelihood,
} from '#lib/engine/measure/models/item-parameters.ts';
import { twoParameter } from '#lib/engine/measure/models/three-parameter.ts';
import { NODE_COUNT } from '#lib/engine/measure/posterior/grid.ts';
import { type LogLikelihood, withAnswer } from '#lib/engine/measure/posterior/likelihood.ts';
import {
  type JudgedAnswer,
  expectedAPosteriori,
  maximumAPosteriori,
  weightedLikelihood,
} from '#lib/engine/measure/posterior/one-ability.ts';
import { testLaws } from '../test-laws.ts';
import { oneAbilityLaws } from './one-ability-laws.ts';

describe('any answers', () => {
  testLaws(oneAbilityLaws);
});

function likelihoodOf(answers: readonly JudgedAnswer[]): LogLikelihood {
  return answers.reduce<LogLikelihood>(
    (before, answer) => withAnswer(before, { skill: 0, ...answer }),
    new Float64Array(NODE_COUNT),
  );
}

/** Twenty answers to two-parameter items of somebody drawn from the prior. */
function simulate(seed: number): JudgedAnswer[] {
  const random = randomFrom('one ability', seed);
  const ability = random.normal();
  return Array.from({ length: 20 }, () => {
    const parameters = twoParameter(0.5 + 1.3 * random.unit(), random.integer(-2, 2));
    const right = random.unit() < categoryProbabilities(parameters, ability)[1]!;
    return { parameters, category: right ? 1 : 0 };
  });
}

describe('expected a posteriori', () => {
  test.each([0, 1, 2, 3, 4, 5])('is that of 20,001 nodes to 1e-6 (learner %d)', (seed) => {
    const answers = simulate(seed);
    let [mass, first, second] = [0, 0, 0];
    for (let i = -10_000; i <= 10_000; i += 1) {
      const theta = i / 1000;
      let log = -(theta ** 2) / 2;
      for (const { parameters, category } of answers) {
        log += logLikelihood(parameters, theta, category);
      }
      mass += Math.exp(log);
      first += Math.exp(log) * theta;
      second += Math.exp(log) * theta ** 2;
    }
    const { theta, standardError } = expectedAPosteriori(likelihoodOf(answers));
    const deviation = Math.sqrt(second / mass - (first / mass) ** 2);
    expect(Math.abs(theta - first / mass)).toBeLessThan(1e-6);
    expect(Math.abs(standardError - deviation)).toBeLessThan(1e-6);
  });

  test('is the prior where nothing was answered', () => {
    const { theta, standardError } = expectedAPosteriori(new Float64Array(NODE_COUNT));
    expect(theta).toBeCloseTo(0, 12);
    expect(standardError).toBeCloseTo(1, 9);
  });
});

describe('maximum a posteriori', () => {
  test('solves the score equation', () => {
    // One right answer under N(0, 1): θ = a(1 − σ(aθ)).
    const parameters = { discrimination: 1.5, difficulty: 0, guessing: 0 };
    const { theta } = maximumAPosteriori([{ parameters, category: 1 }]);
    expect(theta).toBeCloseTo(1.5 * (1 - 1 / (1 + Math.exp(-1.5 * theta))), 10);
  });

  test('is the prior where nothing was answered', () => {
    expect(maximumAPosteriori([]).theta).toBeCloseTo(0, 12);
    expect(maximumAPosteriori([]).standardError).toBe(1);
  });

  test('is not drawn away by answers all but impossible at the far end', () => {
    const answers = [
      { parameters: { discrimination: 5, difficulty: -10, guessing: 0 }, category: 0 },
      { parameters: { discrimination: 5, difficulty: 10, guessing: 0 }, category: 1 },
    ];
    expect(maximumAPosteriori(answers).theta).toBeCloseTo(0, 9);
  });
});

describe('weighted likelihood', () => {
  test('after one answer is where it is three to one, for or against', () => {
    // a(1 − P) + a(1 − 2P)/2 = 0 at P = 3/4: Warm's correction is worth half an answer.
    const parameters = twoParameter(1.3, 0.4);
    const { theta } = weightedLikelihood([{ parameters, category: 1 }]);
    expect(categoryProbabilities(parameters, theta)[1]).toBeCloseTo(0.75, 10);
    const wrong = weightedLikelihood([{ parameters, category: 0 }]);
    expect(categoryProbabilities(parameters, wrong.theta)[0]).toBeCloseTo(0.75, 10);
  });

  test('knows how little it knows', () => {
    const parameters = twoParameter(1, 0);
    const few = weightedLikelihood([{ parameters, category: 1 }]);
    const many = weightedLikelihood(
      Array.from({ length: 40 }, (_, i) => ({ parameters, category: i % 2 })),
    );
    expect(many.theta).toBeCloseTo(0, 9);
    expect(many.standardError).toBeCloseTo(1 / Math.sqrt(10), 9);
    expect(few.standardError).toBeGreaterThan(2);
  });

  test('is finite, and its error is not, where nothing was answered', () => {
    const { theta, standardError } = weightedLikelihood([]);
    expect(Number.isFinite(theta)).toBe(true);
    expect(standardError).toBe(Infinity);
  });
});
