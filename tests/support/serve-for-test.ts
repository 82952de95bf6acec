import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type App, exitCode, freePort, serveApp } from './serve-app.ts';

export interface Served extends App {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** The built app with a store of its own, quiet and without limits unless the environment says otherwise. */
export async function serveForTest(env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'sextant-served-'));
  const port = await freePort();
  const app = serveApp({
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'served.db')}`,
    LOG_LEVEL: 'error',
    LEARNER_REQUESTS: '1000000000',
    ADDRESS_REQUESTS: '1000000000',
    ...env,
  });
  const origin = `http://localhost:${port}`;
  const until = Date.now() + 120_000;
  while (!app.output().includes(origin)) {
    await setTimeout(50);
    if (app.child.exitCode !== null || Date.now() > until) {
      throw new Error(`the app does not start: ${app.output()}`);
    }
  }
  return {
    ...app,
    origin,
    close: async () => {
      app.child.kill('SIGTERM');
      await exitCode(app.child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
