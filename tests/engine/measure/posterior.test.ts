import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import type { Evidence } from '#lib/engine/measure/posterior.ts';
import { posterior, priorGaussian } from '#lib/engine/measure/posterior.ts';
import { skillTree } from '#lib/engine/measure/skill-tree.ts';
import { probability, scoreFunction } from '#lib/engine/measure/three-parameter.ts';
import { denseQuadrature } from './dense-quadrature.ts';

const VARIANCE = { global: 0.45, domain: 0.3, skill: 0.25 };

function simulate(skills: number, count: number, guessing: number, seed: number): Evidence[] {
  const random = randomFrom('posterior test', skills, count, guessing, seed);
  const ability = random.normal();
  return Array.from({ length: count }, () => {
    const parameters = { discrimination: 1.2, difficulty: random.integer(-2, 2), guessing };
    const right = random.unit() < probability(parameters, ability);
    return { skill: random.integer(0, skills - 1), parameters, score: right ? 1 : 0 };
  });
}

// Laplace puts the mode for the mean. Measured over these seeds and rounded up.
const CASES = [
  { skills: 1, count: 5, guessing: 0, mean: 0.12, deviation: 0.05 },
  { skills: 1, count: 25, guessing: 0, mean: 0.12, deviation: 0.05 },
  { skills: 2, count: 10, guessing: 0, mean: 0.12, deviation: 0.05 },
  { skills: 2, count: 40, guessing: 0, mean: 0.12, deviation: 0.05 },
  { skills: 1, count: 25, guessing: 0.25, mean: 0.2, deviation: 0.15 },
  { skills: 2, count: 20, guessing: 0.25, mean: 0.2, deviation: 0.15 },
];

describe('the Laplace posterior against dense quadrature', () => {
  test.each(CASES)(
    '$skills skills, $count answers, c = $guessing: mean within $mean standard deviations',
    ({ skills, count, guessing, mean, deviation }) => {
      const prior = priorGaussian(skillTree(skills === 1 ? [0] : [0, 0]), VARIANCE);
      for (let seed = 0; seed < 8; seed += 1) {
        const evidence = simulate(skills, count, guessing, seed);
        const engine = posterior(prior, evidence);
        const reference = denseQuadrature(prior, evidence);
        for (let s = 0; s < skills; s += 1) {
          const exact = Math.sqrt(reference.covariance[s * (skills + 1)]!);
          const own = Math.sqrt(engine.covariance[s * (skills + 1)]!);
          expect(Math.abs(engine.mean[s]! - reference.mean[s]!) / exact).toBeLessThan(mean);
          expect(Math.abs(own / exact - 1)).toBeLessThan(deviation);
        }
      }
    },
  );
});

describe('skills without answers', () => {
  test('follow by Gaussian conditioning, exactly', () => {
    // Var 1, Cov .75 in the domain, .45 across: only skill 0 is answered, so it carries the rest.
    const prior = priorGaussian(skillTree([0, 0, 1]), VARIANCE);
    const parameters = { discrimination: 1.2, difficulty: 0, guessing: 0 };
    const { mean, covariance } = posterior(prior, [{ skill: 0, parameters, score: 1 }]);
    expect(mean[1]).toBeCloseTo(0.75 * mean[0]!, 10);
    expect(mean[2]).toBeCloseTo(0.45 * mean[0]!, 10);
    expect(covariance[4]).toBeCloseTo(1 - 0.75 ** 2 * (1 - covariance[0]!), 10);
    expect(covariance[8]).toBeCloseTo(1 - 0.45 ** 2 * (1 - covariance[0]!), 10);
    expect(covariance[5]).toBeCloseTo(0.45 - 0.75 * 0.45 * (1 - covariance[0]!), 10);
  });

  test('do not change what is known of those with answers', () => {
    const evidence = simulate(2, 12, 0.2, 1);
    const small = posterior(priorGaussian(skillTree([0, 0]), VARIANCE), evidence);
    const large = posterior(priorGaussian(skillTree([0, 0, 0, 1, 2]), VARIANCE), evidence);
    expect(large.mean[0]).toBeCloseTo(small.mean[0]!, 9);
    expect(large.covariance[0]).toBeCloseTo(small.covariance[0]!, 9);
  });
});

test('the mode solves the score equations', () => {
  // One skill, prior N(0, 1), one right answer: θ = a(1 − σ(aθ)).
  const prior = priorGaussian(skillTree([0]), VARIANCE);
  const parameters = { discrimination: 1.5, difficulty: 0, guessing: 0 };
  const theta = posterior(prior, [{ skill: 0, parameters, score: 1 }]).mean[0]!;
  expect(theta).toBeCloseTo(1.5 * (1 - 1 / (1 + Math.exp(-1.5 * theta))), 10);
});

test('abilities that vary against each other still reach a stationary point', () => {
  // No tree gives such a prior; the search must not rely on one to end.
  const prior = { mean: new Float64Array(2), covariance: Float64Array.of(1, -0.8, -0.8, 1) };
  for (let seed = 0; seed < 20; seed += 1) {
    const evidence = simulate(2, 15, 0.25, seed);
    const [x, y] = posterior(prior, evidence).mean;
    const pull = [0, 1].map((skill) =>
      evidence
        .filter((answer) => answer.skill === skill)
        .reduce((sum, { parameters, score }) => {
          return sum + scoreFunction(parameters, skill === 0 ? x! : y!, score);
        }, 0),
    );
    expect(x).toBeCloseTo(pull[0]! - 0.8 * pull[1]!, 6);
    expect(y).toBeCloseTo(pull[1]! - 0.8 * pull[0]!, 6);
  }
});
