import { type Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import Cursor from 'pg-cursor';
import { z } from 'zod';

/** Connections of one process; PostgreSQL allows 100 in all unless it is told otherwise. */
const mostConnections = 10;
/** Milliseconds until a server that cannot be reached is an error rather than a wait. */
const patience = 5000;

export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:\/\//.test(database);
}

/** A store on a PostgreSQL server, shared by any number of processes. */
export function postgresDialect(address: string): PostgresDialect {
  const pool = new Pool({
    connectionString: address,
    max: mostConnections,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    application_name: 'sextant',
  });
  // The server may go away at any moment. Whoever is using a connection then hears of it from the query;
  // without a listener the event alone would end this process. The next use opens a new connection.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return new PostgresDialect({ pool, cursor: Cursor });
}

function ignore(): void {
  // Said where the listeners are set.
}

const settings = z.array(z.object({ name: z.string(), setting: z.string() }));

/**
 * Makes sure that the server acknowledges no commit that is not on its disk.
 *
 * @throws Error that names the setting
 */
export async function demandDurability<T>(db: Kysely<T>): Promise<void> {
  const { rows } = await sql`
    select name, setting from pg_settings
    where name in ('fsync', 'synchronous_commit') and setting = 'off'`.execute(db);
  const off = settings.parse(rows).map(({ name }) => name);
  if (off.length > 0) {
    throw new Error(
      `the server has ${off.join(' and ')} off, so it could lose what it acknowledged`,
    );
  }
}
