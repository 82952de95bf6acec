import { describe, expect, test } from 'vitest';
import { checkItem } from '#lib/engine/bank/check-item.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { matrixItem } from '../../support/items.ts';
import { brief, criterion } from './complaints-of.ts';

const rubric = (...slips: unknown[]) => [criterion('key', 1), ...slips];

/** Code and place of what the bank says of an item before it is instantiated. */
function checked(item: Item): string[] {
  const said: string[] = [];
  checkItem(item, (at, code, message, hint) => {
    expect([message, hint]).not.toContain('');
    said.push(`${code} ${at.map(String).join('.')}`);
  });
  return said;
}

describe('of a matrix item is told', () => {
  test.each([
    [
      'a key that comes second',
      [criterion({ equals: 'B * A' }, 0), criterion('key', 1)],
      ['key-first rubric.0', 'criterion-unreachable rubric.1'],
    ],
    ['a key that earns less', [criterion('key', 0.5)], ['key-first rubric.0']],
    ['a second key', rubric(criterion('key', 1)), ['criterion-unreachable rubric.1']],
    ['nothing where all is well', rubric(criterion({ equals: 'B * A' }, 'credit')), []],
  ])('%s', (_, criteria, complaints) => {
    expect(checked(matrixItem({ rubric: criteria }))).toEqual(complaints);
  });

  test.each([
    ['nothing where all is well', { check: '[[2, 3], [4, 7]]' }, []],
    ['nothing where the shape is asked', { shape: 'asked' }, []],
    ['a key that is no array', { key: '5' }, ['not-computable key']],
    ['a key that is ragged', { key: '[[1, 2], [3]]' }, ['not-computable key']],
    ['a key of three axes', { key: '[[[1, 2]]]' }, ['not-computable key']],
    ['a key of one number', { key: '[5]', shape: 'asked', rubric: rubric() }, ['matrix-size key']],
    [
      'a key that no form shows',
      { key: 'identity(7)', shape: 'asked', rubric: rubric() },
      ['matrix-size key'],
    ],
    [
      'another shape than the key’s',
      { shape: { rows: 2, columns: 3 }, rubric: rubric() },
      ['shape-differs shape'],
    ],
    [
      'a shape that does not compute',
      { shape: { rows: 'z', columns: 2 }, rubric: rubric() },
      ['not-computable shape'],
    ],
    [
      'a slip that is the key',
      { rubric: rubric(criterion({ equals: '[[2, 3], [4, 7]]' }, 0)) },
      ['distractor-is-key rubric.1'],
    ],
    [
      'a slip that does not compute',
      { rubric: rubric(criterion({ equals: 'A * [1, 2, 3]' }, 0)) },
      ['not-computable rubric.1.when'],
    ],
    [
      'a slip of a shape not shown',
      { rubric: rubric(criterion({ equals: '[1, 2]' }, 0)) },
      ['criterion-unreachable rubric.1'],
    ],
    ['a check that disagrees', { check: 'B * A' }, ['check-disagrees check']],
    ['a check that gives no matrix', { check: '5' }, ['check-fails check']],
  ])('%s', (_, fields, complaints) => {
    expect(brief(matrixItem(fields))).toEqual(complaints);
  });
});
