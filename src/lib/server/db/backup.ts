import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { migrate, migrationsOf } from './migrate.ts';
import { migrations } from './migrations.ts';
import type { Database } from './open-database.ts';
import { tableNames } from './tables.ts';
import { inSnapshot } from './transactions.ts';

/*
 * A backup is text, one JSON value a line: what it is, then every row of every table, then how many there
 * were, so that one that was cut short is known. It is the same for both stores: a backup of one restores
 * into the other.
 */
const head = z.object({
  sextantBackup: z.literal(1),
  /** ISO 8601. */
  takenAt: z.string(),
  /** The form the rows are in. */
  migrations: z.array(z.string()).min(1),
});
const column = z.union([z.string(), z.number(), z.null()]);
const line = z.tuple([z.enum(tableNames), z.record(z.string(), column)]);
const tail = z.object({ rows: z.partialRecord(z.enum(tableNames), z.number()) });

type Row = z.infer<typeof line>[1];
/** Tables by name, as a backup knows them. */
type AnyTables = Record<string, Row>;

const rowsAtOnce = 200;

/** The lines of a backup: the store as it is at one moment, while it goes on being used. */
export async function writeBackup(
  db: Database,
  takenAt: Date,
  write: (line: string) => Promise<void>,
): Promise<Record<string, number>> {
  const applied = await migrationsOf(db);
  const said: z.infer<typeof head> = {
    sextantBackup: 1,
    takenAt: takenAt.toISOString(),
    migrations: applied,
  };
  await write(JSON.stringify(said));
  const rows: Record<string, number> = {};
  await inSnapshot(db, async (connection) => {
    for (const table of tableNames) {
      rows[table] = 0;
      for await (const row of connection.selectFrom(table).selectAll().stream(rowsAtOnce)) {
        await write(JSON.stringify([table, row]));
        rows[table] += 1;
      }
    }
  });
  await write(JSON.stringify({ rows }));
  return rows;
}

/**
 * Fills an empty store with a backup, then brings it to the newest form. All rows or none.
 *
 * @param db in any form up to the backup's, without a row
 * @throws Error that says what is wrong with the backup or the store; the store then has no row
 */
export async function restoreBackup(
  db: Kysely<AnyTables>,
  lines: AsyncIterable<string>,
): Promise<Record<string, number>> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = head.safeParse(parsed((await iterator.next()).value));
  if (!first.success) throw new Error('That is no backup of this app.');
  await bringTo(db, first.data.migrations);
  const rows = await db.transaction().execute(async (connection) => {
    for (const table of tableNames) {
      const row = await connection.selectFrom(table).selectAll().limit(1).executeTakeFirst();
      if (row) throw new Error(`The store has rows in ${table}; a backup goes into an empty one.`);
    }
    return insertAll(connection, iterator);
  });
  await migrate(db);
  return rows;
}

async function bringTo(db: Kysely<AnyTables>, wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    throw new Error(`The backup is of a newer version of the app: ${unknown.join(', ')}.`);
  }
  const applied = await migrationsOf(db);
  if (!isDeepStrictEqual(applied, wanted.slice(0, applied.length))) {
    throw new Error(
      'The store is in a newer form than the backup; name a database without tables.',
    );
  }
  await migrate(db, wanted.at(-1));
}

async function insertAll(
  connection: Kysely<AnyTables>,
  lines: AsyncIterator<string>,
): Promise<Record<string, number>> {
  const counted = Object.fromEntries(tableNames.map((table): [string, number] => [table, 0]));
  let waiting: Row[] = [];
  let table: string = tableNames[0];
  const flush = async () => {
    if (waiting.length > 0) await connection.insertInto(table).values(waiting).execute();
    waiting = [];
  };
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    const value = parsed(next.value);
    const end = tail.safeParse(value);
    if (end.success) {
      await flush();
      const told = { ...counted, ...end.data.rows };
      if (isDeepStrictEqual(counted, told)) return counted;
      break;
    }
    const row = line.safeParse(value);
    if (!row.success) throw new Error('The backup has a line that cannot be read.');
    if (row.data[0] !== table || waiting.length === rowsAtOnce) await flush();
    table = row.data[0];
    waiting.push(row.data[1]);
    counted[table] = (counted[table] ?? 0) + 1;
  }
  throw new Error('The backup is cut short.');
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
