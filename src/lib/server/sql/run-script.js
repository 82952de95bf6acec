/*
 * Runs one script on SQLite (WebAssembly). It is JavaScript because it is also the text of a worker
 * thread, which no compiler stands before: see sql-pool.ts. It imports nothing of the project.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * @typedef {import('#lib/engine/rubric/sql/table.ts').SqlScript} SqlScript
 * @typedef {import('#lib/engine/rubric/sql/table.ts').SqlOutcome} SqlOutcome
 * @typedef {import('#lib/engine/rubric/sql/table.ts').SqlValue} SqlValue
 */

const mostRows = 1000;
/** Characters of text and bytes of numbers that a result may have. */
const mostRead = 1_000_000;
const mostMemory = 32 * 1024 * 1024;

/**
 * SQLite's own functions alone: the library's older ones of the same names answer otherwise, and print
 * a warning for each call.
 *
 * @type {Partial<import('sql.js').SqlJsConfig> & { useOldExtensionFunctions: boolean }}
 */
export const engine = { useOldExtensionFunctions: false };

/* Sorting stays in memory, where the limit counts it; no pragma can raise that limit again. */
const settings = `
  PRAGMA hard_heap_limit = ${mostMemory};
  PRAGMA temp_store = MEMORY;
  PRAGMA trusted_schema = OFF;`;

/**
 * A fresh database in memory, its data and one query.
 *
 * @param {import('sql.js').SqlJsStatic} SQL
 * @param {SqlScript} script
 * @returns {SqlOutcome}
 */
export function runScript(SQL, { schema, data, query }) {
  const database = new SQL.Database();
  let prepared = false;
  try {
    database.exec(settings);
    database.exec(schema);
    database.exec(data);
    database.exec('PRAGMA query_only = ON');
    prepared = true;
    return read(database.prepare(query));
  } catch (error) {
    return failed(error, prepared ? 'sql-error' : 'sql-data');
  } finally {
    try {
      database.close();
    } catch {
      // After a trap there is nothing left to close, and the worker that met it is not used again.
    }
  }
}

/**
 * @param {import('sql.js').Statement} statement
 * @returns {SqlOutcome}
 */
function read(statement) {
  const columns = statement.getColumnNames();
  if (columns.length === 0) {
    return problem('not-a-query', 'That returns no table.', 'Write a SELECT.');
  }
  /** @type {SqlValue[][]} */
  const rows = [];
  let size = 0;
  while (statement.step()) {
    if (rows.length === mostRows) return stopped('it returned more than 1,000 rows');
    const row = statement.get().map(plain);
    for (const value of row) size += typeof value === 'string' ? value.length : 8;
    if (size > mostRead) return stopped('it returned more than 1 MB');
    rows.push(row);
  }
  return { ok: true, value: { columns, rows } };
}

/**
 * @param {import('sql.js').SqlValue} value
 * @returns {SqlValue}
 */
function plain(value) {
  if (!(value instanceof Uint8Array)) return value;
  return `x'${[...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')}'`;
}

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {SqlOutcome}
 */
function failed(error, code) {
  const message = error instanceof Error ? error.message : String(error);
  // The database throws plain errors; a trap of the machine it runs on is one of these.
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
    return stopped('it was too much for the database', 'sql-spoilt');
  }
  if (message === 'out of memory') {
    return stopped(`it needed more than ${mostMemory / 1024 / 1024} MB of memory`, 'sql-spoilt');
  }
  return problem(code, `The database says: ${message}.`, 'Mend the query and try again.');
}

/**
 * @param {string} why
 * @param {string} code sql-spoilt where the engine is better not used again
 * @returns {SqlOutcome}
 */
function stopped(why, code = 'sql-stopped') {
  return problem(code, `The query was stopped: ${why}.`, 'Ask for less.');
}

/**
 * @param {string} code
 * @param {string} message
 * @param {string} hint
 * @returns {SqlOutcome}
 */
function problem(code, message, hint) {
  return { ok: false, error: { code, path: 'answer', message, hint } };
}

/** @type {unknown} */
const given = workerData;
if (parentPort && given instanceof Object && 'sqlFrom' in given) {
  const port = parentPort;
  /** @type {import('sql.js').SqlJsStatic} */
  const SQL = await createRequire(String(given.sqlFrom))('sql.js')(engine);
  port.on('message', (/** @type {readonly SqlScript[]} */ scripts) => {
    port.postMessage(scripts.map((script) => runScript(SQL, script)));
  });
  port.postMessage('ready');
}
