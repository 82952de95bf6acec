import { describe, expect, test } from 'vitest';
import { guessFloor } from '#lib/engine/rubric/guess-floor.ts';
import { multipleResponseItem, numericItem, singleChoiceItem } from '../../support/items.ts';

const judged = (scores: Readonly<Record<string, number>>) => ({
  options: Object.fromEntries(Object.keys(scores).map((id) => [id, `text ${id}`])),
  rubric: Object.entries(scores).map(([option, score]) => ({
    when: { option },
    score,
    feedback: 'So it is.',
  })),
});

describe('answering blindly earns', () => {
  test.each([
    [{ a: 0, b: 1, c: 0 }, 1 / 3],
    [{ a: 0, b: 1, c: 0, d: 0 }, 0.25],
    [{ a: 0, b: 1, c: 0, d: 0, e: 0 }, 0.2],
    [{ a: 0, b: 1, c: 0.5, d: 0 }, 0.375],
  ])('the mean score of the options of a single choice: %j', (scores, floor) => {
    expect(guessFloor(singleChoiceItem(judged(scores)))).toBeCloseTo(floor, 12);
  });

  // Of the fifteen selections of four options one is exactly the keys.
  test('one in all the selections of a multiple response, all or nothing', () => {
    expect(guessFloor(multipleResponseItem())).toBeCloseTo(1 / 15, 12);
  });

  // Keys a and c: both alone 1; one alone 1/2, twice; both and one other 1/2, twice; else 0.
  test('the mean over the selections of a multiple response, right minus wrong', () => {
    const item = multipleResponseItem({ credit: 'right-minus-wrong' });
    expect(guessFloor(item)).toBeCloseTo(3 / 15, 12);
  });

  test('what a rubric gives before the rule', () => {
    const rubric = [{ when: { chosen: 'a' }, score: 1, feedback: 'Enough.' }];
    expect(guessFloor(multipleResponseItem({ rubric }))).toBeCloseTo(8 / 15, 12);
  });

  test('nothing where a number is typed', () => {
    expect(guessFloor(numericItem())).toBe(0);
  });
});

test('an item that cannot be drawn is our bug by now and throws', () => {
  const item = singleChoiceItem({ variables: { a: 'z' } });
  expect(() => guessFloor(item)).toThrow('sums-which');
});
