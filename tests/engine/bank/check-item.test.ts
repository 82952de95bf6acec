import { describe, expect, test } from 'vitest';
import { checkItem } from '#lib/engine/bank/check-item.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { smallBankFilesWith } from '../../support/small-bank.ts';
import { multipleResponseItem, numericItem, singleChoiceItem } from '../../support/items.ts';
import { problemsOf } from './problems-of.ts';

function complaintsOf(item: Item): string[] {
  const said: string[] = [];
  checkItem(item, (at, code, message, hint) => {
    expect(message).not.toBe('');
    expect(hint).not.toBe('');
    said.push(`${code} ${at.map(String).join('.')}`);
  });
  return said;
}

const criterion = (when: unknown, score: unknown) => ({ when, score, feedback: 'So it is.' });
const options = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`o${index}`, `text ${index}`]));
const judging = (ids: readonly string[], key: string) =>
  ids.map((option) => criterion({ option }, option === key ? 1 : 0));

test('a sound item of each kind draws no complaint', () => {
  expect(complaintsOf(numericItem())).toEqual([]);
  expect(complaintsOf(singleChoiceItem())).toEqual([]);
  expect(complaintsOf(multipleResponseItem())).toEqual([]);
});

describe('single-choice', () => {
  test.each([
    [2, ['option-count options']],
    [3, []],
    [8, []],
    [9, ['option-count options']],
  ])('with %i options: %j', (count, complaints) => {
    const of = options(count);
    const rubric = judging(Object.keys(of), 'o1');
    expect(complaintsOf(singleChoiceItem({ options: of, rubric }))).toEqual(complaints);
  });

  test.each([
    [
      'judges an option that it lacks',
      [...judging(['a', 'b', 'c', 'd'], 'b'), criterion({ option: 'e' }, 0)],
      ['option-unknown rubric.4.when'],
    ],
    [
      'judges an option named like a property of every object',
      [...judging(['a', 'b', 'c', 'd'], 'b'), criterion({ option: 'constructor' }, 0)],
      ['option-unknown rubric.4.when'],
    ],
    [
      'judges an option twice',
      [...judging(['a', 'b', 'c', 'd'], 'b'), criterion({ option: 'a' }, 0.5)],
      ['criterion-unreachable rubric.4'],
    ],
    ['leaves an option unjudged', judging(['a', 'b', 'd'], 'b'), ['option-unjudged rubric']],
    ['has no key', judging(['a', 'b', 'c', 'd'], ''), ['key-count rubric']],
    [
      'has two keys',
      [...judging(['a', 'b', 'c'], 'b'), criterion({ option: 'd' }, 1)],
      ['key-count rubric'],
    ],
    [
      'gives its full score to no option',
      [...judging(['a', 'b', 'c', 'd'], ''), criterion('otherwise', 1)],
      ['key-count rubric'],
    ],
    [
      'gives credit without a credit rule',
      [...judging(['a', 'b', 'c'], 'b'), criterion({ option: 'd' }, 'credit')],
      ['score-credit rubric.3.score'],
    ],
    [
      'goes on after "otherwise"',
      [criterion('otherwise', 0), ...judging(['a', 'b', 'c', 'd'], 'b')],
      ['criterion-unreachable rubric.0'],
    ],
  ])('that %s', (_, rubric, complaints) => {
    expect(complaintsOf(singleChoiceItem({ rubric }))).toEqual(complaints);
  });

  test.each([
    [
      'says nothing of an option',
      { a: 'false', b: 'true', c: 'false' },
      ['check-incomplete check'],
    ],
    [
      'speaks of an option that is not there',
      { a: false, b: true, c: false, d: false, e: false },
      ['option-unknown check.e'],
    ],
    ['is one expression', '2 + 3', []],
  ])('whose check %s', (_, check, complaints) => {
    expect(complaintsOf(singleChoiceItem({ check }))).toEqual(complaints);
  });
});

describe('multiple-response', () => {
  test.each([
    ['names a key that it lacks', { keys: ['a', 'e'] }, ['option-unknown keys.1']],
    ['names a key twice', { keys: ['a', 'c', 'a'] }, ['key-repeated keys']],
    ['has keys only', { keys: ['a', 'b', 'c', 'd'] }, ['key-count keys']],
    [
      'asks for exactly an option that it lacks',
      { rubric: [criterion({ exactly: ['a', 'z'] }, 1)] },
      ['option-unknown rubric.0.when'],
    ],
    [
      'asks whether an option was chosen that it lacks',
      { rubric: [criterion({ chosen: 'z' }, 0)] },
      ['option-unknown rubric.0.when'],
    ],
    [
      'asks whether an option was missed that it lacks',
      { rubric: [criterion({ missed: 'z' }, 0)] },
      ['option-unknown rubric.0.when'],
    ],
    ['has two options', { options: { a: 'one', b: 'two' }, keys: ['a'] }, ['option-count options']],
    [
      'has a check without an option',
      { check: { a: true, b: false, c: true } },
      ['check-incomplete check'],
    ],
    ['gives credit', { rubric: [criterion({ missed: 'a' }, 'credit')] }, []],
  ])('that %s', (_, fields, complaints) => {
    expect(complaintsOf(multipleResponseItem(fields))).toEqual(complaints);
  });
});

describe('the units of a number', () => {
  test.each([
    ['stand beside one of its own', { unit: 'ms', units: { s: 1000 } }, []],
    ['stand alone', { units: { s: 1000 } }, ['units-of-nothing units']],
    ['name it again', { unit: 'ms', units: { ms: 1 } }, ['units-of-nothing units']],
  ])('that %s', (_, fields, complaints) => {
    expect(complaintsOf(numericItem(fields))).toEqual(complaints);
  });

  test.each([0, -2, '1 / 0', '0 / 5', '1 / 60 / 2', 'a / 2', '5 +', '', Infinity])(
    'have a size: %j is none',
    (size) => {
      expect(() => numericItem({ unit: 'ms', units: { ticks: size } })).toThrow();
    },
  );

  test.each(['5', '-s', '.x', '', ' '])('do not begin as a number does: %j', (unit) => {
    expect(() => numericItem({ unit })).toThrow();
  });
});

describe('numeric', () => {
  test.each([
    ['begins with "otherwise"', [criterion('otherwise', 1)], ['key-first rubric.0']],
    ['begins with a range', [criterion({ between: [1, 2] }, 1)], ['key-first rubric.0']],
    ['begins with a wrong value', [criterion({ equals: 6 }, 0)], ['key-first rubric.0']],
    [
      'gives credit without a credit rule',
      [criterion({ equals: 5 }, 1), criterion({ equals: 6 }, 'credit')],
      ['score-credit rubric.1.score'],
    ],
    ['has a second full answer', [criterion({ equals: 5 }, 1), criterion({ equals: 6 }, 1)], []],
  ])('that %s', (_, rubric, complaints) => {
    expect(complaintsOf(numericItem({ rubric }))).toEqual(complaints);
  });
});

test('a complaint reaches the author with file, path, line and item', () => {
  const files = smallBankFilesWith('arithmetic/sums.yaml', 'keys: [a, c]', 'keys: [a, c, x]');
  expect(problemsOf(files)).toEqual([
    {
      code: 'option-unknown',
      path: 'arithmetic/sums.yaml › items.2.keys.2',
      on: 'keys: [a, c, x]',
    },
  ]);
});
