/** A cell as it is shown; null is NULL. */
export type Cell = string | number | null;

/** What a query gave on the sample, tried without being submitted. */
export interface QueryResult {
  readonly columns: readonly string[];
  /** The first of them. */
  readonly rows: readonly (readonly Cell[])[];
  /** Rows in all. */
  readonly total: number;
}

/** How many rows there are, and how many of them are shown. */
export function tellRows({ rows, total }: QueryResult): string {
  const counted = total === 1 ? '1 row' : `${total} rows`;
  return rows.length < total ? `${counted}, of which the first ${rows.length}` : counted;
}
