import { describe, expect, test } from 'vitest';
import { checkItem } from '#lib/engine/bank/check-item.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { matchingItem, orderingItem } from '../../support/items.ts';

function complaintsOf(item: Item): string[] {
  const said: string[] = [];
  checkItem(item, (at, code, message, hint) => {
    expect(message).not.toBe('');
    expect(hint).not.toBe('');
    said.push(`${code} ${at.map(String).join('.')}`);
  });
  return said;
}

const criterion = (when: unknown, score: unknown = 0) => ({ when, score, feedback: 'So it is.' });
const many = (count: number, text: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`e${index}`, text]));

describe('ordering', () => {
  test.each([
    ['is sound', {}, []],
    ['has two entries', { entries: many(2, 'x') }, ['entry-count entries']],
    ['has eight entries', { entries: many(8, 'x') }, ['entry-count entries']],
    [
      'has an id that loses its place',
      { entries: { b: 'x', a: 'y', '1': 'z' } },
      ['entry-id-number entries.1'],
    ],
    [
      'has a text of two lines',
      { entries: { a: 'x', b: 'y\ny', c: 'z' } },
      ['line-broken entries.b'],
    ],
    [
      'asks for an entry it lacks',
      { rubric: [criterion({ before: ['one', 'ten'] })] },
      ['entry-unknown rubric.0.when'],
    ],
    [
      'asks for an entry before itself',
      { rubric: [criterion({ before: ['one', 'one'] })] },
      ['criterion-unreachable rubric.0.when'],
    ],
    [
      'asks for an order of some entries',
      { rubric: [criterion({ order: ['one', 'two'] })] },
      ['criterion-unreachable rubric.0.when'],
    ],
    ['gives credit', { rubric: [criterion({ before: ['two', 'one'] }, 'credit')] }, []],
    [
      'has a check without an entry',
      { check: { one: 1, two: 2, three: 3 } },
      ['check-incomplete check'],
    ],
    [
      'has a check of an entry it lacks',
      { check: { one: 1, two: 2, three: 3, four: 4, ten: 10 } },
      ['entry-unknown check.ten'],
    ],
  ])('that %s', (_, fields, complaints) => {
    expect(complaintsOf(orderingItem(fields))).toEqual(complaints);
  });
});

describe('matching', () => {
  const pair = { left: 'x', right: 'y' };
  const both = { left: 1, right: 1 };
  test.each([
    ['is sound', {}, []],
    ['has two pairs', { pairs: many(2, pair) }, ['pair-count pairs']],
    ['has seven pairs', { pairs: many(7, pair), extra: {} }, ['pair-count pairs']],
    [
      'has eight texts to choose from',
      { pairs: many(6, pair), extra: { a: 'a', b: 'b' } },
      ['extra-count extra'],
    ],
    ['names an extra text like a pair', { extra: { two: 'x' } }, ['id-repeated extra.two']],
    ['has an extra text of two lines', { extra: { five: 'x\ny' } }, ['line-broken extra.five']],
    [
      'judges a left text it lacks',
      { rubric: [criterion({ pair: ['five', 'two'] })] },
      ['pair-unknown rubric.0.when'],
    ],
    [
      'judges a right text it lacks',
      { rubric: [criterion({ pair: ['two', 'constructor'] })] },
      ['pair-unknown rubric.0.when'],
    ],
    ['judges an extra text', { rubric: [criterion({ pair: ['two', 'five'] }, 'credit')] }, []],
    [
      'has a check without a side',
      { check: { two: both, three: { right: 1 }, four: both, five: { right: 1 } } },
      ['check-incomplete check'],
    ],
    [
      'has a check of what it lacks',
      { check: { two: both, three: both, four: both, five: { right: 1 }, ten: both } },
      ['pair-unknown check.ten'],
    ],
  ])('that %s', (_, fields, complaints) => {
    expect(complaintsOf(matchingItem(fields))).toEqual(complaints);
  });
});
