import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { demandDurability, isPostgres, postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/**
 * Opens the store and brings it to the newest form. On either kind a commit is on disk before it is
 * acknowledged, and processes that start at once migrate one after the other.
 *
 * @param database a postgres:// address, the path of a SQLite file (created where missing), or `:memory:`
 * @throws Error that says why it cannot be opened, without the password
 */
export async function openDatabase(database: string): Promise<Database> {
  const db = await connect<Tables>(database);
  try {
    await migrate(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw unusable(database, cause);
  }
}

/**
 * Opens a store in whatever form it is.
 *
 * @throws Error that says why it cannot be opened, without the password
 */
export async function connect<T>(database: string): Promise<Kysely<T>> {
  if (!isPostgres(database)) return connectFile(database);
  const db = new Kysely<T>({ dialect: postgresDialect(database) });
  try {
    await demandDurability(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw unusable(database, cause);
  }
}

function connectFile<T>(file: string): Kysely<T> {
  try {
    return new Kysely<T>({ dialect: sqliteDialect(file) });
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function unusable(database: string, cause: unknown): Error {
  return new Error(`The store ${shown(database)} cannot be used: ${reason(cause)}`, { cause });
}

/** The address without its password and settings, fit for a log. */
function shown(database: string): string {
  return database.replace(/^(\w+:\/\/[^:@/]*)(:[^@]*)?(@)/, '$1$3').replace(/\?.*$/, '');
}

function reason(error: unknown): string {
  // Node tries every address of a host and then gives one error with an empty message.
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
