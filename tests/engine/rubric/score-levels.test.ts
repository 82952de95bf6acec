import { describe, expect, test } from 'vitest';
import { scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import { multipleResponseItem, numericItem, singleChoiceItem } from '../../support/items.ts';

const judged = (scores: Readonly<Record<string, number>>) => ({
  options: Object.fromEntries(Object.keys(scores).map((id) => [id, `text ${id}`])),
  rubric: Object.entries(scores).map(([option, score]) => ({
    when: { option },
    score,
    feedback: 'So it is.',
  })),
});

const rounded = (item: Parameters<typeof scoreLevels>[0]) =>
  scoreLevels(item).map(({ score, luck }) => [score, Math.round(luck * 1e12) / 1e12]);
const share = (top: number, of: number) => Math.round((top / of) * 1e12) / 1e12;

describe('an item can give, and answering blindly reaches', () => {
  test.each([
    [{ a: 0, b: 1, c: 0 }, 3],
    [{ a: 0, b: 1, c: 0, d: 0 }, 4],
    [{ a: 0, b: 1, c: 0, d: 0, e: 0 }, 5],
  ])('0 or 1 and one in all the options of a single choice: %j', (scores, options) => {
    expect(rounded(singleChoiceItem(judged(scores)))).toEqual([
      [0, 1],
      [1, share(1, options)],
    ]);
  });

  test('every score of a single choice that gives part of the credit', () => {
    expect(rounded(singleChoiceItem(judged({ a: 0, b: 1, c: 0.5, d: 0 })))).toEqual([
      [0, 1],
      [0.5, 0.5],
      [1, 0.25],
    ]);
  });

  // Of the fifteen selections of four options one is exactly the keys.
  test('one in all the selections of a multiple response, all or nothing', () => {
    expect(rounded(multipleResponseItem())).toEqual([
      [0, 1],
      [1, share(1, 15)],
    ]);
  });

  // Keys a and c: both alone 1; one alone 1/2, twice; both and one other 1/2, twice; else 0.
  test('half credit of a multiple response, right minus wrong', () => {
    expect(rounded(multipleResponseItem({ credit: 'right-minus-wrong' }))).toEqual([
      [0, 1],
      [0.5, share(5, 15)],
      [1, share(1, 15)],
    ]);
  });

  test('what a rubric gives before the rule', () => {
    const rubric = [{ when: { chosen: 'a' }, score: 1, feedback: 'Enough.' }];
    expect(rounded(multipleResponseItem({ rubric }))).toEqual([
      [0, 1],
      [1, share(8, 15)],
    ]);
  });

  test('nothing above 0 by luck where a number is typed', () => {
    expect(scoreLevels(numericItem()).map(({ luck }) => luck)).toEqual(
      scoreLevels(numericItem()).map((_, place) => (place === 0 ? 1 : 0)),
    );
  });
});

test('an item that cannot be drawn is our bug by now and throws', () => {
  const item = singleChoiceItem({ variables: { a: 'z' } });
  expect(() => scoreLevels(item)).toThrow('sums-which');
});
