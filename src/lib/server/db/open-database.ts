import { Kysely, Migrator } from 'kysely';
import { migrations } from './migrations.ts';
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
  const isServer = isPostgres(database);
  const db: Database = new Kysely<Tables>({
    dialect: isServer ? postgresDialect(database) : sqliteDialect(database),
  });
  try {
    if (isServer) await demandDurability(db);
    await migrate(db);
    return db;
  } catch (cause) {
    await db.destroy();
    throw new Error(`The store ${shown(database)} cannot be used: ${reason(cause)}`, { cause });
  }
}

async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error(reason(error));
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
