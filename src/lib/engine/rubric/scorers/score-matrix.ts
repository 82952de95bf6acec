import type { Tolerance } from '#lib/engine/bank/kinds/criterion.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Value } from '#lib/engine/template/functions.ts';
import { type Drawn, compute } from '#lib/engine/template/instantiate.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import { numberOf } from './score-numeric.ts';
import { isClose } from './tolerance.ts';

/** Rows of numbers, all as long. */
export type Matrix = readonly (readonly number[])[];

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

export function scoreMatrix(
  drawn: Drawn<ItemOf<'matrix'>>,
  { rows }: ResponseOf<'matrix'>,
): Judgement {
  const { key, credit, tolerance } = drawn.item;
  return judge(
    drawn,
    ({ when }) => {
      if (when === 'otherwise') return true;
      const wanted = matrixOf(drawn, when === 'key' ? key : when.equals);
      const margin = (when === 'key' ? undefined : when.tolerance) ?? tolerance;
      return wanted !== null && shareRight(rows, wanted, margin) === 1;
    },
    credit === 'entrywise' ? shareRight(rows, matrixOf(drawn, key), tolerance) : 0,
  );
}

/** The share of entries that are right, in [0, 1]; 0 where the shape is another. */
export function shareRight(rows: Matrix, wanted: Matrix | null, tolerance: Tolerance): number {
  if (wanted === null || !isSameShape(shapeOf(rows), shapeOf(wanted))) return 0;
  const right = rows.map((row, r) =>
    row.filter((entry, c) => isClose(entry, wanted[r]?.[c] ?? NaN, tolerance)),
  );
  return right.flat().length / rows.flat().length;
}

/** Null where the expression gives no matrix: the bank check refuses such an item. A vector is one column. */
export function matrixOf(drawn: Drawn, expression: string): Matrix | null {
  const result = compute(drawn, expression);
  if (!result.ok || !Array.isArray(result.value) || result.value.length === 0) return null;
  const rows = result.value.map((row) => (Array.isArray(row) ? row : [row]));
  const { columns } = shapeOf(rows);
  return columns > 0 && rows.every((row) => row.length === columns && row.every(isNumber))
    ? (rows as number[][])
    : null;
}

function isNumber(value: Value): boolean {
  return typeof value === 'number';
}

export function shapeOf(rows: readonly (readonly unknown[])[]): Shape {
  return { rows: rows.length, columns: rows[0]?.length ?? 0 };
}

export function isSameShape(one: Shape, other: Shape): boolean {
  return one.rows === other.rows && one.columns === other.columns;
}

/** The shape that the learner is shown; null where choosing it is part of the question. */
export function shownShape(drawn: Drawn<ItemOf<'matrix'>>): Shape | null {
  const { shape } = drawn.item;
  if (shape === 'asked') return null;
  const rows = numberOf(drawn, shape.rows);
  const columns = numberOf(drawn, shape.columns);
  return rows === null || columns === null ? null : { rows, columns };
}
