import { PostgresAdapter, type Transaction } from 'kysely';
import type { Database } from './open-database.ts';
import type { Tables } from './tables.ts';

export type Connection = Database | Transaction<Tables>;

/** Reads that belong together: what others commit meanwhile is seen by all of them or by none. */
export function inSnapshot<T>(
  db: Database,
  read: (connection: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read);
}

/**
 * Reads and what is written because of them. What it locks it then sees as the last holder left it,
 * which a stricter isolation would refuse on a server: it would still show what was there at its beginning.
 */
export function inChange<T>(
  db: Database,
  change: (connection: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().setIsolationLevel('read committed').execute(change);
}

/**
 * Whether a transaction that is about to change rows must lock them by name (`for update`).
 * SQLite knows no such thing and needs none: it has one writer at a time.
 */
export function locksRows(connection: Connection): boolean {
  return connection.getExecutor().adapter instanceof PostgresAdapter;
}
