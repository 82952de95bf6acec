import { describe, expect, test } from 'vitest';
import { matchingItem, orderingItem } from '../../support/items.ts';
import { brief, criterion } from './complaints-of.ts';

const ids = ['one', 'two', 'three', 'four'];
const sum = (right: number) => ({ left: `${right - 1} + 1`, right });

describe('an ordering item is told', () => {
  test.each([
    ['nothing when it is sound', {}, []],
    ['nothing when the check ascends', { check: { one: 1, two: 2, three: 3, four: '2 * 2' } }, []],
    [
      'when the check falls',
      { check: { one: 1, two: 3, three: 2, four: 4 } },
      ['check-disagrees check.three'],
    ],
    [
      'when two entries tie',
      { check: { one: 1, two: 2, three: 2, four: 4 } },
      ['check-disagrees check.three'],
    ],
    [
      'when the check gives no number',
      { check: { one: 1, two: 'z', three: 3, four: 4 } },
      ['check-fails check.two'],
    ],
    [
      'when the key is not the full score',
      { rubric: [criterion({ before: ['one', 'two'] }, 0.5)] },
      ['key-not-full rubric'],
    ],
    [
      'when another order is',
      { rubric: [criterion({ order: ids.toReversed() }, 1)] },
      ['wrong-is-full rubric.0'],
    ],
    [
      'when two entries read alike',
      { entries: { one: 'x', two: 'y', three: 'x' } },
      ['options-alike entries.three'],
    ],
    [
      'when an entry does not render',
      { entries: { one: 'x', two: '$\\foo$', three: 'z' } },
      ['markup entries.two'],
    ],
  ])('%s', (_, fields, complaints) => {
    const said = brief(orderingItem(fields)).map((each) =>
      // Which of the two is named depends on the order shown.
      each.replace('entries.one', 'entries.three'),
    );
    expect(said).toEqual(complaints);
  });
});

describe('a matching item is told', () => {
  const check = { two: sum(2), three: sum(3), four: sum(4), five: { right: 5 } };
  const pairs = { a: { left: 'x', right: 'p' }, b: { left: 'y', right: 'q' } };

  test.each([
    ['nothing when it is sound', {}, []],
    ['nothing when the check finds each pair', { check }, []],
    [
      'when the sides of a pair differ',
      { check: { ...check, two: { left: 6, right: 2 } } },
      ['check-disagrees check.two'],
    ],
    [
      'when a left side fits an extra text',
      { check: { ...check, five: { right: 4 } } },
      ['check-disagrees check.four'],
    ],
    [
      'when a side gives no number',
      { check: { ...check, two: { left: 2, right: 'z' } } },
      ['check-fails check.two.right'],
    ],
    [
      'when the key is not the full score',
      { rubric: [criterion('otherwise', 0.5)] },
      ['key-not-full rubric'],
    ],
    [
      'when another way to match is',
      { rubric: [criterion({ pair: ['two', 'five'] }, 1)] },
      ['wrong-is-full rubric.0'],
    ],
    [
      'when two left texts read alike',
      { pairs: { ...pairs, c: { left: 'x', right: 'r' } } },
      ['options-alike pairs.c.left'],
    ],
    [
      'when a left text does not compute',
      { pairs: { ...pairs, c: { left: '{{z}}', right: 'r' } } },
      ['not-computable variables'],
    ],
    [
      'when a right text does not render',
      { pairs: { ...pairs, c: { left: 'z', right: '$\\foo$' } } },
      ['markup pairs.c.right'],
    ],
  ])('%s', (_, fields, complaints) => {
    expect(brief(matchingItem(fields))).toEqual(complaints);
  });
});
