import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '#lib/server/db/migrate.ts';
import { type Database, connect, openDatabase } from '#lib/server/db/open-database.ts';
import { type Tables, tableNames } from '#lib/server/db/tables.ts';
import { exitCode, freePort } from '../../support/serve-app.ts';
import { query } from '../../support/postgres-server.ts';
import { describeStores, freshDatabase, sharedServer } from '../../support/stores.ts';

const createdAt = '2026-03-01T12:00:00.000Z';
const learner = { id: 'l', token_hash: 'h', created_at: createdAt };
const attempt = {
  id: 'a',
  learner_id: 'l',
  blueprint: '{}',
  seed: 2 ** 31 - 1,
  profile: null,
  avoid: '[]',
  self_ratings: '{}',
  bank_version: 'v',
  started_at: createdAt,
  finished_at: null,
  finished: null,
};

describeStores('opening a store', ({ fresh }) => {
  test('gives every table, and migrates it once only', async () => {
    const database = await fresh();
    const first = await openDatabase(database);
    const tables = (await first.introspection.getTables()).map(({ name }) => name);
    expect(tables.toSorted()).toEqual(expect.arrayContaining([...tableNames]));
    await first.insertInto('learners').values(learner).execute();
    await first.destroy();
    const again = await openDatabase(database);
    expect(await again.selectFrom('learners').selectAll().execute()).toEqual([learner]);
    await again.destroy();
  });

  test('works for three processes that find it empty at once', { timeout: 90_000 }, async () => {
    const database = await fresh();
    const script = `
      const { openDatabase } = await import('./src/lib/server/db/open-database.ts');
      const db = await openDatabase(process.argv.at(-1));
      await db.insertInto('learners').values({ id: String(process.pid), token_hash: String(process.pid), created_at: '' }).execute();
      await db.destroy();`;
    const open = (): ChildProcess =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, database], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    const codes = await Promise.all(Array.from({ length: 3 }, open).map(exitCode));
    expect(codes).toEqual([0, 0, 0]);
    const db = await openDatabase(database);
    expect(await db.selectFrom('learners').selectAll().execute()).toHaveLength(3);
    await db.destroy();
  });

  test('refuses an attempt of a learner that does not exist, and deletes those of one deleted', async () => {
    const db = await openDatabase(await fresh());
    await expect(db.insertInto('attempts').values(attempt).execute()).rejects.toThrow(
      /foreign key/i,
    );
    await db.insertInto('learners').values(learner).execute();
    await db.insertInto('attempts').values(attempt).execute();
    expect(await db.selectFrom('attempts').selectAll().execute()).toEqual([attempt]);
    await db.deleteFrom('learners').execute();
    expect(await db.selectFrom('attempts').selectAll().execute()).toEqual([]);
    await db.destroy();
  });
});

describe('a SQLite file', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sextant-db-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function pragma(db: Database, name: string): Promise<unknown> {
    const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
    return Object.values(rows[0] ?? {})[0];
  }

  test('makes the file and its folders where they are missing', async () => {
    const file = join(folder, 'deep/er/sextant.db');
    const db = await openDatabase(file);
    expect(existsSync(file)).toBe(true);
    await db.destroy();
  });

  test('has a commit on the disk before it is acknowledged, and heeds foreign keys', async () => {
    const db = await openDatabase(join(folder, 'sextant.db'));
    expect(await pragma(db, 'journal_mode')).toBe('wal');
    expect(await pragma(db, 'synchronous')).toBe(2); // FULL
    expect(await pragma(db, 'foreign_keys')).toBe(1);
    expect(await pragma(db, 'busy_timeout')).toBe(5000);
    expect(await pragma(db, 'secure_delete')).toBe(1);
    await db.destroy();
  });

  test('keeps the browsers of a store from before they had a table of their own', async () => {
    const file = join(folder, 'sextant.db');
    const db = await connect<Tables>(file);
    await migrate(db, '0001-attempts');
    const others = ['l', 'm'].map((id) => ({ ...learner, id, token_hash: `hash of ${id}` }));
    await db.insertInto('learners').values(others).execute();
    await db.destroy();
    const now = await openDatabase(file);
    const sessions = await now.selectFrom('sessions').selectAll().orderBy('learner_id').execute();
    expect(sessions).toEqual(others.map(({ id, ...rest }) => ({ ...rest, learner_id: id })));
    const kept = await now.selectFrom('learners').select(['id', 'token_hash']).execute();
    expect(kept.filter(({ token_hash }) => token_hash.startsWith('hash of'))).toEqual([]);
    expect(kept).toHaveLength(2);
    await now.destroy();
  });

  test('throws for a file that is no store', async () => {
    const file = join(folder, 'notes.db');
    writeFileSync(file, 'this is not a database, it only has its name'.repeat(50));
    await expect(openDatabase(file)).rejects.toThrow(/not a database/);
  });
});

describe('a PostgreSQL database', () => {
  test('that acknowledges before it is on the disk is refused', async () => {
    const database = await freshDatabase(await sharedServer());
    const name = new URL(database).pathname.slice(1);
    await query(database, `alter database ${name} set synchronous_commit = off`);
    await expect(openDatabase(database)).rejects.toThrow('has synchronous_commit off');
    await query(database, `alter database ${name} set synchronous_commit = on`);
    await (await openDatabase(database)).destroy();
  });

  test('that is not there is named with its reason and without its password', async () => {
    const nobody = `postgres://sextant:secret@127.0.0.1:${await freePort()}/sextant`;
    const error: unknown = await openDatabase(nobody).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(
      /postgres:\/\/sextant@127.0.0.1:\d+\/sextant cannot be used: .*ECONNREFUSED/,
    );
    expect(String(error)).not.toContain('secret');
  });
});
