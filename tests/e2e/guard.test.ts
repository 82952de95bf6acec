import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { httpLearner, openClient, questionIn } from '../support/http-learner.ts';
import { exitCode, freePort } from '../support/serve-app.ts';
import { serveForTest } from '../support/serve-for-test.ts';

const html = { accept: 'text/html' };

test('whoever asks too often is told to wait, kindly, and the probes are not', async ({ page }) => {
  const app = await serveForTest({ LEARNER_REQUESTS: '6', ADDRESS_REQUESTS: '20' });
  const { client, close } = openClient(app.origin);
  const learner = httpLearner(app.origin, client);
  const path = await learner.begin({ kind: 'diagnostic' });
  const statuses: number[] = [];
  for (let count = 0; count < 8; count += 1) statuses.push((await learner.get(path)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
  const refused = await learner.get(path);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['content-security-policy']).toContain("default-src 'none'");
  expect(refused.text).toContain('Nothing is lost');
  const data = await learner.get(`${path}/__data.json`);
  expect(JSON.parse(data.text)).toMatchObject({ message: 'That was faster than we can follow.' });

  // Somebody else at the same address may go on, until the address itself asks too often.
  const other: number[] = [];
  for (let count = 0; count < 12; count += 1) {
    other.push((await client({ path: '/', headers: html })).status);
  }
  expect(other[0]).toBe(200);
  expect(other.at(-1)).toBe(429);
  for (let count = 0; count < 30; count += 1) {
    expect((await client({ path: '/health' })).status).toBe(200);
  }
  expect((await page.goto(`${app.origin}/start`))?.status()).toBe(429);
  await expect(page.getByRole('heading', { name: 'faster than we can follow' })).toBeVisible();
  close();
  await app.close();
});

test('the app tells whether it is up, ready and how it does', async () => {
  const metricsPort = await freePort();
  const app = await serveForTest({ METRICS_PORT: String(metricsPort) });
  const { client, close } = openClient(app.origin);
  expect(await client({ path: '/health' })).toMatchObject({ status: 200, text: 'ok\n' });
  expect(await client({ path: '/ready' })).toMatchObject({ status: 200, text: 'ready\n' });
  const learner = httpLearner(app.origin, client);
  const path = await learner.begin({ kind: 'diagnostic' });
  const question = questionIn((await learner.get(path)).text);
  if (!question) throw new Error('no question is asked');
  await learner.answer(path, question, null);
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(metrics).toContain('sextant_attempts_begun_total 1');
  expect(metrics).toContain('sextant_answers_recorded_total 1');
  expect(metrics).toContain('route="/attempts/[id]",status="303"} 1');
  expect(metrics).not.toContain(path);
  expect((await client({ path: '/metrics', headers: html })).status).toBe(404);
  close();
  await app.close();
});

test('the log has a line a request and nothing of whoever sent it', async () => {
  const app = await serveForTest({ LOG_LEVEL: 'info' });
  const { client, close } = openClient(app.origin);
  const learner = httpLearner(app.origin, client);
  const path = await learner.begin({ kind: 'diagnostic', 'self-statistics': '61.8034' });
  const question = questionIn((await learner.get(path)).text);
  if (!question) throw new Error('no question is asked');
  await learner.answer(path, question, ['an answer 271828']);
  await client({ path: '/nowhere?secret=314159', headers: html });
  close();
  await app.close();
  const lines = app
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['POST', '/start', 303],
    ['GET', '/attempts/[id]', 200],
    ['POST', '/attempts/[id]', expect.any(Number)],
    ['GET', null, 404],
  ]);
  for (const line of lines) {
    expect(line).toMatchObject({
      requestId: expect.any(String),
      ms: expect.any(Number),
    });
  }
  const id = path.split('/').at(-1) ?? '';
  const token = learner.cookie().split('=')[1] ?? '';
  for (const secret of [
    id,
    token,
    '127.0.0.1',
    '::1',
    '61.8034',
    '271828',
    '314159',
    question.itemId,
  ]) {
    expect(app.output().replace(/http:\/\/\S+/g, ''), secret).not.toContain(secret);
  }
});

test('an answer that is on its way when the server is told to stop is still recorded and acknowledged', async () => {
  const app = await serveForTest();
  const { client, close } = openClient(app.origin);
  const learner = httpLearner(app.origin, client);
  const path = await learner.begin({ kind: 'diagnostic' });
  const question = questionIn((await learner.get(path)).text);
  if (!question) throw new Error('no question is asked');
  const { port } = new URL(app.origin);
  const body = new URLSearchParams({
    position: '1',
    item: question.itemId,
    version: question.version,
    seed: String(question.seed),
    'dont-know': '1',
  }).toString();
  const socket = connect(Number(port), 'localhost');
  await once(socket, 'connect');
  socket.write(
    `POST ${path}?/answer HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${app.origin}\r\nAccept: text/html\r\n` +
      `Cookie: ${learner.cookie()}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n` +
      `Connection: close\r\n\r\n${body.slice(0, 20)}`,
  );
  let reply = '';
  socket.on('data', (chunk: Buffer) => (reply += chunk.toString()));
  await new Promise((resolve) => setTimeout(resolve, 300));
  app.child.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 300));
  socket.write(body.slice(20));
  await once(socket, 'close');
  expect(reply).toMatch(/^HTTP\/1\.1 303 /);
  expect(await exitCode(app.child)).toBe(0);
  close();
  await app.close();
});

test('forms that are no forms are refused and named so', async ({ request, baseURL }) => {
  for (const type of ['text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x']) {
    const response = await request.post('/start', {
      headers: { ...html, origin: baseURL ?? '', 'content-type': type },
      data: '[[[[',
    });
    expect(response.status(), type).toBe(400);
    expect(await response.text()).toContain('not a form this page can have sent');
  }
  const polluted = await request.post('/start', {
    headers: { ...html, origin: baseURL ?? '' },
    form: Object.fromEntries([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]),
  });
  expect(polluted.status()).toBe(422);
  const large = await request.post('/start', {
    headers: { ...html, origin: baseURL ?? '' },
    form: { kind: 'x'.repeat(200_000) },
  });
  expect(large.status()).toBe(413);
  expect(await large.text()).toContain('more text than a form');
});
