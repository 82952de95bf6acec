import { describe, expect, test } from 'vitest';
import type { Choose } from '#lib/engine/quiz/next-question.ts';
import { reviewAttempt } from '#lib/engine/quiz/review.ts';
import { type SimulatedLearner, drawLearner, simulateAttempt } from '#lib/engine/quiz/simulate.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { smallBank } from '../../support/small-bank.ts';
import { newAttempt } from './attempts.ts';

const bank = smallBank();
const learner = (ability: number, seed = 1): SimulatedLearner => ({
  abilities: Array.from({ length: 50 }, () => ability),
  seed,
});

describe('a drawn learner', () => {
  test('is the same for the same seed, and somebody else for another', () => {
    expect(drawLearner(bank, 5)).toEqual(drawLearner(bank, 5));
    expect(drawLearner(bank, 5).abilities).not.toEqual(drawLearner(bank, 6).abilities);
    expect(drawLearner(bank, 5).abilities).toHaveLength(bank.skills.size);
  });

  test('comes from the prior: variance 1, covariance 0.75 within a domain and 0.45 across', () => {
    const drawn = Array.from({ length: 20_000 }, (_, seed) => drawLearner(bank, seed).abilities);
    const covariance = (one: number, other: number) =>
      drawn.reduce((sum, abilities) => sum + abilities[one]! * abilities[other]!, 0) / drawn.length;
    expect(Math.abs(covariance(0, 0) - 1)).toBeLessThan(0.05);
    expect(Math.abs(covariance(0, 1) - 0.75)).toBeLessThan(0.05);
    expect(Math.abs(covariance(0, 3) - 0.45)).toBeLessThan(0.05);
    expect(Math.abs(drawn.reduce((sum, [first]) => sum + first!, 0) / drawn.length)).toBeLessThan(
      0.05,
    );
  });
});

describe('a simulated attempt', () => {
  test('repeats itself byte for byte', () => {
    const start = newAttempt(bank, { length: 40, seed: 12 });
    const once = JSON.stringify(simulateAttempt(start, bank, drawLearner(bank, 3)));
    const readAnew = smallBank();
    expect(JSON.stringify(simulateAttempt(start, readAnew, drawLearner(readAnew, 3)))).toBe(once);
    expect(JSON.stringify(simulateAttempt(start, bank, drawLearner(bank, 4)))).not.toBe(once);
  });

  test('is finished and answered whole', () => {
    const attempt = simulateAttempt(newAttempt(bank, { length: 6 }), bank, learner(0));
    expect(attempt.finished).not.toBeNull();
    expect(attempt.answers).toHaveLength(attempt.questions.length);
  });

  test('of somebody who can do anything is all right, on every item of the real bank', () => {
    const real = loadBank('question-bank');
    const items = [...real.items.values()];
    const oneByOne: Choose = ({ answers: { length } }) => {
      const entry = items[length];
      if (!entry) return 'exhausted';
      const { id, version } = entry.item;
      return { position: length + 1, itemId: id, itemVersion: version, seed: 1 + (length % 200) };
    };
    const attempt = simulateAttempt(newAttempt(real), real, learner(60), oneByOne);
    const reviewed = reviewAttempt(attempt, real);
    expect(reviewed).toHaveLength(items.length);
    expect(reviewed.filter(({ judgement }) => judgement.score !== 1)).toEqual([]);
  });

  test('of somebody who can do nothing scores no number and hardly anything else', () => {
    const reviewed = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
      const start = newAttempt(bank, { length: 100, seed });
      return reviewAttempt(simulateAttempt(start, bank, learner(-60, seed)), bank);
    });
    const scores = reviewed.map(({ judgement }) => judgement.score);
    const numbers = reviewed.filter(({ kind }) => kind === 'numeric');
    expect(numbers.map(({ judgement }) => judgement.score)).toEqual(numbers.map(() => 0));
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeLessThan(0.4);
  });
});
