import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { restoreBackup, writeBackup } from '#lib/server/db/backup.ts';
import { connect, openDatabase } from '#lib/server/db/open-database.ts';
import { tableNames } from '#lib/server/db/tables.ts';
import { describeStores, freshDatabase, sharedServer } from '../support/stores.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  start,
  testServices,
} from '../support/test-services.ts';
import { runScriptIn } from './run-script.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-backup-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run db` on a store, without npm around it. */
function db(database: string, ...args: string[]) {
  const url = database.startsWith('postgres:') ? database : `file:${database}`;
  return runScriptIn({ DATABASE_URL: url }, 'db.ts', ...args);
}

/** Two learners with an attempt each, one finished, one open; gives all that is stored. */
async function fill(database: string): Promise<string> {
  const services = await testServices(undefined, database);
  for (const [name, times] of [
    ['ada', 100],
    ['bob', 3],
  ] as const) {
    const learner = await addLearner(services, name);
    await answerUnknowing(services, learner, await start(services, learner), times);
  }
  return dumpAndClose(services);
}

async function dumpAndClose(services: TestServices): Promise<string> {
  const dump = await services.dump();
  await services.close();
  return dump;
}

const stored = async (database: string) => dumpAndClose(await testServices(undefined, database));

test('a backup of SQLite restores into PostgreSQL, and one of that into SQLite, row for row', async () => {
  const [source, copy] = [join(folder, 'source.db'), join(folder, 'copy.db')];
  const server = await freshDatabase(await sharedServer());
  const [first, second] = [join(folder, 'first.gz'), join(folder, 'second.gz')];
  const before = await fill(source);

  expect(await db(source, 'backup', first)).toMatchObject({ status: 0, stderr: '' });
  const restored = await db(server, 'restore', first);
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  expect(restored.stdout).toMatch(/ 2 learners, .* 2 attempts, /);
  expect(await stored(server)).toBe(before);
  expect(await db(server, 'backup', second)).toMatchObject({ status: 0, stderr: '' });
  expect(await db(copy, 'restore', second)).toMatchObject({ status: 0, stderr: '' });
  expect(await stored(copy)).toBe(before);
}, 90_000);

test('a backup replaces no file, and a restore no row', async () => {
  const source = join(folder, 'twice.db');
  const file = join(folder, 'twice.gz');
  const before = await fill(source);
  await db(source, 'backup', file);
  const bytes = readFileSync(file);
  const again = await db(source, 'backup', file);
  expect(again).toMatchObject({ status: 1, stdout: '' });
  expect(again.stderr).toContain('is there already');
  expect(readFileSync(file)).toEqual(bytes);
  const onto = await db(source, 'restore', file);
  expect(onto).toMatchObject({ status: 1, stdout: '' });
  expect(onto.stderr).toContain('has rows in learners');
  expect(await stored(source)).toBe(before);
}, 60_000);

test('migrate, export and their misuse', async () => {
  const source = join(folder, 'export.db');
  expect((await db(source, 'migrate')).stdout).toContain('0001-attempts');
  const [, , , answers] = z.array(z.array(z.unknown())).parse(JSON.parse(await fill(source)));
  const { status, stdout } = await db(source, 'export');
  expect(status).toBe(0);
  const attempts = stdout.trimEnd().split('\n');
  const read = attempts.map((line) => exported.parse(JSON.parse(line)));
  expect(read.map(({ answers }) => answers.length).toSorted((a, b) => a - b)).toEqual([
    3,
    answers!.length - 3,
  ]);
  expect(new Set(read.map(({ learner }) => learner))).toEqual(new Set([1, 2]));
  for (const secret of ['ada', 'bob', 'id-1', 'hash of']) expect(stdout).not.toContain(secret);
  const wrong = await db(source, 'backup');
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toContain('the file is missing');
}, 60_000);

const exported = z.object({ learner: z.number(), answers: z.array(z.unknown()) });

describeStores('a backup', ({ fresh }) => {
  async function linesOf(database: string): Promise<string[]> {
    const lines: string[] = [];
    const store = await openDatabase(database);
    await writeBackup(store, new Date(0), (line) => Promise.resolve(void lines.push(line)));
    await store.destroy();
    return lines;
  }

  async function restore(database: string, lines: readonly string[]): Promise<void> {
    const store: Parameters<typeof restoreBackup>[0] = await connect(database);
    await restoreBackup(store, Readable.from(lines)).finally(() => store.destroy());
  }

  test('has every table there is', async () => {
    const store = await openDatabase(await fresh());
    const tables = (await store.introspection.getTables()).map(({ name }) => name);
    expect([...tableNames].toSorted()).toEqual(tables.toSorted());
    await store.destroy();
  });

  test('that is damaged in any way is refused with the reason, and nothing of it stays', async () => {
    const source = await fresh();
    await fill(source);
    const lines = await linesOf(source);
    const [head = '', first = '', ...rest] = lines;
    const newer = head.replace('["', '["9999-later","');
    const target = await fresh();
    const empty = await stored(target);
    for (const [damaged, reason] of [
      [[], 'no backup of this app'],
      [['{"some":"json"}', first], 'no backup of this app'],
      [lines.slice(0, -1), 'cut short'],
      [lines.toSpliced(-2, 1), 'cut short'],
      [[head, first, '["learners",{"id":', ...rest], 'cannot be read'],
      [[head, first, '["sqlite_master",{"id":"x"}]', ...rest], 'cannot be read'],
      [[newer, first, ...rest], 'newer version'],
      [[head, ...rest], /foreign key/i],
    ] as const) {
      await expect(restore(target, damaged)).rejects.toThrow(reason);
      expect(await stored(target)).toBe(empty);
    }
    await restore(target, lines);
    expect(await linesOf(target)).toEqual(expect.arrayContaining(lines));
  });

  test('taken while answers come in is of one moment', async () => {
    const source = await fresh();
    const services = await testServices(undefined, source);
    const learner = await addLearner(services);
    const id = await start(services, learner);
    const lines: string[] = [];
    await Promise.all([
      writeBackup(services.db, new Date(0), (line) => Promise.resolve(void lines.push(line))),
      answerUnknowing(services, learner, id),
    ]);
    await services.close();
    const target = await fresh();
    await restore(target, lines);
    const copy = await testServices(undefined, target);
    const attempt = (await copy.attempts.find(learner, id))?.attempt;
    const isWhole =
      attempt?.finished !== null || attempt.questions.length === attempt.answers.length + 1;
    expect(isWhole).toBe(true);
    await copy.close();
  });
});
