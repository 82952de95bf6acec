import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { currentQuestion } from '#lib/engine/quiz/attempt.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { storeProblem } from '#lib/server/db/store-problem.ts';
import { startAttempt } from '#lib/server/usecases/start-attempt.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { query } from '../support/postgres-server.ts';
import { freePort } from '../support/serve-app.ts';
import { describeStores, sharedServer } from '../support/stores.ts';
import { type TestServices, addLearner, formFor, testServices } from '../support/test-services.ts';
import { smallDisk } from './small-disk.ts';
import { makeTarget } from './targets.ts';

/** Answers, one attempt after another, until something throws; gives what was acknowledged and the error. */
async function answerUntilRefused(services: TestServices, learner: string, most = 5000) {
  const acknowledged: string[] = [];
  try {
    while (acknowledged.length < most) acknowledged.push(...(await answerOne(services, learner)));
    return { acknowledged, error: null };
  } catch (error) {
    return { acknowledged, error };
  }
}

/** Answers the question that waits, or begins another attempt where none does. */
async function answerOne(services: TestServices, learner: string): Promise<string[]> {
  const last = (await services.attempts.list(learner)).at(-1);
  const question = last && currentQuestion(last.attempt);
  if (!question) {
    services.passDays(1); // so that the attempts stand in the order in which they began
    await startAttempt(services, learner, { kind: 'diagnostic' });
    return [];
  }
  const submitted = await submitAnswer(services, learner, last.id, formFor(question));
  expect(submitted?.outcome).toBe('recorded');
  return [`${last.id} ${question.position}`];
}

async function stored({ attempts }: TestServices, learner: string): Promise<string[]> {
  const records = await attempts.list(learner);
  return records.flatMap(({ id, attempt }) =>
    attempt.answers.map(({ position }) => `${id} ${position}`),
  );
}

/** Nothing acknowledged is lost, nothing refused is kept, and once there is room it goes on where it stood. */
async function expectIntact(services: TestServices, learner: string, before: string[]) {
  expect(await stored(services, learner)).toEqual(before);
  const after = [...before];
  while (after.length === before.length) after.push(...(await answerOne(services, learner)));
  expect(await stored(services, learner)).toEqual(after);
}

const disk = smallDisk(1);
disk?.unmount();

describe.skipIf(disk === null)('a full disk', () => {
  test.each(['sqlite', 'postgres'] as const)(
    'loses nothing that was acknowledged, says so, and goes on once there is room, on %s',
    { timeout: 120_000 },
    async (store) => {
      const small = smallDisk(store === 'sqlite' ? 2 : 250)!;
      try {
        const target = await makeTarget(store, small.folder);
        const services = await testServices(undefined, target.database);
        try {
          const learner = await addLearner(services);
          small.fill();
          const { acknowledged, error } = await answerUntilRefused(services, learner);
          expect(storeProblem(error)?.code, String(error)).toBe('store-full');
          expect(await stored(services, learner)).toEqual(acknowledged);
          small.clear();
          await expectIntact(services, learner, acknowledged);
        } finally {
          await services.close();
          await target.remove();
        }
      } finally {
        small.unmount();
      }
    },
  );
});

describeStores('a store', ({ name, fresh }) => {
  async function setReadOnly({ db }: TestServices, database: string, on: boolean): Promise<void> {
    if (name === 'SQLite') {
      await sql`pragma query_only = ${sql.lit(on ? 1 : 0)}`.execute(db);
      return;
    }
    const admin = await sharedServer();
    const base = new URL(database).pathname.slice(1);
    const state = on ? 'on' : 'off';
    await query(admin, `alter database ${base} set default_transaction_read_only = ${state}`);
    // As after a failover: every connection breaks, and the next one finds another server.
    await query(
      admin,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${base}'`,
    );
  }

  test('that turns read-only says so, loses nothing and goes on when it can', async () => {
    const database = await fresh();
    const services = await testServices(undefined, database);
    const learner = await addLearner(services);
    const { acknowledged } = await answerUntilRefused(services, learner, 5);
    await setReadOnly(services, database, true);
    await expect
      .poll(async () => {
        const refused = await answerUntilRefused(services, learner, 1);
        expect(refused.acknowledged).toEqual([]);
        return storeProblem(refused.error)?.code;
      })
      .toBe('store-read-only');
    await setReadOnly(services, database, false);
    await expect.poll(() => stored(services, learner).catch(storeProblem)).toEqual(acknowledged);
    await expectIntact(services, learner, acknowledged);
    await services.close();
  });
});

test('a SQLite file that may not grow says so, and keeps what it has', async () => {
  const services = await testServices();
  const learner = await addLearner(services);
  await answerUntilRefused(services, learner, 5);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(services.db);
  await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(services.db);
  const before = await stored(services, learner);
  const { acknowledged, error } = await answerUntilRefused(services, learner);
  expect(storeProblem(error)?.code, String(error)).toBe('store-full');
  await sql`pragma max_page_count = 1000000`.execute(services.db);
  await expectIntact(services, learner, [...before, ...acknowledged]);
  await services.close();
});

test('a server that cannot be reached is told from a bug', async () => {
  const error: unknown = await openDatabase(
    `postgres://sextant:x@127.0.0.1:${await freePort()}/sextant`,
  ).catch((reason: unknown) => reason);
  expect(storeProblem(error)?.code).toBe('store-unreachable');
  expect(storeProblem(new TypeError('x is not a function'))).toBeNull();
  expect(storeProblem('thrown text')).toBeNull();
});
