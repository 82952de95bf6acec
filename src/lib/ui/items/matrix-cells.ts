import { splitGrid } from '#lib/engine/kernel/grid-text.ts';

/** The texts in the fields of a matrix, row by row. */
export type Cells = readonly (readonly string[])[];
export type TakeCells = (cells: Cells) => void;
export type WithSide = (count: number) => Cells;

export const MOST_SIDE = 6;

/** As many rows and columns as said; what was typed stays where there is still a field for it. */
export function resized(cells: Cells, rows: number, columns: number): string[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => cells[r]?.[c] ?? ''),
  );
}

/** The cells that a text holds; null where it is no grid that the fields could show. */
export function cellsIn(text: string): Cells | null {
  const rows = splitGrid(text)?.rows ?? [];
  const columns = rows[0]?.length ?? 0;
  const fits = rows.length <= MOST_SIDE && columns > 0 && columns <= MOST_SIDE;
  return fits && rows.every((row) => row.length === columns) ? rows : null;
}

/**
 * The cells after a text was pasted into the one at row `r`, column `c`; null where the browser may paste it.
 *
 * @param free true where the matrix takes the shape of what is pasted
 */
export function pasted(
  cells: Cells,
  text: string,
  r: number,
  c: number,
  free: boolean,
): string[][] | null {
  const block = cellsIn(text);
  const columns = cells[0]?.length ?? 0;
  if (!block || block.flat().length < 2) return null;
  if (free) return resized(block, block.length, block[0]?.length ?? 0);
  // A plain vector reads as a column; where a row is asked for it is one.
  const flat = block.flat();
  const isRow = cells.length === 1 && block.every((row) => row.length === 1);
  const placed = isRow ? [flat] : block;
  const width = placed[0]?.length ?? 0;
  const isWhole = placed.length === cells.length && width === columns;
  const [top, left] = isWhole ? [0, 0] : [r, c];
  if (top + placed.length > cells.length || left + width > columns) return null;
  return cells.map((row, at) => row.map((old, place) => placed[at - top]?.[place - left] ?? old));
}

/** Steps through the rows and columns that a key makes; null where the key stays with the text. */
export function stepOf(
  { key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  { selectionStart, selectionEnd, value }: HTMLInputElement,
): readonly [number, number] | null {
  if (altKey || ctrlKey || metaKey || shiftKey) return null;
  if (key === 'ArrowUp') return [-1, 0];
  if (key === 'ArrowDown') return [1, 0];
  if (key === 'ArrowLeft' && selectionEnd === 0) return [0, -1];
  if (key === 'ArrowRight' && selectionStart === value.length) return [0, 1];
  return null;
}
