import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { readConfig } from '#lib/server/config.ts';
import { restoreBackup, writeBackup } from '#lib/server/db/backup.ts';
import { migrationsOf } from '#lib/server/db/migrate.ts';
import { type Database, connect, openDatabase } from '#lib/server/db/open-database.ts';
import { exportAttempts } from '#lib/server/repositories/export-attempts.ts';
import { UsageError, quoted, runCommand } from './arguments.ts';

const usage = `usage: npm run db -- migrate          bring the store to its newest form (starting the app does so too)
       npm run db -- backup <file>    write the whole store to a new file, compressed, while the app goes on
       npm run db -- restore <file>   fill an empty store from such a file
       npm run -s db -- export        print every attempt as a line of JSON, without who it was
The store is the one that DATABASE_URL names; a backup of SQLite restores into PostgreSQL and the other way round.`;

await runCommand(usage, async () => {
  const [command, ...rest] = process.argv.slice(2);
  const { database } = readConfig(process.env);
  switch (command) {
    case 'migrate':
      none(rest);
      await withStore(database, migrateStore);
      return;
    case 'backup':
      await withStore(database, (db) => backup(db, one(rest)));
      return;
    case 'restore':
      await restore(database, one(rest));
      return;
    case 'export':
      none(rest);
      await withStore(database, exportAll);
      return;
    default:
      throw new UsageError([
        command === undefined ? 'a command is missing' : `${quoted(command)} is no command`,
      ]);
  }
});

async function migrateStore(db: Database): Promise<void> {
  console.log(`The store is in its newest form: ${(await migrationsOf(db)).join(', ')}.`);
}

/** Written beside its place and moved there when whole: a file of that name is a whole backup. */
async function backup(db: Database, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already; a backup replaces none.`);
  const unfinished = `${file}.unfinished`;
  const lines = new PassThrough();
  const written = pipeline(lines, createGzip(), createWriteStream(unfinished, { flush: true }));
  try {
    const [rows] = await Promise.all([
      writeBackup(db, new Date(), async (line) => {
        if (!lines.write(`${line}\n`)) await once(lines, 'drain');
      }).finally(() => lines.end()),
      written,
    ]);
    renameSync(unfinished, file);
    console.log(`${file} has ${told(rows)}.`);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

async function restore(database: string, file: string): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const text = new PassThrough();
  const reading = pipeline(createReadStream(file), createGunzip(), text);
  // An error of reading reaches the lines as their end; it is told below, before anything is said to be done.
  reading.catch(() => text.end());
  const db: Parameters<typeof restoreBackup>[0] = await connect(database);
  const lines = createInterface({ input: text, crlfDelay: Infinity });
  const rows = await restoreBackup(db, lines).finally(() => db.destroy());
  await reading;
  console.log(`The store has ${told(rows)}.`);
}

async function exportAll(db: Database): Promise<void> {
  for await (const attempt of exportAttempts(db)) {
    if (!process.stdout.write(`${JSON.stringify(attempt)}\n`)) await once(process.stdout, 'drain');
  }
}

async function withStore(database: string, action: (db: Database) => Promise<void>): Promise<void> {
  const db = await openDatabase(database);
  try {
    await action(db);
  } finally {
    await db.destroy();
  }
}

function told(rows: Readonly<Record<string, number>>): string {
  return Object.entries(rows)
    .map(([table, count]) => `${count} ${table}`)
    .join(', ');
}

function one(rest: readonly string[]): string {
  const [file, ...more] = rest;
  if (file === undefined) throw new UsageError(['the file is missing']);
  none(more);
  return file;
}

function none(rest: readonly string[]): void {
  if (rest.length > 0) {
    throw new UsageError(rest.map((each) => `${quoted(each)} stands by itself`));
  }
}
