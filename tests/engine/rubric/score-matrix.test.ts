import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askOf,
  keyResponse,
  knownResponses,
  ruleOf,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import { categoryOf, scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { matrixItem, variantOf } from '../../support/items.ts';

// A B = [[2, 3], [4, 7]], B A = [[3, 4], [4, 6]].
const entrywise = variantOf(matrixItem());
const whole = variantOf(matrixItem({ credit: 'all-or-nothing' }));
const matrix = (rows: number[][]): Response => ({ kind: 'matrix', text: '', rows });

describe('a matrix scores', () => {
  test.each([
    [
      [
        [2, 3],
        [4, 7],
      ],
      1,
      1,
    ],
    [
      [
        [2 + 1e-12, 3],
        [4, 7],
      ],
      1,
      1,
    ],
    [
      [
        [2, 3],
        [4, 8],
      ],
      0.75,
      0,
    ],
    [
      [
        [2, 3],
        [0, 0],
      ],
      0.5,
      0,
    ],
    [
      [
        [9, 9],
        [9, 9],
      ],
      0,
      0,
    ],
    [[[2, 3, 4, 7]], 0, 0],
    [[[2], [3]], 0, 0],
    // The wrong order is a slip that the rubric knows, and it decides before the rule does.
    [
      [
        [3, 4],
        [4, 6],
      ],
      0.25,
      0.25,
    ],
  ])('%j: %d entry by entry, %d all or nothing', (rows, share, all) => {
    expect(scoreResponse(entrywise, matrix(rows)).score).toBe(share);
    expect(scoreResponse(whole, matrix(rows)).score).toBe(all);
  });

  test('by its tolerance in each entry, and a slip by its own', () => {
    const variant = variantOf(
      matrixItem({
        tolerance: { absolute: 0.1 },
        rubric: [
          { when: 'key', score: 1, feedback: 'Right.' },
          { when: { equals: 'B * A', tolerance: 'exact' }, score: 0, feedback: 'Order.' },
        ],
      }),
    );
    expect(
      scoreResponse(
        variant,
        matrix([
          [2.1, 2.9],
          [4, 7],
        ]),
      ).criterion,
    ).toBe(0);
    expect(
      scoreResponse(
        variant,
        matrix([
          [3, 4],
          [4, 6],
        ]),
      ).criterion,
    ).toBe(1);
    expect(
      scoreResponse(
        variant,
        matrix([
          [3.05, 4],
          [4, 6],
        ]),
      ).criterion,
    ).toBeNull();
  });

  test('by the rule where a slip says "credit"', () => {
    const rubric = [
      { when: 'key', score: 1, feedback: 'Right.' },
      { when: { equals: 'B * A' }, score: 'credit', feedback: 'Order.' },
    ];
    const variant = variantOf(matrixItem({ rubric }));
    expect(
      scoreResponse(
        variant,
        matrix([
          [3, 4],
          [4, 6],
        ]),
      ),
    ).toMatchObject({
      score: 0.25,
      criterion: 1,
    });
  });

  test('1 for the key and in [0, 1] for any other, at any seed', () => {
    const variables = { a: { integer: [1, 9] }, A: '[[a, 2], [3, a]]', B: '[[0, 1], [1, a]]' };
    const row = fc.array(fc.double({ noNaN: true }), { minLength: 2, maxLength: 2 });
    const rows = fc.array(row, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), rows, (seed, any) => {
        const variant = variantOf(matrixItem({ variables }), seed);
        expect(scoreResponse(variant, keyResponse(variant)!).score).toBe(1);
        const { score } = scoreResponse(variant, matrix(any));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a matrix is told', () => {
  test('as TeX, a vector as one column', () => {
    expect(
      tellResponse(
        entrywise,
        matrix([
          [1, -0.5],
          [1 / 3, 4],
        ]),
      ),
    ).toBe('$\\begin{bmatrix} 1 & -0.5 \\\\ 0.333333 & 4 \\end{bmatrix}$');
    const vector = variantOf(matrixItem({ key: '[1, 2]', shape: { rows: 2, columns: 1 } }));
    expect(keyResponse(vector)).toMatchObject({ rows: [[1], [2]] });
  });

  test('with its shape before the answer, unless that is asked', () => {
    expect(askOf(entrywise)).toEqual({ shape: { rows: 2, columns: 2 } });
    expect(askOf(variantOf(matrixItem({ shape: 'asked' })))).toEqual({ shape: null });
  });

  test('with tolerance and credit rule in plain words', () => {
    expect(ruleOf(whole.item)).toBe('The exact value counts. It counts if every entry is right.');
    expect(ruleOf(entrywise.item)).toBe(
      'The exact value counts. Each right entry earns an equal share.',
    );
    expect(ruleOf(matrixItem({ shape: 'asked', tolerance: { decimals: 2 } }))).toBe(
      'Round to 2 decimal places, or give more digits. Each right entry earns an equal share; a wrong shape earns nothing.',
    );
  });
});

describe('the response model of a matrix', () => {
  test('has none, half at least and all as categories where entries earn shares', () => {
    const levels = scoreLevels(entrywise.item);
    expect(levels).toEqual([
      { score: 0, luck: 1 },
      { score: 0.5, luck: 0 },
      { score: 1, luck: 0 },
    ]);
    expect([0, 0.25, 0.5, 0.75, 8 / 9, 1].map((score) => categoryOf(score, levels))).toEqual([
      0, 0, 1, 1, 1, 2,
    ]);
  });

  test('has the scores of the rubric where it is all or nothing', () => {
    expect(scoreLevels(whole.item).map(({ score }) => score)).toEqual([0, 0.25, 1]);
  });

  test('finds a made-up response in every category', () => {
    const levels = scoreLevels(entrywise.item);
    const categories = knownResponses(entrywise).map((known) =>
      categoryOf(scoreResponse(entrywise, known).score, levels),
    );
    expect(new Set(categories)).toEqual(new Set([0, 1, 2]));
    expect(categories.at(-1)).toBe(0);
  });
});
