import { describe, expect, test } from 'vitest';
import { cellsIn, pasted, resized } from '#lib/ui/items/matrix-cells.ts';

const empty = resized([], 2, 3);

describe('a text pasted into a field of a matrix', () => {
  test.each([
    [
      'fills the matrix it matches, wherever it is pasted',
      '[[1, 2, 3], [4, 5, 6]]',
      1,
      2,
      '1 2 3|4 5 6',
    ],
    ['fills the fields from there on where it is smaller', '1\t2', 1, 1, '  |_1 2'],
  ])('%s', (_, text, r, c, shown) => {
    const cells = pasted(empty, text, r, c, false);
    const lines = cells?.map((row) => row.map((cell) => cell || '').join(' '));
    expect(lines?.join('|')).toBe(shown.replace('_', ' '));
  });

  test.each([
    ['one number', '1/2'],
    ['a number with a comma', '0,5'],
    ['more than there are fields for', '1\t2\t3\t4'],
    ['a ragged grid', '1 2\n3'],
    ['a text too long', '1 '.repeat(5000)],
    ['nothing', ''],
  ])('is left to the browser: %s', (_, text) => {
    expect(pasted(empty, text, 0, 0, false)).toBeNull();
  });

  test('gives a free matrix its shape', () => {
    expect(pasted(empty, '1 & 2 \\\\ 3 & 4', 1, 1, true)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(pasted(empty, '1 2 3 4 5 6 7', 0, 0, true)).toBeNull();
  });

  test('is a row where it is a plain vector and a row is asked for', () => {
    expect(pasted(resized([], 1, 3), '[1, 2, 3]', 0, 0, false)).toEqual([['1', '2', '3']]);
  });
});

test('what was typed stays where there is still a field for it', () => {
  const cells = [
    ['1', '2'],
    ['3', '4'],
  ];
  expect(resized(cells, 1, 3)).toEqual([['1', '2', '']]);
  expect(resized(cells, 3, 1)).toEqual([['1'], ['3'], ['']]);
});

test('a text that no fields could show stays a text', () => {
  expect(cellsIn('1 2\n3')).toBeNull();
  expect(cellsIn('')).toBeNull();
  expect(cellsIn('1 2\n3 4')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});
