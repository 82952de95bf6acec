import { SqliteAdapter, sql } from 'kysely';
import type { Database } from './open-database.ts';

/**
 * After something was deleted: takes it out of SQLite's write-ahead log too, which else holds the old
 * pages until they are overwritten. In the file itself `secure_delete` has put zeros in its place.
 *
 * Where another process is reading, the log is emptied as far as that allows, and by the next
 * checkpoint for the rest. PostgreSQL reclaims deleted rows by its own vacuum.
 */
export async function scrub(db: Database): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return;
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
