import { type Kysely, Migrator } from 'kysely';
import { migrations } from './migrations.ts';

/**
 * Brings a store to its newest form, or to that of a named migration. Of several processes one does it
 * while the others wait; all of it is done, or nothing.
 *
 * @throws Error that says which step failed, and nothing has changed
 */
export async function migrate<T>(db: Kysely<T>, to?: string): Promise<void> {
  const migrator = migratorOf(db);
  const all = await migrator.getMigrations();
  // Nobody has to wait for others just to see that nothing is to be done.
  if (all.every(({ executedAt }) => executedAt !== undefined)) return;
  const { error } =
    to === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(to);
  if (error !== undefined) {
    throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
  }
}

/** Names of the migrations a store has had, in their order. */
export async function migrationsOf<T>(db: Kysely<T>): Promise<string[]> {
  const all = await migratorOf(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt !== undefined).map(({ name }) => name);
}

function migratorOf<T>(db: Kysely<T>): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
}
