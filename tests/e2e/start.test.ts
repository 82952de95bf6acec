import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../support/free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'sextant-start-'));
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The start command itself, without npm around it, so that signals reach it. */
function run(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/start.ts'], {
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'start.db')}`, ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  return { child, output: () => text };
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

test('npm start says where it serves, answers there, and exits cleanly on SIGTERM', async () => {
  const port = await freePort();
  const { child, output } = run({ PORT: String(port) });
  await expect.poll(output, { timeout: 30_000 }).toContain(`http://localhost:${port}`);
  for (const host of ['localhost', '127.0.0.1']) {
    const home = await fetch(`http://${host}:${port}/`);
    expect(home.status).toBe(200);
    expect(await home.text()).toContain('Sextant');
    const posted = await fetch(`http://${host}:${port}/start`, {
      method: 'POST',
      headers: { origin: `http://${host}:${port}`, accept: 'text/html' },
      body: new URLSearchParams({ kind: 'diagnostic' }),
      redirect: 'manual',
    });
    expect(posted.status).toBe(303);
  }
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
});

test('a taken port is a clear message', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const { child, output } = run({ PORT: String(port) });
  expect(await exitCode(child)).toBe(1);
  expect(output()).toContain(`Port ${port} is taken`);
  other.close();
});

test('settings that cannot be used are named', async () => {
  for (const [env, message] of [
    [{ PORT: 'http' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be at most 65535'],
    [{ ORIGIN: 'somewhere' }, 'ORIGIN must be an address'],
    [{ PORT: String(await freePort()), DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must name'],
  ] as const) {
    const { child, output } = run(env);
    expect(await exitCode(child)).toBe(1);
    expect(output()).toContain(message);
  }
});

test('a broken bank stops the server with every problem', async () => {
  const broken = join(folder, 'bank');
  cpSync('question-bank', broken, { recursive: true });
  writeFileSync(join(broken, 'statistics/estimation.yaml'), 'skill: estimation\nitems: []\n');
  writeFileSync(join(broken, 'calculus/integrals.yaml'), 'skill: [\n');
  const { child, output } = run({ BANK_DIR: broken, PORT: String(await freePort()) });
  expect(await exitCode(child)).toBe(1);
  expect(output()).toContain('statistics/estimation.yaml');
  expect(output()).toContain('calculus/integrals.yaml');
});
