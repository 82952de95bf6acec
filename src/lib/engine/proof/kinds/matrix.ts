import type { Complain } from '#lib/engine/bank/complain.ts';
import { longestSide } from '#lib/engine/bank/kinds/matrix.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import {
  type Matrix,
  isSameShape,
  matrixOf,
  shapeOf,
  shareRight,
  shownShape,
} from '#lib/engine/rubric/scorers/score-matrix.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';

/** Every matrix computes and fits the form, no wrong one counts as the key, and the check agrees with it. */
export function proveMatrix(variant: Variant<ItemOf<'matrix'>>, complain: Complain): void {
  const { rubric, tolerance, check } = variant.item;
  const computed = (at: PropertyKey[], expression: string): Matrix | null => {
    const value = matrixOf(variant, expression);
    if (value === null) {
      complain(at, 'not-computable', `"${expression}" gives no matrix.`, 'Mend the expression.');
    }
    return value;
  };
  const key = computed(['key'], variant.item.key);
  if (!key) return;
  proveShape(variant, key, complain);
  rubric.forEach(({ when, score }, index) => {
    if (typeof when === 'string') return;
    const other = computed(['rubric', index, 'when'], when.equals);
    if (!other || score === 1) return;
    if (shareRight(other, key, tolerance) === 1) {
      complain(
        ['rubric', index],
        'distractor-is-key',
        `the wrong matrix ${shown(other)} counts as the key ${shown(key)}.`,
        'Add a constraint that keeps them apart.',
      );
    }
    const shape = shownShape(variant);
    if (shape && !isSameShape(shapeOf(other), shape)) {
      complain(
        ['rubric', index],
        'criterion-unreachable',
        `${shown(other)} has another shape than the one shown.`,
        'Drop the criterion, or ask for the shape.',
      );
    }
  });
  if (check === undefined) return;
  const checked = matrixOf(variant, check);
  const margin = tolerance === 'exact' ? { relative: 1e-6 } : tolerance;
  if (checked === null || shareRight(checked, key, margin) !== 1) {
    complain(
      ['check'],
      checked === null ? 'check-fails' : 'check-disagrees',
      `the key is ${shown(key)}, the check gives ${checked ? shown(checked) : 'no matrix'}.`,
      'Mend the key or the check.',
    );
  }
}

function proveShape(variant: Variant<ItemOf<'matrix'>>, key: Matrix, complain: Complain): void {
  const { rows, columns } = shapeOf(key);
  if (rows > longestSide || columns > longestSide || rows * columns < 2) {
    complain(
      ['key'],
      'matrix-size',
      `the key has ${rows} rows and ${columns} columns.`,
      `Ask for at least two entries, and at most ${longestSide} rows and columns; ask for one number by a numeric item.`,
    );
  }
  if (variant.item.shape === 'asked') return;
  const shape = shownShape(variant);
  if (!shape || !isSameShape(shape, { rows, columns })) {
    complain(
      ['shape'],
      shape ? 'shape-differs' : 'not-computable',
      shape
        ? `the shape shown is ${shape.rows} × ${shape.columns}, the key’s ${rows} × ${columns}.`
        : 'the shape gives no numbers.',
      'Mend the shape or the key.',
    );
  }
}

function shown(rows: Matrix): string {
  return JSON.stringify(rows);
}
