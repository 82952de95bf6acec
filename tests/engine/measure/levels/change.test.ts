import { describe, expect, test } from 'vitest';
import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { changeBetween } from '#lib/engine/measure/levels/change.ts';
import { categoryProbabilities } from '#lib/engine/measure/models/item-parameters.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { drawAbilities } from '#lib/engine/measure/simulation/learners.ts';
import { USUAL_VARIANCE, independent } from '../gaussians.ts';
import { testLaws } from '../test-laws.ts';
import { changeLaws } from './change-laws.ts';

describe('any two attempts', () => {
  testLaws(changeLaws);
});

test('the prior, which pulls both attempts to the middle, is no evidence of sameness', () => {
  // Measurements 1 and 2.5 of error variance 0.25 on N(0, 1): means 0.8 and 2, variance 0.2.
  const prior = independent([0], [1]);
  const [before, after] = [independent([0.8], [0.2]), independent([2], [0.2])];
  const { chanceHigher, verdict } = changeBetween(prior, before, after, [0]);
  expect(chanceHigher).toBeCloseTo(0.98305, 5); // Φ(1.5/√0.5)
  expect(verdict).toBe('improved');
});

test('an attempt that only widened what is believed says nothing', () => {
  const prior = independent([0], [1]);
  const { verdict, chanceHigher } = changeBetween(prior, prior, independent([0.4], [1.1]), [0]);
  expect({ verdict, chanceHigher }).toEqual({ verdict: 'unchanged', chanceHigher: 0.5 });
});

/** Answers of one learner to items of every difficulty, about all skills in turn. */
function attempt(truth: Float64Array, guessing: number, random: Random): Evidence[] {
  return Array.from({ length: 15 }, (_, i) => {
    const skill = i % truth.length;
    const parameters = { discrimination: 1.2, difficulty: (i % 5) - 2, guessing };
    const right = random.unit() < categoryProbabilities(parameters, truth[skill]!)[1]!;
    return { skill, parameters, category: right ? 1 : 0 };
  });
}

describe('who has not changed', () => {
  test.each([
    { of: 'one skill, nothing to guess', domainOf: [0], guessing: 0 },
    { of: 'three skills, one in four to guess', domainOf: [0, 0, 0], guessing: 0.25 },
  ])('is said to have improved in one case of twenty: $of', ({ domainOf, guessing }) => {
    const learners = 1500;
    const tree = skillTree(domainOf);
    const prior = priorOf(tree, USUAL_VARIANCE);
    const start = beliefs(prior, []).gaussian;
    const counts = { improved: 0, unchanged: 0, declined: 0 };
    for (let learner = 0; learner < learners; learner += 1) {
      const random = randomFrom('no change', learner, guessing);
      const truth = drawAbilities(tree, USUAL_VARIANCE, 'prior', learner);
      const [before, after] = [0, 1].map(
        () => beliefs(prior, attempt(truth, guessing, random)).gaussian,
      );
      const skills = domainOf.map((_, s) => s);
      counts[changeBetween(start, before!, after!, skills).verdict] += 1;
    }
    // 5 %, give or take three standard errors of 0.56 %.
    for (const wrongly of [counts.improved, counts.declined]) {
      expect(Math.abs(wrongly / learners - 0.05)).toBeLessThan(0.017);
    }
  });
});
