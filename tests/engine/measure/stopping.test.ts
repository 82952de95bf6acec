import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { level } from '#lib/engine/measure/levels/level.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import type { StoppingState } from '#lib/engine/measure/stopping.ts';
import { questionsToDecide, questionsToReach, stopping } from '#lib/engine/measure/stopping.ts';
import { anySituation, extremeItems, usualItems } from './arbitraries.ts';
import { USUAL_VARIANCE } from './gaussians.ts';
import { believing, realEngine } from './laws.ts';

const rule = { minimumLength: 5, maximumLength: 25, standardError: 0.3, decisionProbability: 0.95 };
const undecided: StoppingState = {
  length: 10,
  remaining: 50,
  standardErrors: [0.5, 0.2],
  targetProbabilities: [0.99, 0.6],
};

describe('stopping', () => {
  test('goes on while anything asked is neither precise nor decided', () => {
    expect(stopping(undecided, rule)).toEqual({ stop: false });
  });

  test('stops on precision when every standard error is small enough', () => {
    const state = { ...undecided, standardErrors: [0.3, 0.2] };
    expect(stopping(state, rule)).toEqual({ stop: true, reason: 'precision' });
  });

  test('stops on a decision either way', () => {
    const state = { ...undecided, targetProbabilities: [0.96, 0.04] };
    expect(stopping(state, rule)).toEqual({ stop: true, reason: 'decision' });
  });

  test('stops at the chosen length', () => {
    expect(stopping({ ...undecided, length: 25 }, rule)).toEqual({ stop: true, reason: 'length' });
  });

  test('stops when the questions run out, even before the minimum', () => {
    const state = { ...undecided, length: 1, remaining: 0 };
    expect(stopping(state, rule)).toEqual({ stop: true, reason: 'exhausted' });
  });

  test('does not stop early before the minimum length', () => {
    const state = { ...undecided, length: 4, standardErrors: [0.1], targetProbabilities: [1] };
    expect(stopping(state, rule)).toEqual({ stop: false });
  });

  test('neither precision nor decision stops an attempt that did not ask for them', () => {
    const state = { ...undecided, standardErrors: [0], targetProbabilities: [1] };
    expect(stopping(state, { minimumLength: 0, maximumLength: 25 })).toEqual({ stop: false });
  });

  test('nothing measured is neither precise nor decided', () => {
    const state = { ...undecided, standardErrors: [], targetProbabilities: [] };
    expect(stopping(state, rule)).toEqual({ stop: false });
  });
});

describe('questionsToReach', () => {
  const beliefsPrior = priorOf(skillTree([0, 0, 0, 1]), USUAL_VARIANCE);
  const prior = beliefs(beliefsPrior, []).gaussian;

  test('is 0 when the interval is narrow enough already', () => {
    expect(questionsToReach(prior, [0, 1, 2], 50)).toBe(0);
  });

  test('is null when the limit would not do', () => {
    expect(questionsToReach(prior, [0, 1, 2], 0.1, { limit: 20 })).toBeNull();
  });

  test('is what playing the questions for real needs, within a few', () => {
    const parameters = { discrimination: 1.2, difficulty: 0, guessing: 0 };
    const promised = questionsToReach(prior, [0], 12, { information: 0.36 })!;
    const played = Array.from({ length: promised }, (_, i): Evidence => {
      return { skill: 0, parameters, category: i % 2 };
    });
    const after = beliefs(beliefsPrior, played).gaussian;
    const left = questionsToReach(after, [0], 12, { information: 0.36 })!;
    expect(promised).toBeGreaterThan(3);
    expect(left).toBeLessThanOrEqual(2);
  });

  test('grows as the margin narrows, and is fewer when questions tell more', () => {
    fc.assert(
      fc.property(
        fc.oneof(anySituation(usualItems, 12), anySituation(extremeItems, 12)),
        fc.integer({ min: 5, max: 25 }),
        (situation, margin) => {
          const now = believing(realEngine, situation)(situation.evidence).gaussian;
          const skills = situation.population.domainOf.map((_, s) => s);
          const ask = (points: number, information: number) =>
            questionsToReach(now, skills, points, { information, limit: 60 }) ?? Infinity;
          expect(ask(margin - 3, 0.3)).toBeGreaterThanOrEqual(ask(margin, 0.3));
          expect(ask(margin, 0.6)).toBeLessThanOrEqual(ask(margin, 0.3));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('leaves the estimate alone', () => {
    const before = structuredClone(prior);
    questionsToReach(prior, [0, 1], 5);
    expect(prior).toEqual(before);
  });
});

describe('questionsToDecide', () => {
  const beliefsPrior = priorOf(skillTree([0, 0, 0, 1]), USUAL_VARIANCE);
  const prior = beliefs(beliefsPrior, []).gaussian;

  test('is 0 where it is decided already, either way', () => {
    expect(questionsToDecide(prior, [0], [2])).toBe(0);
    expect(questionsToDecide(prior, [0], [98])).toBe(0);
  });

  test('is null where the mean stands at the target: no precision decides that', () => {
    expect(questionsToDecide(prior, [0], [50], { limit: 100 })).toBeNull();
  });

  test('grows as the target comes nearer and as more certainty is asked', () => {
    const ask = (target: number, sure = 0.95) =>
      questionsToDecide(prior, [0], [target], { sure }) ?? Infinity;
    const rising = [90, 85, 80, 75, 70].map((target) => ask(target));
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    expect(rising.at(-1)).toBeGreaterThan(rising[0]!);
    expect(ask(80, 0.99)).toBeGreaterThan(ask(80, 0.9));
  });

  test('is what narrows the variance to the distance: Φ((m − t)/s) = 0.05', () => {
    // A skill on its own: variance 1 and n answers of information 0.3 leave 1/(1 + 0.3n).
    const alone = beliefs(priorOf(skillTree([0]), { global: 0, domain: 0, skill: 1 }), []).gaussian;
    const target = level(1);
    const n = questionsToDecide(alone, [0], [target])!;
    expect(1 / Math.sqrt(1 / (1 + 0.3 * n))).toBeGreaterThanOrEqual(1.6448);
    expect(1 / Math.sqrt(1 / (1 + 0.3 * (n - 1)))).toBeLessThan(1.6449);
  });
});
