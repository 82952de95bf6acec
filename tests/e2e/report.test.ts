import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Page, expect, test } from '@playwright/test';
import { knownResponses, scoreResponse } from '#lib/engine/rubric/registry.ts';
import { sentFor } from '../support/items.ts';
import { type Asked, asked, fillIn, start, submit, takeAll, variantOf } from './take-quiz.ts';

/** The largest first script of a report, bytes after gzip. */
const MOST_SCRIPT = 60_000;

const answers = (page: Page) => page.locator('#answers li[id^="answer-"]:not([hidden])');
/** Takes a diagnostic; gives the address of its report. The sample lists no answers. */
async function ownReport(page: Page): Promise<string> {
  await start(page, { kind: 'diagnostic', length: 'short' });
  await takeAll(page);
  return page.url();
}

/** The place of an option that shows a misconception; null where the question has none to choose. */
function misconceived(question: Asked): string | null {
  const variant = variantOf(question);
  if (variant.item.kind !== 'single-choice') return null;
  const wrong = knownResponses(variant).find(
    (response) => scoreResponse(variant, response).misconception !== null,
  );
  return wrong ? (sentFor(variant, wrong)[0] ?? null) : null;
}

const show = (page: Page) => page.getByLabel('Show', { exact: true });

test('a report’s first script is under 60 kB after gzip, and the charts’ comes later', async ({
  page,
}) => {
  // What the page itself names is what it needs before it can be used; the rest is asked for later.
  const answer = await page.request.get('/sample');
  const named = `${answer.headers()['link'] ?? ''}${await answer.text()}`;
  const first = new Set(
    [...named.matchAll(/_app\/immutable\/[^"'()<>]+\.js/g)].map(([path]) => path),
  );
  expect(first.size).toBeGreaterThan(0);
  let bytes = 0;
  for (const path of first) {
    bytes += gzipSync(await (await page.request.get(`/${path}`)).body()).length;
  }
  expect(bytes).toBeLessThan(MOST_SCRIPT);

  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(response.url()));
  await page.goto('/sample');
  await expect(page.locator('canvas')).toHaveAttribute('style', /display/);
  const later = loaded.filter(
    (url) => url.endsWith('.js') && ![...first].some((path) => url.endsWith(path)),
  );
  expect(later.length).toBeGreaterThan(0);
  expect(loaded.indexOf(later[0] ?? '')).toBeGreaterThan(
    Math.max(...[...first].map((path) => loaded.findIndex((url) => url.endsWith(path)))),
  );
});

test('answers are filtered at once, by the address, and without a script', async ({
  page,
  browser,
  baseURL,
}) => {
  const report = await ownReport(page);
  const all = await answers(page).count();
  expect(all).toBeGreaterThan(12);
  await expect(async () => {
    await show(page).selectOption('missed');
    await expect(page).toHaveURL(/show=missed/, { timeout: 500 });
  }).toPass();
  const missed = await answers(page).count();
  expect(missed).toBeLessThan(all);
  await expect(answers(page).locator('summary .facts', { hasText: /^\s*Right/ })).toHaveCount(0);
  await expect(page.locator('#answers').getByRole('status').first()).toHaveText(
    `${missed} of ${all} answers.`,
  );
  await page.locator('#answers').getByLabel('Domain').selectOption('statistics');
  await page.reload();
  const kept = await answers(page).count();
  expect(kept).toBeLessThan(missed);
  await expect(show(page)).toHaveValue('missed');

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const plain = await context.newPage();
  await plain.goto(report);
  await show(plain).selectOption('missed');
  await plain.getByRole('button', { name: 'Filter' }).click();
  await expect(plain).toHaveURL(/show=missed/);
  await expect(answers(plain)).toHaveCount(missed);
  await expect(plain.getByRole('button', { name: /PNG/ }).first()).toBeHidden();
  await context.close();
});

test('a misconception leads to its answer, opened, and to its step of the plan', async ({
  page,
}) => {
  await start(page, { domain: 'data-engineering', length: 'short' });
  while (!page.url().includes('/report')) {
    const question = await asked(page);
    const shows = misconceived(question);
    if (shows) await page.locator(`[name="answer"][value="${shows}"]`).check({ force: true });
    else await fillIn(page, question, true);
    await submit(page, question);
  }
  const first = page.locator('#misconceptions li').first();
  const answer = first.getByRole('link', { name: /^answer \d+$/ }).first();
  const position = Number((await answer.innerText()).replace(/\D/g, ''));
  await answer.click();
  await expect(page.locator(`#answer-${position} > details`)).toHaveAttribute('open', '');
  const step = await first.locator('a[href^="#step-"]').first().getAttribute('href');
  await expect(page.locator(`[id="${(step ?? '').slice(1)}"]`)).toBeVisible();
});

test('a problem with a question is told in a text that names it, to copy or to mail', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${await ownReport(page)}#answer-1`);
  await page.reload();
  const answer = page.locator('#answer-1');
  await expect(answer.locator('> details')).toHaveAttribute('open', '');
  await answer.getByText('Report a problem with this question').click();
  const text = await answer.locator('textarea').inputValue();
  expect(text).toMatch(/item: [\w-]+\nversion: \d+\nseed: -?\d+\nbank: \S+\nanswer: /);
  await answer.getByRole('button', { name: 'Copy the text' }).click();
  await expect(answer.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  const mail = await answer.getByRole('link', { name: /mail/ }).getAttribute('href');
  expect(new URL(mail ?? '').searchParams.get('body')?.replaceAll('\r\n', '\n')).toBe(text);
});

test('every chart is saved as SVG that stands alone and as PNG, in light colours', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/sample');
  await expect(page.locator('canvas')).toHaveAttribute('style', /display/);
  const figures = page.locator('figure:has(.files)');
  expect(await figures.count()).toBe(4);
  for (const figure of await figures.all()) {
    const title = (await figure.getAttribute('data-title')) ?? '';
    const save = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name }).click(),
      ]);
      return readFileSync(await file.path());
    };
    const svg = (await save('SVG')).toString();
    const read = await page.evaluate((source) => {
      const root = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        wrong: root.querySelector('parsererror')?.textContent ?? null,
        texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent),
        shapes: root.querySelectorAll('path, rect, line, circle').length,
        ground: root.querySelector('rect')?.getAttribute('fill'),
      };
    }, svg);
    expect(read.wrong).toBeNull();
    expect(read.texts).toContain(title);
    expect(read.texts.length).toBeGreaterThan(5);
    expect(read.shapes).toBeGreaterThan(10);
    expect(svg).not.toMatch(/var\(|oklch|class=|https?:\/\/(?!www\.w3\.org)/);
    const [red = 0] = (read.ground ?? '').match(/\d+/g) ?? [];
    expect(Number(red)).toBeGreaterThan(240);
    const png = await save('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(600);
  }
});

test('a retake says what was before, what is now, and that practice is part of it', async ({
  page,
}) => {
  await start(page, { domain: 'statistics', length: 'short' });
  await takeAll(page);
  await expect(page.getByRole('heading', { name: 'Since last time' })).toHaveCount(0);
  await start(page, { domain: 'statistics', length: 'short' });
  await takeAll(page);
  await expect(page.getByRole('heading', { name: 'Since last time' })).toBeVisible();
  await expect(page.locator('#levels')).toContainText(/part of a rise is practice/);
  await expect(page.locator('#levels')).toContainText(/new to you here/);
  await page.goto('/progress');
  await expect(page.locator('table a[href$="/report"]')).toHaveCount(2 * 2);
});
