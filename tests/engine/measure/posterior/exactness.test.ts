import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { categoryProbabilities } from '#lib/engine/measure/models/item-parameters.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { covariance } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { USUAL_VARIANCE } from '../gaussians.ts';
import { testLaws } from '../test-laws.ts';
import { FINE, denseQuadrature } from './dense-quadrature.ts';
import { apart, exactLaws, momentsOf } from './exact-laws.ts';

describe('beliefs on the engine’s own nodes', () => {
  testLaws(exactLaws);
});

/** Answers of somebody of middling ability, to items as authors write them, some with partial credit. */
function simulate(domainOf: readonly number[], count: number, guessing: number, seed: number) {
  const random = randomFrom('dense comparison', domainOf.length, count, guessing, seed);
  const ability = random.normal();
  return Array.from({ length: count }, (_, i): Evidence => {
    const discrimination = 0.5 + 1.3 * random.unit();
    const difficulty = random.integer(-2, 2);
    const parameters =
      i % 4 === 3
        ? { discrimination, steps: [difficulty, difficulty + 1], guessing: [guessing, 0] }
        : { discrimination, difficulty, guessing };
    const chances = categoryProbabilities(parameters, ability);
    const place = random.unit();
    const category = chances.findIndex((_, k) => {
      return place < chances.slice(0, k + 1).reduce((sum, p) => sum + p, 0);
    });
    return { skill: random.integer(0, domainOf.length - 1), parameters, category };
  });
}

const TREES = [[0], [0, 0], [0, 1], [0, 0, 1, 1]];
const CASES = TREES.flatMap((domainOf) =>
  [0, 0.25].flatMap((guessing) => [5, 12, 25].map((count) => ({ domainOf, guessing, count }))),
);

describe('beliefs against sums over finer nodes, farther out', () => {
  test.each(CASES)(
    'skills in domains $domainOf, $count answers, c = $guessing: within 1e-6',
    ({ domainOf, guessing, count }) => {
      for (let seed = 0; seed < 2; seed += 1) {
        const evidence = simulate(domainOf, count, guessing, seed);
        const found = beliefs(priorOf(skillTree(domainOf), USUAL_VARIANCE), evidence).gaussian;
        const exact = denseQuadrature({ domainOf, variance: USUAL_VARIANCE }, evidence, FINE);
        expect(apart(momentsOf(found), exact)).toBeLessThan(1e-6);
      }
    },
  );
});

describe('skills without answers', () => {
  test('follow by Gaussian conditioning', () => {
    // Var 1, Cov .75 in the domain, .45 across: only skill 0 is answered, so it carries the rest.
    const prior = priorOf(skillTree([0, 0, 1]), USUAL_VARIANCE);
    const parameters = { discrimination: 1.2, difficulty: 0, guessing: 0 };
    const { gaussian } = beliefs(prior, [{ skill: 0, parameters, category: 1 }]);
    const { mean, variance } = gaussian;
    expect(mean[1]).toBeCloseTo(0.75 * mean[0]!, 10);
    expect(mean[2]).toBeCloseTo(0.45 * mean[0]!, 10);
    expect(variance[1]).toBeCloseTo(1 - 0.75 ** 2 * (1 - variance[0]!), 10);
    expect(variance[2]).toBeCloseTo(1 - 0.45 ** 2 * (1 - variance[0]!), 10);
    expect(covariance(gaussian, 1, 2)).toBeCloseTo(0.45 - 0.75 * 0.45 * (1 - variance[0]!), 10);
  });

  test('do not change what is known of those with answers', () => {
    const evidence = simulate([0, 0], 12, 0.2, 1);
    const small = beliefs(priorOf(skillTree([0, 0]), USUAL_VARIANCE), evidence).gaussian;
    const large = beliefs(priorOf(skillTree([0, 0, 0, 1, 2]), USUAL_VARIANCE), evidence).gaussian;
    expect(large.mean[0]).toBeCloseTo(small.mean[0]!, 9);
    expect(large.variance[0]).toBeCloseTo(small.variance[0]!, 9);
  });
});

test('a lucky guess can leave one less certain than before, and that is no error', () => {
  // One right answer on a question far too hard: one guessed, most likely; or one is far better than
  // was thought. Two humps are wider than one. Without guessing it cannot happen: there the likelihood
  // is log-concave. On average over right and wrong it cannot happen either: both are laws above.
  const parameters = { discrimination: 3, difficulty: 2, guessing: 0.2 };
  const population = { domainOf: [0], variance: USUAL_VARIANCE };
  const lucky: Evidence[] = [{ skill: 0, parameters, category: 1 }];
  const found = beliefs(priorOf(skillTree([0]), USUAL_VARIANCE), lucky).gaussian.variance[0]!;
  const exact = denseQuadrature(population, lucky, FINE).variance[0]!;
  expect(found).toBeCloseTo(exact, 7);
  expect(exact).toBeGreaterThan(1.1);
});
