import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readResponse } from '#lib/engine/rubric/registry.ts';
import { matrixItem, variantOf } from '../../support/items.ts';

const given = variantOf(matrixItem());
const asked = variantOf(matrixItem({ shape: 'asked' }));
const row = variantOf(matrixItem({ shape: { rows: 1, columns: 3 }, key: '[[1, 2, 3]]' }));

/** The rows read and what is echoed; of what is refused the code. */
function reading(variant: typeof given, sent: readonly string[]) {
  const read = readResponse(variant, sent);
  if (!read.ok) return read.error.code;
  const { response: got, echo } = read.value;
  return { rows: got.kind === 'matrix' ? got.rows : [], echo };
}

const square = [
  [1, 2],
  [3, 4],
];
const squareEchoed = { rows: square, echo: '[[1, 2], [3, 4]]' };

describe('a matrix pasted as one text', () => {
  test.each([
    ['NumPy', '[[1, 2], [3, 4]]'],
    ['NumPy, called', 'np.array([[1, 2], [3, 4]])'],
    ['NumPy, assigned and typed', 'W = np.array([[1., 2.], [3., 4.]], dtype=np.float32)'],
    ['NumPy, printed', '[[1. 2.]\n [3. 4.]]'],
    ['NumPy, its repr', 'array([[1, 2],\n       [3, 4]])'],
    ['PyTorch', 'torch.tensor([[1, 2], [3, 4]])'],
    ['tuples', '((1, 2), (3, 4))'],
    ['braces', '{{1, 2}, {3, 4}}'],
    ['rows without a frame', '[1, 2], [3, 4]'],
    ['LaTeX, bare', '1 & 2 \\\\ 3 & 4'],
    ['LaTeX, bmatrix', '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}'],
    ['LaTeX, in dollars', '$$\\begin{pmatrix}1&2\\\\3&4\\\\\\end{pmatrix}$$'],
    ['LaTeX, array', '\\left[\\begin{array}{cc} 1 & 2 \\\\[2pt]\n 3 & 4 \\end{array}\\right]'],
    ['LaTeX, fractions', '\\frac{2}{2} & 2 \\\\ 3 & \\dfrac{8}{2}'],
    ['LaTeX, powers', '10 \\times 10^{-1} & 2 \\\\ 3 & 4'],
    ['MATLAB', '[1 2; 3 4]'],
    ['MATLAB, assigned', 'A = [1, 2; 3, 4];'],
    ['MATLAB, no brackets', '1 2; 3 4'],
    ['MATLAB, over lines', '[1 2;\n 3 4;]'],
    ['lines with commas', '1,2\n3,4'],
    ['lines with commas and spaces', '1, 2\r\n3, 4\r\n'],
    ['lines with commas at the end', '1, 2,\n3, 4,'],
    ['lines with semicolons', '1;2\n3;4'],
    ['lines with spaces', '1 2\n3   4'],
    ['decimal commas between spaces', '1,0 2,0\n3,0 4,0'],
    ['fractions', '2/2 2\n3 8 / 2'],
    ['other minus signs and spaces', '[[1,\u00a02], [3, 4]]'],
  ])('is read and echoed: %s', (_, text) => {
    expect(reading(asked, [text])).toEqual(squareEchoed);
    expect(reading(given, [text, '', '', ''])).toEqual(squareEchoed);
  });

  test('is not echoed where it shows the very grid, plainly', () => {
    expect(reading(asked, ['1\t2\n3\t4'])).toEqual({ rows: square, echo: null });
    expect(reading(asked, ['1\t2\r\n3\t4\r\n'])).toEqual({ rows: square, echo: null });
    expect(reading(asked, ['1\n-2\n'])).toEqual({ rows: [[1], [-2]], echo: null });
  });

  test.each([
    ['[1, 2, 3]', '[[1], [2], [3]]'],
    ['1 2 3', '[[1, 2, 3]]'],
    ['[[1, 2, 3]]', '[[1, 2, 3]]'],
    ['0,5', '[[0.5]]'],
    ['1/4\n2e-3', '[[0.25], [0.002]]'],
    ['[[−1, 2.5e-1]]', '[[-1, 0.25]]'],
    ['0,5;1,5\n2;3', '[[0.5, 1.5], [2, 3]]'],
  ])('keeps its shape, a plain vector is a column: %j', (text, echo) => {
    expect(reading(asked, [text])).toMatchObject({ echo });
  });

  test.each(['[1, 2, 3]', '[[1], [2], [3]]', '1 2 3', '1\n2\n3'])(
    'is the row that is asked for where it is a vector: %j',
    (text) => {
      expect(reading(row, [text, '', ''])).toMatchObject({ rows: [[1, 2, 3]] });
    },
  );
});

describe('a matrix typed entry by entry', () => {
  test.each([
    [['1', '2', '3', '4'], square, null],
    [[' 1 ', '+2', '3.0', '4.'], square, null],
    [
      ['0,5', '2', '3', '4'],
      [
        [0.5, 2],
        [3, 4],
      ],
      '[[0.5, 2], [3, 4]]',
    ],
    [
      ['1/2', '2', '3', '4'],
      [
        [0.5, 2],
        [3, 4],
      ],
      '[[0.5, 2], [3, 4]]',
    ],
    [
      ['-1/3', '2', '3', '4'],
      [
        [-1 / 3, 2],
        [3, 4],
      ],
      '[[-0.333333333333, 2], [3, 4]]',
    ],
    [
      ['1', '2', '3', '4e-7'],
      [
        [1, 2],
        [3, 4e-7],
      ],
      '[[1, 2], [3, 4e-7]]',
    ],
    [
      ['1', '2', '3', '2.5×10^3'],
      [
        [1, 2],
        [3, 2500],
      ],
      '[[1, 2], [3, 2500]]',
    ],
    [
      ['1', '2', '3', '−4'],
      [
        [1, 2],
        [3, -4],
      ],
      null,
    ],
    [
      ['-0', '2', '3', '4'],
      [
        [0, 2],
        [3, 4],
      ],
      null,
    ],
  ])('is read; what is not plain is echoed: %j', (sent, rows, echo) => {
    expect(reading(given, sent)).toEqual({ rows, echo });
  });

  test('comes with its rows and columns first where the shape is asked', () => {
    expect(reading(asked, ['2', '2', '1', '2', '3', '4'])).toEqual({ rows: square, echo: null });
    expect(reading(asked, ['1', '3', '1', '2', '3'])).toMatchObject({ rows: [[1, 2, 3]] });
    expect(reading(asked, ['3', '1', '1', '2', '3'])).toMatchObject({ rows: [[1], [2], [3]] });
  });

  test('is kept as typed, so that a resend reads as the same', () => {
    const read = () => readResponse(given, ['1/2', ' 2', '3', '4']);
    expect(read()).toEqual(read());
    expect(read()).toMatchObject({ value: { response: { text: '1/2\t 2\n3\t4' } } });
  });
});

describe('what is no matrix is refused', () => {
  test.each([
    ['no-matrix', [], given],
    ['no-matrix', ['', ' ', '', ''], given],
    ['no-matrix', ['  \n '], asked],
    ['no-matrix', ['2', '2', '', '', '', ''], asked],
    ['entry-missing', ['1', '', '3', '4'], given],
    ['entry-missing', ['1', '', '', ''], given],
    ['not-a-number', ['1', '2', '3', 'x'], given],
    ['division-by-zero', ['1', '2', '3', '1/0'], given],
    ['number-too-large', ['1', '2', '3', '1e999'], given],
    ['ambiguous-comma', ['1', '2', '3', '3,145'], given],
    ['number-too-long', ['1', '2', '3', '1'.repeat(61)], given],
    ['entry-percent', ['1', '2', '3', '25%'], given],
    ['entry-percent', ['[[1, 25%]]'], asked],
    ['entry-count', ['1', '2', '3'], given],
    ['entry-count', ['1', '2', '3', '4', '5'], given],
    ['entry-count', ['2', '2', '1', '2', '3'], asked],
    ['entry-count', ['0', '2', '1', '2'], asked],
    ['entry-count', ['7', '1', '1', '2', '3', '4', '5', '6', '7'], asked],
    ['matrix-too-large', ['1 2 3 4 5 6 7'], asked],
    ['matrix-ragged', ['1 2\n3'], asked],
    ['matrix-ragged', ['[[1, 2], [3]]'], asked],
    ['not-a-number', ['[[1, 2], [3, 4'], asked],
    ['not-a-number', ['[[1, 2], x, [3, 4]]'], asked],
    ['entry-missing', ['1\t\n3\t4'], asked],
    ['not-a-number', ['import os'], asked],
    ['matrix-too-long', ['1 '.repeat(1500)], asked],
    ['shape-differs', ['[[1, 2, 3], [4, 5, 6]]', '', '', ''], given],
    ['shape-differs', ['[1, 2, 3, 4]', '', '', ''], given],
    ['shape-differs', ['[[1, 2]]', '', ''], row],
  ])('%s: %j', (code, sent, variant) => {
    expect(reading(variant, sent)).toBe(code);
    const read = readResponse(variant, sent);
    expect(read.ok ? '' : read.error.hint).not.toBe('');
  });

  test('names the row and column at fault', () => {
    expect(readResponse(given, ['1', '2', '', '4'])).toMatchObject({
      error: { path: 'answer[1][0]', message: 'Row 2, column 1 is empty.' },
    });
  });
});

test('what was echoed, pasted again, is the same matrix', () => {
  const entry = fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .map((x) => Number(x.toPrecision(10)));
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([r, c]) => {
      const line = fc.array(entry, { minLength: c, maxLength: c });
      return fc.array(line, { minLength: r, maxLength: r });
    });
  fc.assert(
    fc.property(rows, (matrix) => {
      const first = readResponse(asked, [JSON.stringify(matrix)]);
      const echo = first.ok ? (first.value.echo ?? '') : '';
      expect(reading(asked, [echo])).toEqual({
        rows: matrix.map((each) => each.map((x) => x + 0)),
        echo,
      });
    }),
    { numRuns: 300 },
  );
});
