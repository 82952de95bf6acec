import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { query } from './postgres-server.ts';

/** One empty database after another, for `openDatabase` and `DATABASE_URL`. */
export interface Store {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Makes an empty database; it goes when the file's tests are over. */
  readonly fresh: () => Promise<string>;
}

/**
 * Runs a suite on both stores: what the app asks of its store is written once and holds on either.
 *
 *     describeStores('sessions', ({ fresh }) => { test(…, async () => { const db = await openDatabase(await fresh()); … }) });
 */
export function describeStores(title: string, suite: (store: Store) => void): void {
  describe(`${title} on SQLite`, () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'sextant-store-'));
    });
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    suite({
      name: 'SQLite',
      fresh: () => Promise.resolve(join(folder, `${randomUUID()}.db`)),
    });
  });
  describe(`${title} on PostgreSQL`, () => {
    let admin: string;
    beforeAll(async () => {
      admin = await sharedServer();
    }, 60_000);
    suite({ name: 'PostgreSQL', fresh: () => freshDatabase(admin) });
  });
}

/** Address of the run's own server. It is stopped after the run, with all that was made on it. */
export async function sharedServer(): Promise<string> {
  const answer = await fetch(inject('sharedPostgres'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

export async function freshDatabase(admin: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(admin, `create database ${name}`);
  return Object.assign(new URL(admin), { pathname: `/${name}` }).href;
}
