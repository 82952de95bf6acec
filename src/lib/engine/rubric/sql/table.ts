import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { Result } from '#lib/engine/kernel/result.ts';

/** A cell: NULL, a number (whole or not), a text; a blob comes as its literal, `x'0102'`. */
export type SqlValue = null | number | string;

/** What a query returned. */
export interface SqlTable {
  readonly columns: readonly string[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly SqlValue[])[];
}

/** One query to run on a fresh database. */
export interface SqlScript {
  /** DDL. */
  readonly schema: string;
  /** INSERTs. */
  readonly data: string;
  readonly query: string;
}

/** The table, or why there is none: the database's own message, or the limit that stopped the query. */
export type SqlOutcome = Result<SqlTable, Problem>;

/** Runs a script; an argument wherever it is needed, so that the engine runs nothing by itself. */
export type RunSql = (script: SqlScript) => SqlOutcome;
