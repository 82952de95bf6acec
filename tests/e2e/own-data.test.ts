import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { type BrowserContext, type Page, expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { reportJson } from '#lib/engine/report/exports/to-json.ts';
import { asked, fillIn, start, submit, takeAll, variantOf } from './take-quiz.ts';

/** A finished short quiz on one domain; gives the path of its report and what was asked. */
async function finish(page: Page) {
  await start(page, { domain: 'ml-metrics', length: 'short' });
  const questions = await takeAll(page);
  return { path: new URL(page.url()).pathname, questions };
}

/** Makes a link with the form of the report's own page; gives its address. */
async function share(page: Page, choices: { answers?: boolean; expiry?: string } = {}) {
  await page.getByRole('link', { name: 'Share this report' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Share this report');
  if (choices.answers) await page.getByLabel('Show my answers too').check({ force: true });
  if (choices.expiry) await page.getByLabel('When it expires').selectOption(choices.expiry);
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByLabel('Address of the report').inputValue();
}

/** The other-site form posts that a page must refuse. */
const post = (page: Page, path: string, origin: string, form: Record<string, string> = {}) =>
  page.request.post(path, { form, headers: { accept: 'text/html', origin }, maxRedirects: 0 });

async function makeCode(page: Page): Promise<string> {
  await page.goto('/yours');
  await page.getByRole('button', { name: 'Make a code' }).click();
  return page.getByLabel('Code', { exact: true }).inputValue();
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.goto('/yours');
  await page.getByLabel('Code from the other device').fill(code);
  const agree = page.getByRole('checkbox', { name: /^Add the \d+ attempts? of this browser/ });
  if (await agree.isVisible()) await agree.check();
  await page.getByRole('button', { name: 'Use the code' }).click();
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`one’s data ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    /** A browser that has never been here. */
    const other = (page: Page): Promise<BrowserContext> => {
      const browser = page.context().browser();
      if (!browser) throw new Error('no browser');
      return browser.newContext({ javaScriptEnabled, baseURL: new URL(page.url()).origin });
    };

    test('a report is shared, read elsewhere without answers, revoked and gone', async ({
      page,
    }) => {
      const { path, questions } = await finish(page);
      const address = await share(page);
      expect(address).toMatch(/^http:\/\/localhost:\d+\/shared\/[\w-]{22}$/);
      const attemptId = path.split('/')[2] ?? '';
      await page.reload();

      const context = await other(page);
      const reader = await context.newPage();
      const bodies: Promise<string>[] = [];
      reader.on('response', (response) => {
        if (/html|json/.test(response.headers()['content-type'] ?? '')) {
          bodies.push(response.text());
        }
      });
      const response = await reader.goto(address);
      expect(response?.status()).toBe(200);
      const headers = response?.headers() ?? {};
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers['set-cookie']).toBeUndefined();
      expect(await context.cookies()).toEqual([]);
      await expect(reader.getByText('A shared report')).toBeVisible();
      await expect(reader.getByRole('heading', { name: 'Your roadmap' })).toBeVisible();
      await expect(reader.getByRole('heading', { name: 'Every answer' })).toHaveCount(0);
      expect(await reader.locator('main form').count()).toBe(0);
      const links = await reader
        .locator('main a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
      expect(links.filter((href) => /^\/(attempts|start|yours)/.test(href))).toEqual([]);
      const text = (await Promise.all(bodies)).join('\n');
      expect(text).not.toContain(attemptId);
      for (const question of questions) {
        expect(text).not.toContain(question.itemId);
        expect(text).not.toContain(variantOf(question).explanation.slice(0, 60));
      }

      await page
        .getByRole('button', { name: /^Revoke/ })
        .first()
        .click();
      await expect(page.getByText('The link is revoked')).toBeVisible();
      const dead = await reader.reload();
      expect(dead?.status()).toBe(404);
      const told = await reader.locator('main').innerText();
      expect((await reader.goto(`/shared/${'x'.repeat(22)}`))?.status()).toBe(404);
      expect(await reader.locator('main').innerText()).toBe(told);
      await context.close();
    });

    test('a link shows the answers only where that was chosen', async ({ page }) => {
      await finish(page);
      const address = await share(page, { answers: true, expiry: 'week' });
      await expect(page.getByText(/Shows your answers\./)).toBeVisible();
      await expect(page.getByText(/Expires/).last()).toBeVisible();
      const context = await other(page);
      const reader = await context.newPage();
      await reader.goto(address);
      await expect(reader.getByRole('heading', { name: 'Every answer' })).toBeVisible();
      await reader.locator('details.answer > summary').first().click();
      await expect(reader.getByRole('heading', { name: 'Why' }).first()).toBeVisible();
      await expect(reader.getByText('Report a problem')).toHaveCount(0);
      await context.close();
    });

    test('an open attempt goes on in another browser, by a code that works once', async ({
      page,
    }) => {
      await start(page, { kind: 'diagnostic', length: 'short' });
      const first = await asked(page);
      await fillIn(page, first, true);
      await submit(page, first);
      const second = await asked(page);
      const path = new URL(page.url()).pathname;
      const code = await makeCode(page);
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

      const context = await other(page);
      const there = await context.newPage();
      await enterCode(there, code.toLowerCase().replaceAll('-', ' '));
      await expect(there.getByText('has the same attempts')).toBeVisible();
      await there.goto(path);
      expect(await asked(there)).toEqual(second);
      await fillIn(there, second, true);
      await submit(there, second);
      await page.goto(path);
      expect((await asked(page)).position).toBe(3);

      const third = await other(page);
      const late = await third.newPage();
      await enterCode(late, code);
      await expect(late.getByText('not good, or no longer').first()).toBeVisible();
      expect((await late.goto(path))?.status()).toBe(404);

      await page.goto('/yours');
      await page.getByRole('button', { name: 'Sign out the others' }).click();
      await expect(page.getByText('Only this browser is signed in now')).toBeVisible();
      expect((await there.goto(path))?.status()).toBe(404);
      await context.close();
      await third.close();
    });

    test('two browsers with attempts become one only once that is agreed to', async ({ page }) => {
      await start(page, { domain: 'statistics', length: 'short' });
      const path = new URL(page.url()).pathname;
      const code = await makeCode(page);
      const context = await other(page);
      const there = await context.newPage();
      await start(there, { domain: 'calculus', length: 'short' });
      const own = new URL(there.url()).pathname;
      await there.goto('/yours');
      await there.getByLabel('Code from the other device').fill(code);
      await there.getByRole('button', { name: 'Use the code' }).click();
      await expect(there.getByText('has attempts of its own').first()).toBeVisible();
      expect((await there.goto(path))?.status()).toBe(404);
      await enterCode(there, code);
      await expect(there.getByText('has the same attempts')).toBeVisible();
      for (const each of [page, there]) {
        for (const address of [path, own]) expect((await each.goto(address))?.status()).toBe(200);
      }
      await context.close();
    });

    test('everything is downloaded as one zip that a reader opens', async ({ page }) => {
      await finish(page);
      await start(page, { kind: 'diagnostic', length: 'short' });
      await page.goto('/yours');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download everything' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('sextant-data.zip');
      const file = join(mkdtempSync(join(tmpdir(), 'sextant-zip-')), 'data.zip');
      await download.saveAs(file);
      const files = unzipSync(await readFile(file));
      const names = Object.keys(files).map((name) => name.replace(/\d\d-\d{4}-\d\d-\d\d/, 'N'));
      expect(names).toEqual([
        'README.txt',
        'attempts/N.report.json',
        'attempts/N.open.json',
        'answers.csv',
        'links.json',
      ]);
      const [, report = new Uint8Array()] = Object.values(files);
      const { attempt } = reportJson.parse(JSON.parse(strFromU8(report)));
      const rows = strFromU8(files['answers.csv'] ?? new Uint8Array())
        .trim()
        .split('\r\n');
      expect(attempt.answers.length).toBeGreaterThan(3);
      expect(rows.length).toBe(attempt.answers.length + 1);
    });

    test('everything is deleted, and nothing is left in any tab or browser', async ({ page }) => {
      const { path } = await finish(page);
      const address = await share(page);
      const code = await makeCode(page);
      const context = await other(page);
      const second = await context.newPage();
      await enterCode(second, code);
      const tab = await page.context().newPage();
      await tab.goto(path);

      await page.goto('/yours');
      await page.getByRole('link', { name: 'Delete everything' }).click();
      await expect(page.getByText('1 link by which')).toBeVisible();
      await expect(page.getByText('the sign-in of 2 browsers')).toBeVisible();
      // Without the tick nothing goes, even where the browser does not insist on it.
      const origin = new URL(page.url()).origin;
      expect((await post(page, '/yours/delete', origin)).status()).toBe(422);
      expect(
        (await post(page, '/yours/delete', 'http://evil.example', { sure: 'on' })).status(),
      ).toBe(403);
      expect((await page.request.get(path)).status()).toBe(200);
      await page.getByRole('checkbox', { name: /^Yes, delete all of it/ }).check();
      await page.getByRole('button', { name: 'Delete everything' }).dblclick();
      await expect(page.getByText('Everything is deleted')).toBeVisible();
      expect(await page.context().cookies()).toEqual([]);

      expect((await page.goto(path))?.status()).toBe(404);
      // A page that is gone may end the way back early.
      await page.goBack().catch(() => null);
      await page.goBack().catch(() => null);
      await expect(async () => {
        expect((await page.reload())?.status()).not.toBe(500);
      }).toPass();
      await expect(page.getByText('Full diagnostic')).toHaveCount(0);
      expect((await tab.reload())?.status()).toBe(404);
      expect((await second.goto(path))?.status()).toBe(404);
      expect((await second.goto(address))?.status()).toBe(404);
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'Where you stand', exact: true })).toHaveCount(
        0,
      );
      await page.goto('/yours');
      await expect(page.getByText('Nothing is kept of you here')).toBeVisible();
      await context.close();
    });

    test('one attempt is deleted, the other stays', async ({ page }) => {
      const { path } = await finish(page);
      await start(page, { domain: 'statistics', length: 'short' });
      const open = new URL(page.url()).pathname;
      await page.goto(path);
      await page.getByRole('link', { name: 'Delete this attempt' }).click();
      await page.getByRole('checkbox', { name: /^Yes, delete this attempt/ }).check();
      await page.getByRole('button', { name: 'Delete this attempt' }).click();
      await expect(page.getByText('The attempt is deleted')).toBeVisible();
      expect((await page.goto(path))?.status()).toBe(404);
      expect((await page.goto(open))?.status()).toBe(200);
    });
  });
}

test('a stranger shares, revokes and deletes nothing, and other sites send no form', async ({
  page,
  browser,
}) => {
  const { path } = await finish(page);
  const address = await share(page);
  const baseURL = new URL(page.url()).origin;
  const attempt = path.replace('/report', '');
  const context = await browser.newContext({ baseURL });
  const stranger = await context.newPage();
  await start(stranger, { domain: 'calculus', length: 'short' });
  const link = await page.locator('input[name="share"]').inputValue();
  const forms: [string, Record<string, string>][] = [
    [`${attempt}/share?/make`, { token: 'A'.repeat(22), expiry: 'never', answers: 'yes' }],
    [`${attempt}/share?/revoke`, { share: link }],
    ['/yours?/revoke', { share: link }],
  ];
  for (const [action, form] of forms) {
    expect((await post(stranger, action, baseURL, form)).status(), action).toBe(404);
    expect((await post(page, action, 'http://evil.example', form)).status(), action).toBe(403);
  }
  for (const action of [
    `${attempt}/delete`,
    '/yours?/offer',
    '/yours?/accept',
    '/yours?/sign-out',
  ]) {
    const form = { sure: 'on', code: '7Q2M-4XKD-09RT', agreed: 'on' };
    expect((await post(page, action, 'http://evil.example', form)).status(), action).toBe(403);
  }
  // Told as if it had been there once: who asks learns nothing of it.
  const gone = await post(stranger, `${attempt}/delete`, baseURL, { sure: 'on' });
  expect(gone.headers()['location']).toContain('attempt-gone');
  for (const shown of ['share', 'delete']) {
    expect((await stranger.goto(`${attempt}/${shown}`))?.status()).toBe(404);
  }
  for (const form of [
    {},
    { token: 'short', expiry: 'never' },
    { token: 'A'.repeat(22), expiry: 'soon' },
  ]) {
    const sent = await post(page, `${attempt}/share?/make`, baseURL, form);
    expect(sent.status(), JSON.stringify(form)).toBe(400);
  }
  expect((await stranger.goto(address))?.status()).toBe(200);
  expect((await stranger.goto(path))?.status()).toBe(404);
  expect((await page.goto(path))?.status()).toBe(200);
  await context.close();
});

test('the form of a link makes one, however often it is sent', async ({ page }) => {
  const { path } = await finish(page);
  const baseURL = new URL(page.url()).origin;
  const form = { token: 'Zm9yIG9uZSB0ZXN0IGFsbA', expiry: 'never' };
  const action = `${path.replace('/report', '')}/share?/make`;
  const sent = await Promise.all([1, 2, 3].map(() => post(page, action, baseURL, form)));
  for (const each of sent) expect(await each.text()).toContain(`/shared/${form.token}`);
  await page.goto(action.replace('?/make', ''));
  await expect(page.getByRole('button', { name: /^Revoke/ })).toHaveCount(1);
});
