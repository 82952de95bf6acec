import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readResponse } from '#lib/engine/rubric/registry.ts';
import { type SqlPool, sqlPool } from '#lib/server/sql/sql-pool.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { viewAttempt } from '#lib/server/usecases/view-attempt.ts';
import { sqlItem, variantOf } from '../../support/items.ts';
import {
  addLearner,
  formFor,
  start,
  testServices,
  waitingQuestion,
} from '../../support/test-services.ts';
import { harmlessQueries, hostileQueries } from './hostile-queries.ts';

const seconds = 0.5;
/** Beyond the limit: stopping a thread and starting another, on a machine that is busy. */
const grace = 5;

const base = {
  schema: 'CREATE TABLE t (a INTEGER, b TEXT)',
  data: "INSERT INTO t VALUES (1, 'one'), (2, NULL), (3, 'three'), (4, ''), (5, 'five')",
};
const script = (query: string) => ({ ...base, query });

let pool: SqlPool;
beforeAll(() => {
  pool = sqlPool({ size: 1, seconds });
});
afterAll(() => pool.close());

const run = (query: string, owner = 'learner') => pool.run(owner, [script(query)]);

async function plainQueryRuns() {
  expect(await run('SELECT b FROM t WHERE a = 2 OR a = 1 ORDER BY a')).toEqual({
    ok: true,
    value: [{ ok: true, value: { columns: ['b'], rows: [['one'], [null]] } }],
  });
}

test('a query gets the rows that the database gives', async () => {
  await plainQueryRuns();
  expect(await run("SELECT 1.5, x'00ff', '', 2 AS n, NULL")).toEqual({
    ok: true,
    value: [
      {
        ok: true,
        value: {
          columns: ['1.5', "x'00ff'", "''", 'n', 'NULL'],
          rows: [[1.5, "x'00ff'", '', 2, null]],
        },
      },
    ],
  });
});

test('an error is told in the words of the database', async () => {
  expect(await run('SELECT nome FROM t')).toEqual({
    ok: true,
    value: [
      {
        ok: false,
        error: {
          code: 'sql-error',
          path: 'answer',
          message: 'The database says: no such column: nome.',
          hint: 'Mend the query and try again.',
        },
      },
    ],
  });
});

test('scripts of one run do not see each other', async () => {
  const make = { schema: 'CREATE TABLE u (a)', data: 'INSERT INTO u VALUES (1)' };
  const ran = await pool.run('learner', [
    { ...make, query: 'SELECT * FROM u' },
    script('SELECT * FROM u'),
    { ...make, query: 'SELECT * FROM u' },
  ]);
  expect(ran.ok && ran.value.map(({ ok }) => ok)).toEqual([true, false, true]);
});

describe('a hostile query is refused or stopped, and the next query runs', () => {
  test.each(hostileQueries)('%s', { timeout: 60_000 }, async (_, query) => {
    // As the server reads it first; what is refused there is sent on all the same, to see that nothing hangs on it.
    const reading = readResponse(variantOf(sqlItem()), [query]);
    const before = performance.now();
    const ran = await run(query);
    const took = (performance.now() - before) / 1000;
    expect(took).toBeLessThan(seconds + grace);
    const outcome = ran.ok ? ran.value[0] : ran;
    if (reading.ok) expect(outcome).toMatchObject({ ok: false });
    if (outcome?.ok === false) {
      const { code, message } = outcome.error;
      expect(message).not.toBe('');
      expect(['sql-error', 'sql-stopped', 'sql-spoilt', 'not-a-query']).toContain(code);
    }
    await plainQueryRuns();
  });

  test.each(harmlessQueries)('%s is answered', { timeout: 60_000 }, async (_, query) => {
    expect(await run(query)).toMatchObject({ ok: true, value: [{ ok: true }] });
    await plainQueryRuns();
  });

  test('and no file is left behind', () => {
    expect(existsSync('/tmp/sextant-hostile.db')).toBe(false);
    expect(existsSync('/tmp/sextant-hostile.txt')).toBe(false);
  });
});

test('the limit that stopped a query is named', { timeout: 30_000 }, async () => {
  const message = async (query: string) => {
    const ran = await run(query);
    const outcome = ran.ok ? ran.value[0] : ran;
    return outcome?.ok === false ? outcome.error.message : null;
  };
  const endless = 'WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n)';
  expect(await message(`${endless} SELECT COUNT(*) FROM n`)).toBe(
    'The query was stopped: it took more than 0.5 seconds.',
  );
  expect(await message(`${endless} SELECT x FROM n`)).toBe(
    'The query was stopped: it returned more than 1,000 rows.',
  );
  expect(await message('SELECT hex(zeroblob(900000))')).toBe(
    'The query was stopped: it returned more than 1 MB.',
  );
  expect(await message('SELECT randomblob(900000000)')).toBe(
    'The query was stopped: it needed more than 32 MB of memory.',
  );
});

const slow =
  'WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n';

describe('the queue', () => {
  test('takes a second query of a learner, and no third', { timeout: 30_000 }, async () => {
    const first = run(slow);
    const second = run('SELECT 1');
    expect(await run('SELECT 1')).toMatchObject({ ok: false, error: { code: 'sql-busy' } });
    expect(await first).toMatchObject({ ok: false, error: { code: 'sql-stopped' } });
    expect(await second).toMatchObject({ ok: true });
  });

  test('is bounded, and serves those who wait in turn', { timeout: 30_000 }, async () => {
    const small = sqlPool({ size: 1, seconds, mostWaiting: 3 });
    const runs = ['a', 'b', 'c', 'd', 'e'].map((owner) =>
      small.run(owner, [script(owner === 'a' ? slow : `SELECT '${owner}'`)]),
    );
    const results = await Promise.all(runs);
    expect(results.map(({ ok }) => ok)).toEqual([false, true, true, true, false]);
    expect(results[4]).toMatchObject({ error: { code: 'sql-busy' } });
    await small.close();
  });

  test(
    'runs one query of a learner at a time, also where there are more workers',
    { timeout: 30_000 },
    async () => {
      const wide = sqlPool({ size: 2, seconds });
      const done: string[] = [];
      const note = (name: string) => () => void done.push(name);
      await Promise.all([
        wide.run('a', [script(slow)]).then(note('slow of a')),
        wide.run('a', [script('SELECT 1')]).then(note('second of a')),
        wide.run('b', [script('SELECT 1')]).then(note('of b')),
      ]);
      expect(done).toEqual(['of b', 'slow of a', 'second of a']);
      await wide.close();
    },
  );

  test(
    'takes nothing once it is closed, and lets those go who wait',
    { timeout: 30_000 },
    async () => {
      const closing = sqlPool({ size: 1, seconds });
      const first = closing.run('a', [script(slow)]);
      const second = closing.run('b', [script('SELECT 1')]);
      await closing.close();
      expect(await second).toMatchObject({ ok: false, error: { code: 'sql-busy' } });
      expect(await closing.run('c', [script('SELECT 1')])).toMatchObject({ ok: false });
      expect(await first).toMatchObject({ ok: false });
    },
  );
});

test('others keep their pace while hostile queries run', { timeout: 120_000 }, async () => {
  const services = await testServices();
  const learner = await addLearner(services);
  /** What another learner waits for: a page, and an answer that is recorded. Median, milliseconds. */
  async function pace(rounds: number): Promise<number> {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const id = await start(services, learner);
      const before = performance.now();
      await viewAttempt(services, learner, id, null);
      await submitAnswer(
        services,
        learner,
        id,
        formFor(await waitingQuestion(services, learner, id)),
      );
      times.push(performance.now() - before);
      await new Promise((later) => setTimeout(later, 20));
    }
    return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
  }
  await pace(10);
  const calm = await pace(30);
  let attacking = true;
  let attacks = 0;
  const attack = async (owner: string) => {
    for (let at = 0; attacking; at += 1) {
      await run(hostileQueries[at % hostileQueries.length]?.[1] ?? '', owner);
      attacks += 1;
    }
  };
  const attackers = ['x', 'y', 'z'].map(attack);
  const underAttack = await pace(30);
  attacking = false;
  await Promise.all(attackers);
  await services.close();
  expect(attacks).toBeGreaterThan(0);
  // Blocked even once by a query of its own thread it would wait for the whole limit.
  expect(underAttack).toBeLessThan(Math.max(10 * calm, 150));
});
