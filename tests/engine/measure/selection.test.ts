import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import type { Gaussian } from '#lib/engine/measure/posterior.ts';
import { posterior, priorGaussian } from '#lib/engine/measure/posterior.ts';
import { domainWeights, meanWeights, readingOf } from '#lib/engine/measure/reading.ts';
import type { Candidate, Objective } from '#lib/engine/measure/selection.ts';
import {
  chooseAmongBest,
  expectedReduction,
  leverage,
  maximumInformationRule,
  randomRule,
  rankCandidates,
  reductionRule,
} from '#lib/engine/measure/selection.ts';
import { skillTree } from '#lib/engine/measure/skill-tree.ts';
import { fisherInformation } from '#lib/engine/measure/three-parameter.ts';
import { anyItem, anySituation } from './arbitraries.ts';

const RUNS = { numRuns: 300 };

function anyCandidates(skillCount: number): fc.Arbitrary<Candidate[]> {
  return fc
    .array(fc.record({ skill: fc.nat(skillCount - 1), parameters: anyItem }), { maxLength: 40 })
    .map((items) => items.map((item, index) => ({ index, ...item })));
}

const anyChoice = anySituation.chain(({ prior, evidence, skillCount }) =>
  fc.record({
    gaussian: fc.constant(posterior(prior, evidence)),
    candidates: anyCandidates(skillCount),
    objectives: fc.array(
      fc.record({
        weights: fc
          .subarray(
            Array.from({ length: skillCount }, (_, s) => s),
            { minLength: 1 },
          )
          .map((skills) => meanWeights(skillCount, skills)),
        importance: fc.double({ min: 0, max: 3, noNaN: true }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

/** Σ after one more answer of that information about that skill, entry by entry. */
function updated(gaussian: Gaussian, skill: number, information: number): Gaussian {
  const n = gaussian.mean.length;
  const entry = (s: number, t: number) => gaussian.covariance[s * n + t]!;
  const scale = information / (1 + information * entry(skill, skill));
  const covariance = gaussian.covariance.map(
    (value, i) => value - scale * entry(Math.floor(i / n), skill) * entry(skill, i % n),
  );
  return { mean: gaussian.mean, covariance };
}

function uncertainty(gaussian: Gaussian, objectives: readonly Objective[]): number {
  return objectives.reduce(
    (sum, { weights, importance }) => sum + importance * readingOf(gaussian, weights).variance,
    0,
  );
}

describe('expectedReduction', () => {
  test('equals the fall a brute-force update of the covariance gives', () => {
    fc.assert(
      fc.property(anyChoice, ({ gaussian, candidates, objectives }) => {
        const leverages = leverage(gaussian, objectives);
        for (const candidate of candidates) {
          const { skill, parameters } = candidate;
          const information = fisherInformation(parameters, gaussian.mean[skill]!);
          const fall =
            uncertainty(gaussian, objectives) -
            uncertainty(updated(gaussian, skill, information), objectives);
          expect(expectedReduction(gaussian, leverages, candidate)).toBeCloseTo(fall, 9);
          expect(expectedReduction(gaussian, leverages, candidate)).toBeGreaterThanOrEqual(0);
        }
      }),
      RUNS,
    );
  });
});

describe('rankCandidates', () => {
  test('keeps what sorting everything would put first', () => {
    fc.assert(
      fc.property(anyChoice, fc.integer({ min: 1, max: 6 }), (choice, count) => {
        const rule = reductionRule(choice.gaussian, choice.objectives);
        const sorted = [...choice.candidates].sort(
          (x, y) => rule(y) - rule(x) || x.index - y.index,
        );
        expect(rankCandidates(rule, choice.candidates, count)).toEqual(sorted.slice(0, count));
      }),
      RUNS,
    );
  });

  test('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(anyChoice, fc.integer(), ({ gaussian, candidates }, seed) => {
        const rule = maximumInformationRule(gaussian);
        const shuffled = randomFrom(seed).shuffle(candidates);
        expect(rankCandidates(rule, shuffled, 4)).toEqual(rankCandidates(rule, candidates, 4));
      }),
      RUNS,
    );
  });
});

describe('chooseAmongBest', () => {
  test('takes one of the best few, and the same one for the same seed', () => {
    fc.assert(
      fc.property(anyChoice, fc.integer(), ({ gaussian, candidates, objectives }, seed) => {
        const rule = reductionRule(gaussian, objectives);
        const chosen = chooseAmongBest(rule, candidates, randomFrom(seed), 3);
        expect(chooseAmongBest(rule, candidates, randomFrom(seed), 3)).toEqual(chosen);
        if (candidates.length === 0) expect(chosen).toBeUndefined();
        else expect(rankCandidates(rule, candidates, 3)).toContain(chosen);
      }),
      RUNS,
    );
  });

  test('takes each of the best few about as often', () => {
    const candidates = [0, 1, 2, 3, 4].map((index) => ({
      index,
      skill: 0,
      parameters: { discrimination: 1 + index / 10, difficulty: 0, guessing: 0 },
    }));
    const prior = priorGaussian(skillTree([0]), { global: 0.45, domain: 0.3, skill: 0.25 });
    const rule = maximumInformationRule(prior);
    const counts = [0, 0, 0, 0, 0];
    for (let seed = 0; seed < 3000; seed += 1) {
      const { index } = chooseAmongBest(rule, candidates, randomFrom('even', seed), 3)!;
      counts[index]! += 1;
    }
    expect(counts.slice(0, 2)).toEqual([0, 0]);
    for (const count of counts.slice(2)) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test('by reduction, asks about the objective and what bears on it', () => {
    const tree = skillTree([0, 0, 1, 1]);
    const prior = priorGaussian(tree, { global: 0.1, domain: 0.5, skill: 0.4 });
    const parameters = { discrimination: 1.2, difficulty: 0, guessing: 0 };
    const candidates = [0, 1, 2, 3].map((skill) => ({ index: skill, skill, parameters }));
    const objectives = [{ weights: domainWeights(tree, 1), importance: 1 }];
    const best = rankCandidates(reductionRule(prior, objectives), candidates, 2);
    expect(best.map(({ skill }) => skill)).toEqual([2, 3]);
  });

  test('at random, reaches every candidate', () => {
    const parameters = { discrimination: 1, difficulty: 0, guessing: 0 };
    const candidates = [0, 1, 2, 3, 4].map((index) => ({ index, skill: 0, parameters }));
    const seen = new Set(
      Array.from({ length: 100 }, (_, seed) => {
        const random = randomFrom('any', seed);
        return chooseAmongBest(randomRule(random), candidates, random, 1)?.index;
      }),
    );
    expect(seen.size).toBe(5);
  });
});
