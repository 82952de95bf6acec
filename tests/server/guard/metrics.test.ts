import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMetrics, serveMetrics } from '#lib/server/guard/metrics.ts';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import {
  type TestServices,
  addLearner,
  formFor,
  start,
  testServices,
  waitingQuestion,
} from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await testServices();
});
afterEach(() => services.close());

const valueOf = (text: string, name: string) =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);

test('attempts and answers are counted as they are stored, resends and refusals not', async () => {
  const metrics = openMetrics();
  const counted = { ...services, attempts: metrics.counted(services.attempts) };
  const learner = await addLearner(services);
  const id = await start(counted, learner);
  const question = await waitingQuestion(services, learner, id);
  await submitAnswer(counted, learner, id, formFor(question));
  await submitAnswer(counted, learner, id, formFor(question));
  await submitAnswer(counted, learner, id, formFor({ ...question, position: 9 }));
  await submitAnswer(counted, 'stranger', id, formFor(question));
  await finishAttempt(counted, learner, id);
  await finishAttempt(counted, learner, id);
  const text = await metrics.text();
  expect(valueOf(text, 'sextant_attempts_begun_total')).toBe(1);
  expect(valueOf(text, 'sextant_answers_recorded_total')).toBe(1);
  expect(valueOf(text, 'sextant_attempts_finished_total')).toBe(1);
});

test('requests are counted by pattern, and a method that a sender made up has no label of its own', async () => {
  const metrics = openMetrics();
  const line = { requestId: 'r', route: '/start', status: 200, ms: 3 };
  metrics.request({ ...line, method: 'GET' });
  metrics.request({ ...line, method: 'XYZZY', route: null, status: 405 });
  const text = await metrics.text();
  expect(text).toContain(
    'sextant_request_duration_seconds_count{method="GET",route="/start",status="200"} 1',
  );
  expect(text).toContain(
    'sextant_request_duration_seconds_count{method="other",route="none",status="405"} 1',
  );
  expect(text).not.toContain('XYZZY');
  expect(text).toContain('process_resident_memory_bytes');
});

test('metrics are served at one address, and a taken port is a clear message', async () => {
  const server = await serveMetrics(openMetrics(), { port: 0, host: '127.0.0.1' });
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain(
    '# HELP sextant_answers',
  );
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await expect(serveMetrics(openMetrics(), { port, host: '127.0.0.1' })).rejects.toThrow(
    `Metrics cannot be served on 127.0.0.1:${port}`,
  );
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});
