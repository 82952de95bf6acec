import { describe, expect, test } from 'vitest';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import { numberOf } from '#lib/engine/rubric/scorers/score-numeric.ts';
import { numericItem, variantOf } from '../../support/items.ts';

const criterion = (when: unknown, score: number, misconception?: string) => ({
  when,
  score,
  feedback: 'So it is.',
  ...(misconception ? { misconception } : {}),
});

const variant = variantOf(
  numericItem({
    variables: { n: '100' },
    tolerance: { relative: 0.01 },
    rubric: [
      criterion({ equals: 'n' }, 1),
      criterion({ equals: '2 * n', tolerance: 'exact' }, 0.5, 'doubled'),
      criterion({ equals: 'n / 2', tolerance: { absolute: 5 } }, 0.25),
      criterion({ between: ['n + 2', 'n + 10'] }, 0.75, 'near'),
      criterion({ equals: 'undefined_name' }, 1),
    ],
  }),
);
const scoreOf = (value: number) =>
  scoreResponse(variant, { kind: 'numeric', text: String(value), value });

describe('a number', () => {
  test.each([
    [100, { score: 1, criterion: 0, misconception: null }],
    [99, { score: 1, criterion: 0, misconception: null }],
    [101, { score: 1, criterion: 0, misconception: null }],
    [98.9, { score: 0, criterion: null, misconception: null }],
    [200, { score: 0.5, criterion: 1, misconception: 'doubled' }],
    [201, { score: 0, criterion: null, misconception: null }],
    [45, { score: 0.25, criterion: 2, misconception: null }],
    [55, { score: 0.25, criterion: 2, misconception: null }],
    [44.9, { score: 0, criterion: null, misconception: null }],
    [101.9, { score: 0, criterion: null, misconception: null }],
    [102, { score: 0.75, criterion: 3, misconception: 'near' }],
    [110, { score: 0.75, criterion: 3, misconception: 'near' }],
    [110.1, { score: 0, criterion: null, misconception: null }],
    [0, { score: 0, criterion: null, misconception: null }],
    [-100, { score: 0, criterion: null, misconception: null }],
  ])('%d is judged by the first criterion that it meets', (value, judgement) => {
    expect(scoreOf(value)).toEqual(judgement);
  });

  test('that meets none falls to "otherwise"', () => {
    const rubric = [criterion({ equals: 5 }, 1), criterion('otherwise', 0.1, 'lost')];
    const other = variantOf(numericItem({ rubric }));
    expect(scoreResponse(other, { kind: 'numeric', text: '7', value: 7 })).toEqual({
      score: 0.1,
      criterion: 1,
      misconception: 'lost',
    });
  });
});

test.each([
  ['n / 8', 12.5],
  ['z', null],
  ['true', null],
  ['[1]', null],
  ['1 / 0', null],
])('the number of %s is %j', (expression, value) => {
  expect(numberOf(variant, expression)).toBe(value);
});
