import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tolerance } from '#lib/engine/bank/kinds/criterion.ts';
import { type Comparison, isSameTable } from '#lib/engine/rubric/sql/same-table.ts';
import type { SqlTable, SqlValue } from '#lib/engine/rubric/sql/table.ts';

type Rows = readonly (readonly SqlValue[])[];

const bag: Comparison = { columns: 'position', ordered: false, tolerance: { relative: 1e-9 } };
const list: Comparison = { ...bag, ordered: true };
const named: Comparison = { ...bag, columns: 'name' };
const within = (absolute: number): Comparison => ({ ...bag, tolerance: { absolute } });
const table = (rows: Rows, columns?: readonly string[]): SqlTable => ({
  columns: columns ?? (rows[0] ?? []).map((_, place) => `c${place}`),
  rows,
});

describe('two results are the same', () => {
  test.each<[string, Rows, Rows, Comparison]>([
    ['in any order of rows', [[1], [2]], [[2], [1]], bag],
    ['with duplicates in any order', [[1], [2], [1]], [[1], [1], [2]], bag],
    ['in the same order', [[1], [2]], [[1], [2]], list],
    ['with NULL in the same places', [[null, 'a']], [[null, 'a']], bag],
    ['a hair apart', [[0.1 + 0.2]], [[0.3]], bag],
    ['a hair apart at a whole number', [[2.9999999999]], [[3]], bag],
    ['within the tolerance', [[1.004]], [[1]], within(0.005)],
    ['with no row', [], [], bag],
    // Sorting and comparing would pair 1 with 1 and leave 1.1 to 0.9.
    [
      'by a pairing that sorting misses',
      [
        [1, 5.05],
        [1.05, 5],
      ],
      [
        [1.05, 5.05],
        [1, 5],
      ],
      within(0.06),
    ],
    ['by a pairing that the first fit misses', [[1.01], [1.11]], [[1.06], [0.96]], within(0.055)],
    ['with infinities', [[Infinity]], [[Infinity]], bag],
  ])('%s', (_, rows, wanted, how) => {
    expect(isSameTable(table(rows), table(wanted), how)).toBe(true);
  });

  test('with columns in another order and case, where names count', () => {
    const one = table([[1, 'a']], ['N', 'name']);
    const other = table([['a', 1]], ['Name', 'n']);
    expect(isSameTable(one, other, named)).toBe(true);
    expect(isSameTable(one, other, bag)).toBe(false);
  });
});

describe('two results differ', () => {
  test.each<[string, Rows, Rows, Comparison]>([
    ['by a lost duplicate', [[1]], [[1], [1]], bag],
    ['by which row is doubled', [[1], [1], [2]], [[1], [2], [2]], bag],
    ['by the order of rows where it counts', [[2], [1]], [[1], [2]], list],
    ['by the order of columns', [[1, 2]], [[2, 1]], bag],
    ['by a column more', [[1, 1]], [[1]], bag],
    ['by NULL for 0', [[null]], [[0]], bag],
    ['by NULL for an empty text', [[null]], [['']], bag],
    ['by a number for its text', [[1]], [['1']], bag],
    ['by case', [['a']], [['A']], bag],
    ['by a space', [['a ']], [['a']], bag],
    ['by whole numbers within the tolerance', [[2]], [[1]], within(5)],
    ['by large ids that are nearly alike', [[1_000_000_000_001]], [[1_000_000_000_000]], bag],
    ['by more than the tolerance', [[1.2]], [[1]], within(0.1)],
    [
      'by rows that swap parts',
      [
        [1, 'a'],
        [2, 'b'],
      ],
      [
        [1, 'b'],
        [2, 'a'],
      ],
      bag,
    ],
    ['by a text that looks like two', [['a,b', 'c']], [['a', 'b,c']], bag],
    ['by having no row', [], [[1]], bag],
  ])('%s', (_, rows, wanted, how) => {
    const columns = (wanted[0] ?? rows[0] ?? []).map((__, place) => `c${place}`);
    const own = rows[0] ? undefined : columns;
    expect(isSameTable(table(rows, own), table(wanted), how)).toBe(false);
  });

  test.each([[['a', 'b']], [['n', 'n']], [['n', 'nome']]])(
    'by names that are not those wanted: %j',
    (columns) => {
      expect(isSameTable(table([[1, 2]], columns), table([[1, 2]], ['n', 'name']), named)).toBe(
        false,
      );
    },
  );
});

const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom('a', 'b', ''),
  fc.integer({ min: 0, max: 2 }),
  fc.constantFrom(0.5, 0.52, 0.54, 0.56, 1.001),
);
const rowsOf = (most: number) =>
  fc.integer({ min: 1, max: 3 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: most,
    }),
  );

describe('of any result', () => {
  test('a permutation is the same bag, and less or more of it is not', () => {
    fc.assert(
      fc.property(rowsOf(12), fc.integer(), (rows, salt) => {
        const turned = rows.toSorted((a, b) => {
          const key = (row: readonly SqlValue[]) => JSON.stringify([salt % 7, ...row.toReversed()]);
          return key(a) < key(b) ? 1 : -1;
        });
        expect(isSameTable(table(turned), table(rows), bag)).toBe(true);
        expect(isSameTable(table(rows), table(rows), list)).toBe(true);
        const columns = table(rows).columns;
        expect(isSameTable(table(rows.slice(1), columns), table(rows), bag)).toBe(false);
        expect(isSameTable(table([...rows, ...rows.slice(0, 1)]), table(rows), bag)).toBe(false);
      }),
    );
  });

  test('the pairing is found exactly where trying every one finds it', () => {
    const how = within(0.025);
    const tolerance: Tolerance = how.tolerance;
    const fits = (row: readonly SqlValue[], other: readonly SqlValue[]) =>
      isSameTable(table([row]), table([other]), { ...how, tolerance });
    const anyPairing = (rows: Rows, wanted: Rows): boolean => {
      const [first, ...rest] = rows;
      return first === undefined
        ? wanted.length === 0
        : wanted.some((row, at) => fits(first, row) && anyPairing(rest, wanted.toSpliced(at, 1)));
    };
    let same = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }).chain((width) => {
          const row = fc.array(fc.constantFrom(0.5, 0.52, 0.54, 0.56), {
            minLength: width,
            maxLength: width,
          });
          const rows = fc.array(row, { minLength: 1, maxLength: 5 });
          return fc.tuple(rows, rows);
        }),
        ([rows, others]) => {
          const wanted = others.slice(0, rows.length);
          const found = isSameTable(table(rows), table(wanted), how);
          expect(found).toBe(anyPairing(rows, wanted));
          same += Number(found);
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
    expect(same).toBeGreaterThan(50);
  });
});
