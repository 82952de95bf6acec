import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Locator, expect, test } from '@playwright/test';
import { freePort } from '../support/serve-app.ts';
import { checkPage } from './check-page.ts';
import { rightAnswer } from './take-quiz.ts';

const id = 'vectors-norms-unit-distance';
const seed = 3;
const queryId = 'formats-quality-schemas-orphaned-clicks';

test('the built app has no page of the bank, and none of the code behind it', async ({
  request,
  baseURL,
}) => {
  for (const path of ['/bank', '/bank/x', `/bank/${id}`, `/bank/${id}?seed=random`]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
  const tried = await request.post(`/bank/${id}?/try`, {
    form: { answer: '1' },
    headers: { accept: 'text/html', origin: baseURL ?? '' },
  });
  expect(tried.status()).toBe(404);
  const built = readdirSync('build', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join('build', name), 'utf8'))
    .join('\n');
  // Codes of problems stay as they are in a build: of an answer, of following files, of a proof.
  expect(built).toContain('already-answered');
  expect(built).not.toContain('bank-unreadable');
  expect(built).not.toContain('hardly-varies');
});

/** Saves until the open page shows it: while a page is still loading, it cannot hear that a file was saved. */
async function saved(path: string, text: string, shows: Locator): Promise<void> {
  await expect(async () => {
    writeFileSync(path, text);
    await expect(shows).toBeVisible({ timeout: 8_000 });
  }).toPass({ timeout: 60_000 });
}

test.describe('in development', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sextant-bank-'));
  const file = join(folder, 'bank/linear-algebra/vectors-norms.yaml');
  const domain = join(folder, 'bank/linear-algebra/domain.yaml');
  let server: ChildProcess;
  let base = '';

  test.beforeAll(async () => {
    cpSync('question-bank', join(folder, 'bank'), { recursive: true });
    const port = await freePort();
    base = `http://localhost:${port}`;
    server = spawn(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'dev', '--port', String(port), '--strictPort'],
      {
        env: {
          ...process.env,
          BANK_DIR: join(folder, 'bank'),
          DATABASE_URL: `file:${join(folder, 'dev.db')}`,
        },
        stdio: 'ignore',
      },
    );
    await expect
      .poll(() => fetch(`${base}/bank`).then(({ status }) => status, String), { timeout: 110_000 })
      .toBe(200);
  });

  test.afterAll(async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  test('an author finds an item, tries answers and sees every edit at once', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${base}/bank?domain=linear-algebra&kind=numeric&text=unit+length`);
    await expect(page.getByText(/^\d of \d+ items/)).toBeVisible();
    await checkPage(page, '/bank');
    await page.getByRole('link', { name: id }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(id);
    await page.getByRole('link', { name: 'Seed 2', exact: true }).click();
    await page.getByRole('link', { name: `Seed ${seed}`, exact: true }).click();
    await expect(page.getByText('Proved at all 200 seeds')).toBeVisible();
    await expect(page.getByText('They agree.')).toBeVisible();

    const attempt = async (answer: string) => {
      await page.locator('[name="answer"]').fill(answer);
      await page.getByRole('button', { name: 'Try this answer' }).click();
    };
    await attempt(rightAnswer({ position: 1, itemId: id, seed })[0] ?? '');
    await expect(page.getByText('Score 1', { exact: true })).toBeVisible();
    await expect(page.locator('tr.decided')).toContainText('equals: key');
    await attempt('ninety');
    await expect(page.getByText('This has cost nothing.')).toBeVisible();
    await expect(page.locator('[name="answer"]')).toHaveValue('ninety');
    await checkPage(page, `/bank/${id}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await checkPage(page, `/bank/${id} in the dark`);

    // A query runs on the sample and is then held against the key and the slips, at the seed that is shown.
    await page.goto(`${base}/bank/${queryId}?kind=sql&seed=2`);
    await attempt('SELECT 1 AS one');
    await expect(page.getByText('neither the key nor a slip')).toBeVisible();
    await page.getByRole('button', { name: 'Run on the sample' }).click();
    await expect(page.getByText('Result on the sample: 1 row')).toBeVisible();
    await expect(page).toHaveURL(/kind=sql&seed=2/);
    await attempt(rightAnswer({ position: 1, itemId: queryId, seed: 2 })[0] ?? '');
    await expect(page.getByText('Score 1', { exact: true })).toBeVisible();
    // Until the script has come, wide code cannot be reached by keys.
    await expect(page.locator('#verdict pre')).toHaveAttribute('tabindex', '0');
    await checkPage(page, `/bank/${queryId}`);

    const sound = readFileSync(file, 'utf8');
    await page.goto(`${base}/bank/${id}?seed=${seed}`);
    const changed = page.locator('form').getByText('A changed index stores');
    await saved(file, sound.replace('A vector index stores', 'A changed index stores'), changed);

    await saved(file, `${sound}\n  - id: [\n`, page.getByText('Its file has problems now'));
    await expect(changed).toBeVisible();
    const others = await page.request.get(`${base}/bank`);
    const line = sound.split('\n').length;
    expect(await others.text()).toMatch(
      new RegExp(`vectors-norms\\.yaml:(${line}|${line + 1}|${line + 2})<`),
    );
    expect(await others.text()).toContain('/bank/estimation-');

    const disagreeing = sound.replace('check: norm([1 - c, -sqrt(1 - c^2)])', 'check: 2 - 2 * c');
    await saved(file, disagreeing, page.getByText('Its check shows problems'));
    await expect(page.getByText('They agree.')).toBeHidden();

    // The quiz reads the same bank.
    await page.goto(`${base}/`);
    const titles = readFileSync(domain, 'utf8');
    const renamed = titles.replace('title: Linear algebra', 'title: Linear algebra, renamed');
    await saved(domain, renamed, page.getByText('Linear algebra, renamed').first());
  });
});
