import type { Tolerance } from '#lib/engine/bank/kinds/criterion.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { isClose } from '../scorers/tolerance.ts';
import type { SqlTable, SqlValue } from './table.ts';

type Row = readonly SqlValue[];
/** How an item compares results. */
export type Comparison = Pick<ItemOf<'sql'>, 'columns' | 'ordered' | 'tolerance'>;

/**
 * True where a result is the wanted one: the same rows as often, in the wanted order where that counts,
 * columns by position or by name, numbers within the tolerance.
 */
export function isSameTable(table: SqlTable, wanted: SqlTable, how: Comparison): boolean {
  if (table.columns.length !== wanted.columns.length) return false;
  if (table.rows.length !== wanted.rows.length) return false;
  const rows = how.columns === 'name' ? byName(table, wanted) : table.rows;
  if (rows === null) return false;
  return how.ordered
    ? rows.every((row, place) => isSameRow(row, wanted.rows[place] ?? [], how.tolerance))
    : isSameBag(rows, wanted.rows, how.tolerance);
}

/** The rows with their columns in the wanted order; null where the names are others, or one stands twice. */
function byName(table: SqlTable, wanted: SqlTable): Row[] | null {
  const names = table.columns.map((name) => name.toLowerCase());
  const places = wanted.columns.map((name) => names.indexOf(name.toLowerCase()));
  if (places.includes(-1) || new Set(places).size !== places.length) return null;
  return table.rows.map((row) => places.map((place) => row[place] ?? null));
}

/**
 * True where the rows can be paired off one to one, each pair the same within the tolerance. Closeness is
 * not transitive, so neither sorting nor taking the first fit finds every pairing: this is a perfect
 * matching in the bipartite graph of rows that are close, by augmenting paths (Kuhn 1955). Rows are
 * first parted by what must be equal, which leaves few candidates for each.
 */
function isSameBag(rows: readonly Row[], wanted: readonly Row[], tolerance: Tolerance): boolean {
  const groups = groupedByFixedPart(wanted);
  return [...groupedByFixedPart(rows)].every(([key, group]) => {
    const others = groups.get(key) ?? [];
    return others.length === group.length && isPairedOff(group, others, tolerance);
  });
}

function isPairedOff(rows: readonly Row[], wanted: readonly Row[], tolerance: Tolerance): boolean {
  /** Place of the row that each wanted row is paired with. */
  const partner = new Map<number, number>();
  const closeTo = rows.map((row) =>
    wanted.flatMap((other, place) => (isSameRow(row, other, tolerance) ? place : [])),
  );
  /** Finds the row a partner, where need be by moving others on; false where there is none. */
  const place = (row: number, tried: Set<number>): boolean =>
    (closeTo[row] ?? []).some((other) => {
      if (tried.has(other)) return false;
      tried.add(other);
      const before = partner.get(other);
      if (before !== undefined && !place(before, tried)) return false;
      partner.set(other, row);
      return true;
    });
  return rows.every((_, row) => {
    const free = closeTo[row]?.find((other) => !partner.has(other));
    if (free === undefined) return place(row, new Set());
    partner.set(free, row);
    return true;
  });
}

/** By what no tolerance moves: all but the numbers. */
function groupedByFixedPart(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.map((cell) => (typeof cell === 'number' ? 0 : cell)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function isSameRow(row: Row, wanted: Row, tolerance: Tolerance): boolean {
  return row.every((cell, place) => isSameCell(cell, wanted[place] ?? null, tolerance));
}

/** Whole numbers are counts and ids, so they are compared exactly: 1 and 2 are never close. */
function isSameCell(cell: SqlValue, wanted: SqlValue, tolerance: Tolerance): boolean {
  if (typeof cell !== 'number' || typeof wanted !== 'number') return cell === wanted;
  if (Number.isSafeInteger(cell) && Number.isSafeInteger(wanted)) return cell === wanted;
  return cell === wanted || isClose(cell, wanted, tolerance);
}
