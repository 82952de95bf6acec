import { longestSide } from '#lib/engine/bank/kinds/matrix.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { longestGridText, splitGrid } from '#lib/engine/kernel/grid-text.ts';
import { type TypedNumber, echoOf, readNumber } from '#lib/engine/kernel/number-text.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { type Reading, unreadable } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import { type Shape, isSameShape, shapeOf, shownShape } from '../scorers/score-matrix.ts';

type Cells = readonly (readonly string[])[];

/**
 * What a form sends for a matrix: its entries, row by row. Where the shape is asked the numbers of rows and
 * columns stand before them, or one text comes that holds the whole matrix.
 */
export function readMatrix(
  variant: Variant<ItemOf<'matrix'>>,
  sent: readonly string[],
): Reading<ResponseOf<'matrix'>> {
  const filled = sent.filter((text) => text.trim() !== '');
  const shape = shownShape(variant);
  if (filled.length === 0) return nothingTyped;
  const [only = ''] = filled;
  if (filled.length === 1 && (sent.length === 1 || isWholeMatrix(only))) {
    return readText(only, shape);
  }
  const [rows = '', columns = '', ...chosen] = sent;
  const told = shape ?? { rows: sideOf(rows), columns: sideOf(columns) };
  const entries = shape ? sent : chosen;
  if (entries.length === 0 || entries.length !== told.rows * told.columns) {
    return unreadable(
      'entry-count',
      'The entries do not fill the rows and columns.',
      'Fill the matrix in again.',
    );
  }
  if (entries.every((text) => text.trim() === '')) return nothingTyped;
  const cells = inRows(entries, told.columns);
  return readCells(cells, cells.map((row) => row.join('\t')).join('\n'), false);
}

const nothingTyped = unreadable(
  'no-matrix',
  'There is no matrix yet.',
  'Fill its entries in, or say that you don’t know yet.',
);

function sideOf(text: string): number {
  return /^\d$/.test(text) && Number(text) <= longestSide ? Number(text) : 0;
}

/** True for a text that only a whole matrix can mean: pasted into the first field where no script spread it. */
function isWholeMatrix(text: string): boolean {
  return !readNumber(text).ok && (splitGrid(text)?.rows.flat().length ?? 0) > 1;
}

function readText(typed: string, wanted: Shape | null): Reading<ResponseOf<'matrix'>> {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  const grid = splitGrid(text);
  if (!grid) {
    return unreadable(
      'matrix-too-long',
      `That is more than ${longestGridText} characters.`,
      'Paste the matrix alone.',
    );
  }
  const { rows, columns } = shapeOf(grid.rows);
  if (rows === 0) return nothingTyped;
  const ragged = grid.rows.findIndex((row) => row.length !== columns);
  if (ragged > 0) {
    return unreadable(
      'matrix-ragged',
      `Row 1 has ${counted(columns, 'entry', 'entries')}, row ${ragged + 1} has ${grid.rows[ragged]?.length ?? 0}.`,
      'Give every row as many entries.',
    );
  }
  const isVector = Math.min(rows, columns) === 1;
  const cells =
    wanted && isVector && Math.min(wanted.rows, wanted.columns) === 1
      ? inRows(grid.rows.flat(), wanted.columns)
      : grid.rows;
  if (wanted && !isSameShape(shapeOf(cells), wanted)) {
    return unreadable(
      'shape-differs',
      `That has ${sides({ rows, columns })}; ${sides(wanted)} are asked for.`,
      'Mend it, or type entry by entry.',
    );
  }
  if (rows > longestSide || columns > longestSide) {
    return unreadable(
      'matrix-too-large',
      `That has ${sides({ rows, columns })}.`,
      `No answer has more than ${longestSide} of either.`,
    );
  }
  return readCells(cells, text, !grid.isBare);
}

function readCells(cells: Cells, text: string, echoed: boolean): Reading<ResponseOf<'matrix'>> {
  const rows: number[][] = [];
  let worthEchoing = echoed;
  for (const [r, row] of cells.entries()) {
    const numbers: number[] = [];
    for (const [c, cell] of row.entries()) {
      const entry = readEntry(cell, `Row ${r + 1}, column ${c + 1}`);
      // The path says which field to mend.
      if (!entry.ok) return fail({ ...entry.error, path: `answer[${r}][${c}]` });
      numbers.push(entry.value.value);
      worthEchoing ||= entry.value.worthEchoing;
    }
    rows.push(numbers);
  }
  const shown = rows.map((row) => `[${row.map((x) => echoOf(x)).join(', ')}]`);
  return ok({
    response: { kind: 'matrix', text, rows },
    echo: worthEchoing ? `[${shown.join(', ')}]` : null,
  });
}

function readEntry(cell: string, place: string): Result<TypedNumber, Problem> {
  if (cell.trim() === '') {
    return unreadable('entry-missing', `${place} is empty.`, 'Fill every entry in; type 0 for 0.');
  }
  if (cell.includes('%')) {
    return unreadable(
      'entry-percent',
      `${place} is a percentage; entries are plain numbers.`,
      'Write 0.25 for 25%.',
    );
  }
  const read = readNumber(cell);
  if (read.ok) return read;
  const { code, message, hint } = read.error;
  return unreadable(
    code,
    `${place}: ${message}`,
    code === 'not-a-number'
      ? 'Type a decimal (0.25), a fraction (1/4) or a power of ten (2.5e-1).'
      : hint,
  );
}

function inRows(entries: readonly string[], columns: number): Cells {
  return Array.from({ length: Math.ceil(entries.length / columns) }, (_, row) =>
    entries.slice(row * columns, (row + 1) * columns),
  );
}

function sides({ rows, columns }: Shape): string {
  return `${counted(rows, 'row', 'rows')} and ${counted(columns, 'column', 'columns')}`;
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
