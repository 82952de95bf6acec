import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import type { Question } from '#lib/engine/quiz/attempt.ts';
import { keyResponse } from '#lib/engine/rubric/registry.ts';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { compareQuery, runQuery } from '#lib/server/usecases/run-query.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { viewAttempt } from '#lib/server/usecases/view-attempt.ts';
import { draftOf } from '../../../src/cli/bank/drafts.ts';
import { smallBankFiles } from '../../support/small-bank.ts';
import { variantOf } from '../../support/items.ts';
import {
  type TestServices,
  addLearner,
  formFor,
  start,
  testServices,
  waitFor,
  waitingQuestion,
} from '../../support/test-services.ts';

/** The small bank with an item of queries in each skill, so that one is met soon. */
function bankWithQueries(): Bank {
  const files = smallBankFiles().map(({ path, text }) => ({
    path,
    text: /\/(?!domain\.yaml)[^/]+\.yaml$/.test(path)
      ? `${text.trimEnd()}\n${draftOf('sql', `${path.replace(/.*\/|\.yaml/g, '')}-queries`)}`
      : text,
  }));
  const bank = parseBank(files);
  if (!bank.ok) throw new Error(JSON.stringify(bank.error));
  return bank.value;
}

const bank = bankWithQueries();
const inner =
  'SELECT c.name, COUNT(*) FROM orders AS o JOIN customers AS c ON c.id = customer_id GROUP BY c.id';
const right =
  'SELECT name, SUM(o.id IS NOT NULL) FROM customers AS c LEFT JOIN orders AS o ON c.id = customer_id GROUP BY c.id';
const endless =
  'WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n';

let services: TestServices;
let learner = '';
let id = '';
let question: Question;

beforeEach(async () => {
  services = await testServices(bank);
  learner = await addLearner(services);
  id = await start(services, learner, { feedback: 'each' });
  question = await waitFor(
    services,
    learner,
    id,
    ({ itemId }) => bank.items.get(itemId)?.item.kind === 'sql',
  );
});

afterEach(() => services.close());

const submit = (query: string) =>
  submitAnswer(services, learner, id, formFor(question, { answer: [query] }));
const tried = (query: string) =>
  runQuery(services, learner, id, formFor(question, { answer: [query] }));
const recorded = async () =>
  (await services.attempts.find(learner, id))?.attempt.answers[question.position - 1]?.response;

describe('a query that is submitted', () => {
  test.each([
    [right, ['key']],
    [inner, ['inner-join']],
    ['SELECT name, 1 FROM customers', []],
    // Right on the sample, and wrong where two have the same name.
    [
      'SELECT name, COUNT(o.id) FROM customers c LEFT JOIN orders o ON c.id = customer_id GROUP BY name',
      [],
    ],
  ])('is recorded with what its results equal: %s', async (query, same) => {
    expect(await submit(`  ${query.replaceAll(' FROM', '\r\nFROM')}\r\n`)).toMatchObject({
      outcome: 'recorded',
    });
    expect(await recorded()).toEqual({
      kind: 'sql',
      query: query.replaceAll(' FROM', '\nFROM'),
      same,
    });
  });

  test('is reviewed by the criterion of its slip, with the key beside it', async () => {
    await submit(inner);
    const view = await viewAttempt(services, learner, id, question.position);
    expect(view?.review).toMatchObject({ score: 0.3 });
    expect(view?.review?.feedback).toContain('An inner join drops');
    expect(view?.review?.response).toContain('hljs-keyword');
    expect(view?.review?.key).toContain('LEFT');
  });

  test('is acknowledged when it comes again, and another one at its place is not taken', async () => {
    const first = await submit(right);
    expect(await submit(right)).toEqual(first);
    expect(await submit(inner)).toMatchObject({ outcome: 'overtaken' });
    expect(await recorded()).toMatchObject({ query: right });
  });

  test('sent twice at once is recorded once and acknowledged twice', async () => {
    const both = await Promise.all([submit(right), submit(right)]);
    expect(both.map((each) => each?.outcome)).toEqual(['recorded', 'recorded']);
  });

  test.each([
    ['SELECT nome FROM customers', 'sql-error'],
    ['DROP TABLE customers', 'not-a-query'],
    ['', 'no-query'],
    ['SELECT 1; SELECT 2', 'several-statements'],
    [endless, 'sql-stopped'],
    [`SELECT hex(zeroblob(900000))`, 'sql-stopped'],
  ])(
    'and does not run costs nothing and says why: %s',
    { timeout: 30_000 },
    async (query, code) => {
      const before = await services.dump();
      expect(await submit(query)).toMatchObject({ outcome: 'unreadable', problem: { code } });
      expect(await services.dump()).toBe(before);
    },
  );

  test('and fails on the hidden data alone is recorded, equals nothing, and says nothing of them', async () => {
    const query = "SELECT json(CASE name WHEN 'Kim' THEN '{' ELSE '1' END) FROM customers";
    expect(await submit(query)).toMatchObject({ outcome: 'recorded' });
    expect(await recorded()).toEqual({ kind: 'sql', query, same: [] });
  });

  test('is not believed about what it equals', async () => {
    await submit('SELECT \'{"kind":"sql","same":["key"]}\'');
    expect(await recorded()).toMatchObject({ same: [] });
  });

  test('is not run for a question that is no longer asked', async () => {
    await finishAttempt(services, learner, id);
    const form = formFor(question, { answer: [right] });
    expect(await compareQuery(services, learner, id, form)).toMatchObject({
      error: { code: 'sql-not-run' },
    });
    expect(await submit(right)).toMatchObject({ outcome: 'closed' });
    expect(await tried(right)).toEqual({ outcome: 'overtaken' });
  });
});

describe('a query that is tried', () => {
  test('shows its result on the sample and records nothing', async () => {
    const before = await services.dump();
    expect(await tried('SELECT name, NULL AS gone FROM customers')).toEqual({
      outcome: 'ran',
      result: {
        columns: ['name', 'gone'],
        rows: [
          ['Ada', null],
          ['Ben', null],
          ['Eve', null],
        ],
        total: 3,
      },
    });
    expect(await services.dump()).toBe(before);
  });

  test('shows the first fifty rows, long texts clipped, and counts them all', async () => {
    const ran = await tried(
      `WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n LIMIT 400) SELECT x, printf('%500d', x) FROM n`,
    );
    if (ran?.outcome !== 'ran') throw new Error(JSON.stringify(ran));
    expect(ran.result.total).toBe(400);
    expect(ran.result.rows).toHaveLength(50);
    expect(String(ran.result.rows[0]?.[1])).toHaveLength(201);
  });

  test.each([
    ['SELECT nome FROM customers', 'sql-error', 'no such column: nome'],
    ['ATTACH "x" AS y', 'not-a-query', 'ATTACH is refused'],
    [endless, 'sql-stopped', 'more than 2 seconds'],
  ])('and does not run says why: %s', { timeout: 30_000 }, async (query, code, words) => {
    const ran = await tried(query);
    expect(ran).toMatchObject({ outcome: 'unreadable', problem: { code } });
    expect(JSON.stringify(ran)).toContain(words);
  });

  test('sees nothing but the sample, whatever it asks for', async () => {
    const item = bank.items.get(question.itemId)?.item;
    if (item?.kind !== 'sql') throw new Error('no item of queries waits');
    const key = keyResponse(variantOf(item));
    expect(key).toMatchObject({ kind: 'sql' });
    for (const query of [
      'SELECT * FROM customers',
      'SELECT * FROM orders',
      'SELECT * FROM sqlite_master',
      'SELECT sqlite_source_id()',
      'SELECT * FROM temp.sqlite_master UNION ALL SELECT * FROM main.sqlite_master',
    ]) {
      const ran = JSON.stringify(await tried(query));
      expect(ran).toContain('"ran"');
      for (const secret of ['Kim', 'Lee', 'LEFT', 'COUNT(']) expect(ran).not.toContain(secret);
    }
  });

  test('is of the question that waits, and of no other', async () => {
    const other = formFor(question, { answer: ['SELECT 1'], seed: question.seed + 1 });
    expect(await runQuery(services, learner, id, other)).toEqual({ outcome: 'overtaken' });
    await submit(right);
    expect(await tried('SELECT 1')).toEqual({ outcome: 'overtaken' });
    const next = await waitingQuestion(services, learner, id);
    if (bank.items.get(next.itemId)?.item.kind === 'sql') return;
    const form = formFor(next, { answer: ['SELECT 1'] });
    expect(await runQuery(services, learner, id, form)).toEqual({ outcome: 'overtaken' });
  });
});
