import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import { estimate } from '#lib/engine/quiz/estimate.ts';
import { measuredBank } from '#lib/engine/quiz/measured-bank.ts';
import { smallBank, smallBankFilesWith } from '../../support/small-bank.ts';
import {
  always,
  anyMoods,
  anyStart,
  newAttempt,
  play,
  withNewVersion,
  without,
} from './attempts.ts';

const bank = smallBank();
const numbersOf = (attempt: Attempt, of = bank) => {
  const { mean, covariance } = estimate(attempt, of).abilities;
  return [...mean, ...covariance];
};
const drop = (attempt: Attempt, position: number): Attempt => ({
  ...attempt,
  questions: attempt.questions.filter((question) => question.position !== position),
  answers: attempt.answers.filter((answer) => answer.position !== position),
});

describe('the evidence', () => {
  const attempt = play(newAttempt(bank, { length: 100 }), bank, always('right'));

  test('has the score, the skill and the parameters of each answered item', () => {
    const { evidence } = estimate(attempt, bank);
    const { candidates, itemNumber } = measuredBank(bank);
    expect(evidence).toEqual(
      attempt.questions.map(({ itemId }) => {
        const { skill, parameters } = candidates[itemNumber.get(itemId)!]!;
        return { skill, parameters, score: 1 };
      }),
    );
  });

  test('counts "I don’t know yet" as a zero that nobody guessed', () => {
    const unknowing = play(newAttempt(bank, { length: 100 }), bank, always('dont-know'));
    const { evidence } = estimate(unknowing, bank);
    expect(evidence).toHaveLength(11);
    for (const { score, parameters } of evidence)
      expect([score, parameters.guessing]).toEqual([0, 0]);
  });

  test('keeps the guessing floor of an answer that was given', () => {
    const floors = estimate(attempt, bank).evidence.map(({ parameters }) => parameters.guessing);
    expect(floors.filter((floor) => floor > 0)).toHaveLength(7);
  });

  test('takes partial credit as the rubric gives it', () => {
    const asked = { position: 1, itemId: 'conditions-converse', itemVersion: 1, seed: 1 };
    const half: Attempt = {
      ...newAttempt(bank),
      questions: [asked],
      answers: [
        {
          position: 1,
          response: { kind: 'single-choice', option: 'inverse' },
          certainty: null,
          answeredAt: '2026-03-01T12:00:00.000Z',
        },
      ],
      finished: null,
    };
    expect(estimate(half, bank).evidence[0]?.score).toBe(0.5);
  });

  test('is computed anew, so that a mended key mends the score', () => {
    const files = smallBankFilesWith('arithmetic/sums.yaml', 'key: a + b', 'key: a + b + 1000');
    const mended = parseBank(files);
    const place = attempt.questions.findIndex(({ itemId }) => itemId === 'sums-add');
    expect(mended.ok && estimate(attempt, mended.value).evidence[place]?.score).toBe(0);
  });
});

describe('an answer to an item that', () => {
  test.each([
    ['has left the bank', without],
    ['changed its meaning', withNewVersion],
  ])('%s says nothing', (_, change) => {
    const changedBanks = new Map([...bank.items.keys()].map((id) => [id, change(bank, id)]));
    fc.assert(
      fc.property(anyStart(bank), anyMoods, fc.nat(), (start, moods, which) => {
        const attempt = play(start, bank, moods);
        fc.pre(attempt.answers.length > 0);
        const { position, itemId } = attempt.questions[which % attempt.answers.length]!;
        const changed = changedBanks.get(itemId)!;
        const { evidence } = estimate(attempt, changed);
        expect(evidence).toHaveLength(attempt.answers.length - 1);
        expect(numbersOf(attempt, changed)).toEqual(numbersOf(drop(attempt, position), changed));
      }),
      { numRuns: 300 },
    );
  });

  test('is now of another kind says nothing', () => {
    const attempt = play(newAttempt(bank), bank, ['right']);
    const [answer] = attempt.answers;
    const response = { kind: 'numeric' as const, text: '1', value: 1 };
    const asked = { ...attempt.questions[0]!, itemId: 'sums-odd' };
    const odd = { ...attempt, questions: [asked], answers: [{ ...answer!, response }] };
    expect(estimate(odd, bank).evidence).toEqual([]);
  });
});

describe('the abilities', () => {
  test('do not depend on the order of the answers', () => {
    fc.assert(
      fc.property(anyStart(bank), anyMoods, fc.nat(), (start, moods, turn) => {
        const attempt = play(start, bank, moods);
        const count = attempt.answers.length;
        fc.pre(count > 1);
        const order = attempt.answers.map((_, index) => (index + turn) % count).toReversed();
        const turned = {
          ...attempt,
          questions: order.map((index) => attempt.questions[index]!),
          answers: order.map((index) => attempt.answers[index]!),
        };
        const before = numbersOf(attempt);
        numbersOf(turned).forEach((number, index) => {
          expect(Math.abs(number - before[index]!)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('are the prior where nothing is answered', () => {
    const { prior } = measuredBank(bank);
    expect(estimate(play(newAttempt(bank), bank, []), bank)).toEqual({
      evidence: [],
      abilities: prior,
    });
  });

  test('are finite when all is right, all is wrong or nothing is known, and ordered so', () => {
    const meanOf = (mood: 'right' | 'wrong' | 'dont-know') => {
      const attempt = play(newAttempt(bank, { length: 100 }), bank, always(mood));
      const numbers = numbersOf(attempt);
      expect(numbers.every(Number.isFinite)).toBe(true);
      return numbers.slice(0, bank.skills.size);
    };
    const [right, wrong, unknowing] = [meanOf('right'), meanOf('wrong'), meanOf('dont-know')];
    right.forEach((ability, skill) => {
      expect(ability).toBeGreaterThan(0.5);
      expect(wrong[skill]).toBeLessThan(-0.5);
      expect(unknowing[skill]).toBeLessThan(-0.5);
    });
  });
});
