import initSqlJs from 'sql.js';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import { engine, runScript } from './run-script.js';

/**
 * Runs queries at once and here: for the bank's own queries, which are trusted. What a learner wrote
 * goes to the pool, where nothing but its worker can be brought to a halt.
 */
export async function openSql(): Promise<RunSql> {
  const SQL = await initSqlJs(engine);
  return (script) => runScript(SQL, script);
}
