import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import { type Attempt, answersBefore } from '#lib/engine/quiz/attempt.ts';
import { beforeAndAfter, estimate, estimateAlone } from '#lib/engine/quiz/estimate.ts';
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
  const { mean, variance, skillSlope } = estimate(attempt, of).beliefs.gaussian;
  return [...mean, ...variance, ...skillSlope];
};
const drop = (attempt: Attempt, position: number): Attempt => ({
  ...attempt,
  questions: attempt.questions.filter((question) => question.position !== position),
  answers: attempt.answers.filter((answer) => answer.position !== position),
});

describe('the evidence', () => {
  const attempt = play(newAttempt(bank, { length: 100 }), bank, always('right'));

  test('has the category, the skill and the parameters of each answered item', () => {
    const { evidence } = estimate(attempt, bank);
    const { pool, itemNumber, levels } = measuredBank(bank);
    expect(evidence).toEqual(
      attempt.questions.map(({ itemId }) => {
        const place = itemNumber.get(itemId)!;
        const { skill, parameters } = pool.items[place]!;
        return { skill, parameters, category: levels[place]!.length - 1 };
      }),
    );
  });

  test('counts "I don’t know yet" as a zero that nobody guessed', () => {
    const unknowing = play(newAttempt(bank, { length: 100 }), bank, always('dont-know'));
    const { evidence } = estimate(unknowing, bank);
    expect(evidence).toHaveLength(11);
    for (const { category, parameters } of evidence) {
      expect(category).toBe(0);
      expect([parameters.guessing].flat().every((luck) => luck === 0)).toBe(true);
    }
  });

  test('keeps the guessing floor of an answer that was given', () => {
    const floors = estimate(attempt, bank).evidence.map(({ parameters }) =>
      Math.max(...[parameters.guessing].flat()),
    );
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
    const { levels, itemNumber } = measuredBank(bank);
    const category = estimate(half, bank).evidence[0]?.category ?? -1;
    expect(levels[itemNumber.get('conditions-converse')!]?.[category]?.score).toBe(0.5);
  });

  test('is computed anew, so that a mended key mends the judgement', () => {
    const files = smallBankFilesWith('arithmetic/sums.yaml', 'key: a + b', 'key: a + b + 1000');
    const mended = parseBank(files);
    const place = attempt.questions.findIndex(({ itemId }) => itemId === 'sums-add');
    expect(mended.ok && estimate(attempt, mended.value).evidence[place]?.category).toBe(0);
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
    const { evidence, recent, beliefs } = estimate(play(newAttempt(bank), bank, []), bank);
    expect([evidence, recent]).toEqual([[], []]);
    expect(beliefs).toEqual(measuredBank(bank).start);
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

describe('answers from before the attempt', () => {
  const before = play(newAttempt(bank, { length: 6, seed: 3 }), bank, always('right'));
  const earlierBy = (days: number) => {
    const last = Date.parse(before.answers.at(-1)!.answeredAt);
    return answersBefore([before], new Date(last + days * 86_400_000).toISOString());
  };
  const after = (days: number, length = 4) =>
    play(newAttempt(bank, { length, seed: 4, earlier: earlierBy(days) }), bank, []);
  const meanOf = (attempt: Attempt) => estimate(attempt, bank).beliefs.gaussian.mean[0]!;
  const varianceOf = (attempt: Attempt) => estimate(attempt, bank).beliefs.gaussian.variance[0]!;

  test('count whole on the same day, and as if given in this attempt', () => {
    const same = after(0.001);
    expect(meanOf(same)).toBeCloseTo(meanOf(before), 3);
    expect(estimate(same, bank).evidence).toEqual([]);
    expect(estimate(same, bank).recent).toHaveLength(before.answers.length);
  });

  test('count for less the longer ago they are, and for nothing in the end', () => {
    const days = [0.001, 30, 365, 2000, 1_000_000];
    const means = days.map((each) => meanOf(after(each)));
    const variances = days.map((each) => varianceOf(after(each)));
    expect(means).toEqual(means.toSorted((a, b) => b - a));
    expect(variances).toEqual(variances.toSorted((a, b) => a - b));
    expect(means.at(-1)).toBeCloseTo(0, 2);
    expect(variances.at(-1)).toBeCloseTo(1, 2);
  });

  test('no longer count as a test of a skill after a year', () => {
    expect(estimate(after(300), bank).recent).toHaveLength(6);
    expect(estimate(after(400), bank).recent).toEqual([]);
  });

  test('to an item that is asked again are left to the new answer', () => {
    const again = play(
      newAttempt(bank, { length: 100, seed: 4, earlier: earlierBy(1) }),
      bank,
      always('right'),
    );
    const met = new Set(again.questions.map(({ itemId }) => itemId));
    expect(again.earlier.some(({ itemId }) => met.has(itemId))).toBe(true);
    const without = { ...again, earlier: again.earlier.filter(({ itemId }) => !met.has(itemId)) };
    expect(numbersOf(again)).toEqual(numbersOf(without));
  });

  test('are left out of the view of the attempt alone', () => {
    const attempt = play(
      newAttempt(bank, { length: 4, seed: 4, earlier: earlierBy(1) }),
      bank,
      always('wrong'),
    );
    expect(estimateAlone(attempt, bank)).toEqual(
      estimate({ ...attempt, earlier: [] }, bank).beliefs,
    );
  });

  test('are one side of a comparison, this attempt’s fresh items the other', () => {
    const attempt = play(
      newAttempt(bank, { length: 100, seed: 4, earlier: earlierBy(400) }),
      bank,
      always('wrong'),
    );
    const sides = beforeAndAfter(attempt, bank)!;
    expect(sides.before.gaussian.mean[0]).toBeCloseTo(meanOf(before), 3);
    const met = new Set(attempt.earlier.map(({ itemId }) => itemId));
    const fresh = attempt.questions.filter(({ itemId }) => !met.has(itemId));
    const places = new Set(fresh.map(({ position }) => position));
    const onlyFresh = {
      ...attempt,
      earlier: [],
      questions: fresh,
      answers: attempt.answers.filter(({ position }) => places.has(position)),
    };
    expect(sides.after).toEqual(estimate(onlyFresh, bank).beliefs);
    expect(beforeAndAfter({ ...attempt, earlier: [] }, bank)).toBeNull();
  });

  test('are those given before its first moment, oldest first, the newest of each item', () => {
    const moment = before.answers[3]!.answeredAt;
    const earlier = answersBefore([before, before], moment);
    expect(earlier.map(({ itemId }) => itemId)).toEqual(
      before.questions.slice(0, 3).map(({ itemId }) => itemId),
    );
    expect(earlier.map(({ daysBefore }) => Math.round(daysBefore * 24 * 60))).toEqual([3, 2, 1]);
  });
});
