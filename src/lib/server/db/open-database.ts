import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/**
 * Opens the store and brings it to the newest form.
 *
 * WAL with synchronous=FULL: a commit has reached the disk before it is acknowledged, so neither a
 * killed process nor a power cut loses an answer that the learner was told is recorded.
 *
 * @param file path of the SQLite file, created with its folder where missing, or `:memory:`
 * @throws when the file cannot be opened or a migration fails
 */
export async function openDatabase(file: string): Promise<Database> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const sqlite = new SQLite(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  // What is deleted is overwritten with zeros, not only forgotten.
  sqlite.pragma('secure_delete = ON');
  const db: Database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new Error(`the store ${file} could not be brought up to date`, { cause: error });
  }
  return db;
}
