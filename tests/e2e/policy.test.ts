import { type Page, expect, test } from '@playwright/test';
import { itemKinds } from '../support/items.ts';
import { type KindsServer, openQuestion, startKindsServer } from './kinds/kinds-server.ts';
import { start, takeAll } from './take-quiz.ts';

/** What the browser kept a page from doing, as it happens. */
async function watch(page: Page): Promise<string[]> {
  const breaches: string[] = [];
  await page.exposeFunction('tellBreach', (breach: string) => breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { tellBreach: (breach: string) => void }).tellBreach;
      tell(`${location.pathname}: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return breaches;
}

test('a breach is seen when there is one', async ({ page }) => {
  const breaches = await watch(page);
  await page.goto('/');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<style>p { color: red }</style>');
  });
  await expect.poll(() => breaches.join()).toContain('style-src-elem');
});

test('no page does what its policy forbids, by link or by load', async ({ page }) => {
  test.setTimeout(240_000);
  const breaches = await watch(page);
  for (const path of [
    '/',
    '/start',
    '/sample',
    '/progress',
    '/domains/statistics',
    '/about/measurement',
    '/nowhere',
  ]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  await start(page, { domain: 'statistics', length: 'short', feedback: 'each' });
  await page.getByRole('button', { name: 'I don’t know yet' }).click();
  await expect(page.getByText(/next question/i).first()).toBeVisible();
  await start(page, { kind: 'diagnostic', length: 'short' });
  await takeAll(page);
  const report = page.url();
  for (const name of ['Progress', 'How it measures', 'Home']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
    await page.waitForLoadState('networkidle');
  }
  await page.goto(report);
  await page.waitForLoadState('networkidle');
  for (const details of await page.locator('details > summary').all()) await details.click();
  expect(breaches).toEqual([]);
});

test.describe('every kind of question', () => {
  let server: KindsServer;
  test.beforeAll(async () => {
    server = await startKindsServer();
  });
  test.afterAll(() => server.close());

  test('keeps to the policy', async ({ page }) => {
    const breaches = await watch(page);
    for (const kind of itemKinds) {
      await openQuestion(page, server, kind);
      await page.waitForLoadState('networkidle');
      await page.getByRole('button', { name: 'I don’t know yet' }).click();
      await expect(page.getByRole('region', { name: 'Your answer, judged' })).toBeVisible();
    }
    expect(breaches).toEqual([]);
  });
});

test('pages forbid what is not ours, and every other response says what it must', async ({
  request,
}) => {
  for (const path of ['/', '/start', '/sample', '/about/measurement', '/nowhere']) {
    const policy = (await request.get(path)).headers()['content-security-policy'] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    // A page without the framework's start has no script of its own to name.
    expect(policy, path).toMatch(/script-src 'self'(?: 'nonce-[\w+/=]{16,}')?;/);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toMatch(/(?<!style-src-attr ')unsafe-|\*|https?:/);
  }
  const script =
    /\/_app\/immutable\/[\w/.-]+\.js/.exec(await (await request.get('/')).text())?.[0] ?? '';
  for (const path of [
    '/',
    '/health',
    '/favicon.svg',
    script,
    '/nowhere',
    '/progress/__data.json',
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy'], path).toContain('camera=()');
    expect(headers, path).not.toHaveProperty('strict-transport-security');
    expect(headers, path).not.toHaveProperty('x-powered-by');
  }
  const twice = await Promise.all([request.get('/'), request.get('/')]);
  const [first, second] = twice.map((response) => response.headers()['content-security-policy']);
  expect(first).not.toBe(second);
});
