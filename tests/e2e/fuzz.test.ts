import { expect, test } from '@playwright/test';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { endpoints, fieldNames } from '../fuzz/http/endpoints.ts';
import { fuzzHttp } from '../fuzz/http/fuzz-http.ts';
import { serveForTest } from '../support/serve-for-test.ts';

test('the routes, actions and fields to fuzz are found in the source', () => {
  const found = endpoints();
  expect(found.find(({ route }) => route === '/attempts/[id]')?.actions).toEqual([
    'answer',
    'run',
    'finish',
  ]);
  expect(found.find(({ route }) => route === '/start')?.actions).toEqual(['default']);
  expect(found.find(({ route }) => route === '/health')?.methods).toEqual(['GET']);
  expect(found.length).toBeGreaterThan(8);
  expect(fieldNames()).toEqual(
    expect.arrayContaining(['answer', 'certainty', 'hours', 'kind', 'review', 'seed']),
  );
});

test('a thousand hostile requests bring no failure, no wait and nothing of another learner', async () => {
  test.setTimeout(600_000);
  const app = await serveForTest();
  const report = await fuzzHttp(app.origin, loadBank('question-bank'), 1000, 7);
  await app.close();
  expect(report.faults).toEqual([]);
  expect(app.output()).not.toContain('"failure"');
  // The requests are near enough to real ones that many are served, and not so near that all are.
  const count = (of: RegExp) =>
    Object.entries(report.statuses).reduce(
      (sum, [status, times]) => sum + (of.test(status) ? times : 0),
      0,
    );
  expect(count(/2../)).toBeGreaterThan(100);
  expect(count(/303/)).toBeGreaterThan(10);
  expect(count(/4../)).toBeGreaterThan(100);
  for (const { route } of endpoints()) {
    expect(Object.keys(report.endpoints).join('\n'), route).toContain(` ${route}`);
  }
});
