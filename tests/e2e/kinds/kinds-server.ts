import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Page, expect } from '@playwright/test';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { variantOf } from '../../support/items.ts';
import { kindsBank, kindsBankFiles } from '../../support/kinds-bank.ts';
import { exitCode, freePort, serveApp } from '../../support/serve-app.ts';

export interface KindsServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const bank = kindsBank();

/** The app on a bank with one item a kind: the app chooses what it asks, so only so can a test choose the kind. */
export async function startKindsServer(): Promise<KindsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sextant-kinds-'));
  for (const { path, text } of kindsBankFiles()) {
    const file = join(folder, 'bank', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const port = await freePort();
  const { child, output } = serveApp({
    PORT: String(port),
    BANK_DIR: join(folder, 'bank'),
    DATABASE_URL: `file:${join(folder, 'kinds.db')}`,
  });
  await expect.poll(output, { timeout: 60_000 }).toContain(`http://localhost:${port}`);
  return {
    origin: `http://localhost:${port}`,
    close: async () => {
      child.kill('SIGTERM');
      await exitCode(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens a question of a kind, in practice so that it is judged at once; gives the variant that is asked. */
export async function openQuestion(
  page: Page,
  { origin }: KindsServer,
  kind: ItemKind,
): Promise<Variant> {
  const started = await page.request.post(`${origin}/start`, {
    form: { kind: 'domain', domain: kind, length: 'short', feedback: 'each' },
    headers: { origin, accept: 'text/html' },
    maxRedirects: 0,
  });
  expect(started.status()).toBe(303);
  await page.goto(new URL(started.headers()['location'] ?? '', `${origin}/start`).href);
  const hidden = (name: string) => page.locator(`input[name="${name}"]`).inputValue();
  const item = bank.items.get(await hidden('item'))?.item;
  if (!item) throw new Error(`no item of the kind ${kind} is asked`);
  return variantOf(item, Number(await hidden('seed')));
}

/** The answer has been judged, and was right. */
export async function expectRight(page: Page): Promise<void> {
  const judged = page.getByRole('region', { name: 'Your answer, judged' });
  await expect(judged.getByText('Right', { exact: true })).toBeVisible();
}
