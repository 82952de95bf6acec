import { describe, expect, test } from 'vitest';
import { multipleResponseItem, numericItem, singleChoiceItem } from '../../support/items.ts';
import { brief, choice, parametrised } from './complaints-of.ts';

describe('a check that disagrees with the key is told', () => {
  test.each([
    ['of a number', numericItem({ check: 6 }), ['check-disagrees check']],
    [
      'of a number, at some seeds',
      parametrised({ check: 'a < 9 ? a + b : 0' }),
      ['check-disagrees check'],
    ],
    [
      'beyond a tolerance',
      numericItem({ check: 5.2, tolerance: { absolute: 0.1 } }),
      ['check-disagrees check'],
    ],
    ['beyond a hair of an exact key', numericItem({ check: 5.0001 }), ['check-disagrees check']],
    ['of a choice among numbers', choice({ check: 'a + b + 1' }), ['check-disagrees check']],
    [
      'where a second option shows the same',
      choice({
        options: { a: '{{a - b}}', b: '{{a + b}}', c: '{{a + b}}.0', d: '{{a + b + 2}}' },
      }),
      ['check-disagrees check'],
    ],
    [
      'of a choice, by a condition an option',
      singleChoiceItem({ check: { a: 'true', b: 'true', c: 'false', d: 'false' } }),
      ['check-disagrees check.a'],
    ],
    [
      'that denies the key',
      singleChoiceItem({ check: { a: 'false', b: 'false', c: 'false', d: 'false' } }),
      ['check-disagrees check.b'],
    ],
    [
      'of several keys',
      multipleResponseItem({ check: { a: 'true', b: 'false', c: 'false', d: 'false' } }),
      ['check-disagrees check.c'],
    ],
  ])('%s', (_, item, complaints) => {
    expect(brief(item)).toEqual(complaints);
  });

  test('but not within the tolerance', () => {
    expect(brief(numericItem({ check: 5.05, tolerance: { absolute: 0.1 } }))).toEqual([]);
    expect(brief(numericItem({ check: '5 + 1e-7' }))).toEqual([]);
  });
});

describe('a check that gives nothing to hold against is told', () => {
  test.each([
    ['no number for a number', numericItem({ check: 'z' }), ['check-fails check']],
    ['a truth for a number', numericItem({ check: true }), ['check-fails check']],
    ['no number for a choice', choice({ check: 'a > b' }), ['check-fails check']],
    [
      'a number for a condition',
      singleChoiceItem({ check: { a: 0, b: 'true', c: 'false', d: 'false' } }),
      ['check-fails check.a'],
    ],
    [
      'a condition that does not compute',
      multipleResponseItem({ check: { a: 'true', b: 'z', c: 'true', d: 'false' } }),
      ['check-fails check.b'],
    ],
  ])('%s', (_, item, complaints) => {
    expect(brief(item)).toEqual(complaints);
  });
});
