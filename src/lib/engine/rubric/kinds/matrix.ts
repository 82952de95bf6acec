import { matrixTex } from '#lib/engine/template/format.ts';
import { readMatrix } from '../readers/read-matrix.ts';
import type { ResponseOf } from '../response.ts';
import { type Matrix, matrixOf, scoreMatrix, shownShape } from '../scorers/score-matrix.ts';
import { tellTolerance } from '../scorers/tolerance.ts';
import type { Kind } from './kind.ts';

const kind = 'matrix';

/** An entry that no item asks for. */
const FAR_OFF = -987654.25;

export const matrix: Kind<typeof kind> = {
  read: readMatrix,
  score: scoreMatrix,
  ask: (variant) => ({ shape: shownShape(variant) }),
  rule: ({ tolerance, credit, shape }) =>
    `${tellTolerance(tolerance)} ${
      credit === 'all-or-nothing'
        ? 'It counts if every entry is right.'
        : `Each right entry earns an equal share${shape === 'asked' ? '; a wrong shape earns nothing' : ''}.`
    }`,
  key(drawn) {
    const key = matrixOf(drawn, drawn.item.key);
    return key && responseOf(key);
  },
  tell: (_, { rows }) => `$${matrixTex(rows)}$`,
  chosen: () => [],
  guesses: () => [],
  known(drawn) {
    const { key, rubric } = drawn.item;
    const right = matrixOf(drawn, key);
    if (!right) return [];
    const slips = rubric
      .map(({ when }) => (typeof when === 'string' ? null : matrixOf(drawn, when.equals)))
      .filter((slip) => slip !== null);
    const entries = right.flat().length;
    const halfRight = spoilt(right, (place) => place >= entries / 2);
    return [right, ...slips, halfRight, spoilt(right, () => true)].map(responseOf);
  },
  // A step for each share would be too many to learn anything of: none, half at least, or all.
  categories: ({ credit }) => (credit === 'entrywise' ? [0, 0.5, 1] : null),
};

function responseOf(rows: Matrix): ResponseOf<typeof kind> {
  return {
    kind,
    text: rows.map((row) => row.join('\t')).join('\n'),
    rows: rows.map((row) => [...row]),
  };
}

/** The matrix with far too small numbers at some places, counted row by row. */
function spoilt(rows: Matrix, isWrong: (place: number) => boolean): Matrix {
  return rows.map((row, r) =>
    row.map((entry, c) => (isWrong(r * row.length + c) ? FAR_OFF : entry)),
  );
}
