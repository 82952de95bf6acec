import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '#lib/server/db/migrations.ts';
import { type Database, openDatabase } from '#lib/server/db/open-database.ts';
import type { Tables } from '#lib/server/db/tables.ts';

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

const learner = { id: 'l', token_hash: 'h', created_at: '2026-03-01T12:00:00.000Z' };

describe('opening the store', () => {
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

  test('has every table, and migrates a store once only', async () => {
    const file = join(folder, 'sextant.db');
    const first = await openDatabase(file);
    const tables = (await first.introspection.getTables()).map(({ name }) => name);
    expect(tables).toEqual([
      'answers',
      'attempts',
      'learners',
      'questions',
      'sessions',
      'shares',
      'transfer_codes',
      'transfer_tries',
    ]);
    await first.insertInto('learners').values(learner).execute();
    await first.destroy();
    const again = await openDatabase(file);
    expect(await again.selectFrom('learners').selectAll().execute()).toEqual([learner]);
    await again.destroy();
  });

  test('keeps the browsers of a store from before they had a table of their own', async () => {
    const file = join(folder, 'sextant.db');
    const db = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: new SQLite(file) }),
    });
    const { '0001-attempts': first } = migrations;
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(first ? { '0001-attempts': first } : {}) },
    });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
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

  test('refuses an attempt of a learner that does not exist, and deletes those of one deleted', async () => {
    const db = await openDatabase(':memory:');
    const attempt = {
      id: 'a',
      learner_id: 'l',
      blueprint: '{}',
      seed: 1,
      profile: null,
      avoid: '[]',
      self_ratings: '{}',
      bank_version: 'v',
      started_at: learner.created_at,
      finished_at: null,
      finished: null,
    };
    await expect(db.insertInto('attempts').values(attempt).execute()).rejects.toThrow(
      /FOREIGN KEY/,
    );
    await db.insertInto('learners').values(learner).execute();
    await db.insertInto('attempts').values(attempt).execute();
    await db.deleteFrom('learners').execute();
    expect(await db.selectFrom('attempts').selectAll().execute()).toEqual([]);
    await db.destroy();
  });
});
