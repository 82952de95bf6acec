import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { type PostgresServer, query, startPostgres } from '../support/postgres-server.ts';
import { type App, exitCode, freePort, serveApp } from '../support/serve-app.ts';
import { type Asked, bank, rightAnswer } from './take-quiz.ts';

interface Process extends App {
  readonly origin: string;
}

// One server and one pair of processes for all of the file.
test.describe.configure({ mode: 'default' });

let postgres: PostgresServer;
let processes: readonly [Process, Process];

test.beforeAll(async () => {
  postgres = await startPostgres();
  await query(postgres.address('postgres'), 'create database sextant');
  // Both find the database empty, and one of them brings it up to date.
  processes = await Promise.all([serve(), serve()]);
});

test.afterAll(async () => {
  for (const { child } of processes) {
    child.kill('SIGTERM');
    await exitCode(child);
  }
  await postgres.stop();
});

async function serve(): Promise<Process> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const app = serveApp({ PORT: String(port), DATABASE_URL: postgres.address('sextant') });
  await expect.poll(app.output, { timeout: 90_000 }).toContain(origin);
  return { ...app, origin };
}

/** Sends a form as a browser without scripts would. */
function post(
  request: APIRequestContext,
  { origin }: Process,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<APIResponse> {
  const headers = { accept: 'text/html', origin };
  return request.post(`${origin}${path}`, { form, headers, maxRedirects: 0 });
}

/** Where a form leads to: path and query. */
function locationOf(response: APIResponse): string {
  expect(response.status()).toBe(303);
  const { pathname, search } = new URL(response.headers()['location'] ?? '', response.url());
  return `${pathname}${search}`;
}

/** The question that waits, as a process shows it; null where it shows none any more. */
async function waiting(
  request: APIRequestContext,
  { origin }: Process,
  path: string,
): Promise<Asked | null> {
  const page = await (await request.get(`${origin}${path}`)).text();
  const inputs = page.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  const hidden = (name: string) => {
    const input = inputs.find((each) => each.includes(`name="${name}"`)) ?? '';
    return /value="([^"]*)"/.exec(input)?.[1] ?? null;
  };
  const itemId = hidden('item');
  return itemId === null
    ? null
    : { itemId, position: Number(hidden('position')), seed: Number(hidden('seed')) };
}

function formOf({ itemId, position, seed }: Asked): Record<string, string> {
  const version = String(bank.items.get(itemId)?.item.version);
  return { item: itemId, version, position: String(position), seed: String(seed) };
}

async function begin(request: APIRequestContext, process: Process): Promise<string> {
  return locationOf(
    await post(request, process, '/start', { kind: 'diagnostic', length: 'short' }),
  );
}

test('a diagnostic goes to and fro between two processes, and both give the same report', async ({
  request,
}) => {
  const path = await begin(request, processes[0]);
  let sent = 0;
  for (;;) {
    const [here, there] = sent % 2 === 0 ? processes : [processes[1], processes[0]];
    const question = await waiting(request, here, path);
    if (!question) break;
    expect(question.position).toBe(sent + 1);
    const answered = await post(request, there, `${path}?/answer`, {
      ...formOf(question),
      'dont-know': '1',
    });
    expect(locationOf(answered)).toBe(path);
    sent += 1;
  }
  expect(sent).toBe(15);
  const [one, other] = await Promise.all(
    processes.map(({ origin }) => request.get(`${origin}${path}/export/report.json`)),
  );
  expect(one?.status()).toBe(200);
  expect(await one?.text()).toBe(await other?.text());
});

test('two tabs answer differently at once through two processes: one counts, the other is told', async ({
  request,
}) => {
  const path = await begin(request, processes[1]);
  for (let round = 0; round < 5; round += 1) {
    const question = (await waiting(request, processes[0], path))!;
    const form = formOf(question);
    // Only where one field holds the whole answer; the others are answered as unknown in both.
    const [answer = '', ...more] = rightAnswer(question);
    const other: Record<string, string> = more.length === 0 ? { answer } : { 'dont-know': '1' };
    const told = await Promise.all([
      post(request, processes[0], `${path}?/answer`, { ...form, 'dont-know': '1' }),
      post(request, processes[1], `${path}?/answer`, { ...form, ...other }),
    ]);
    const notices = told.map((each) => locationOf(each).slice(path.length));
    const expected = more.length === 0 ? ['', '?notice=already-answered'] : ['', ''];
    expect(notices.toSorted()).toEqual(expected);
    expect((await waiting(request, processes[1], path))?.position).toBe(question.position + 1);
  }
});

test('a database that turns read-only or goes away is a clear page, and everything goes on after it', async ({
  request,
}) => {
  const [process] = processes;
  const path = await begin(request, process);
  const answer = async () => {
    const question = await waiting(request, process, path);
    if (!question) return null;
    const form = { ...formOf(question), 'dont-know': '1' };
    return post(request, process, `${path}?/answer`, form);
  };
  expect((await answer())?.status()).toBe(303);

  await setReadOnly('on');
  await expect
    .poll(async () => (await (await answer())?.text()) ?? '')
    .toContain('Nothing can be recorded at the moment.');
  await setReadOnly('off');
  await expect.poll(async () => (await answer())?.status()).toBe(303);

  const before = (await waiting(request, process, path))?.position;
  await postgres.kill();
  const page = await (await request.get(`${process.origin}${path}`)).text();
  expect(page).toContain('Our records cannot be reached at the moment.');
  await postgres.restart();
  await expect.poll(async () => (await waiting(request, process, path))?.position).toBe(before);
  expect((await answer())?.status()).toBe(303);
});

async function setReadOnly(state: 'on' | 'off'): Promise<void> {
  const admin = postgres.address('postgres');
  await query(admin, `alter database sextant set default_transaction_read_only = ${state}`);
  await query(
    admin,
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'sextant'",
  );
}
