import { type APIRequestContext, expect, test } from '@playwright/test';
import { type Asked, bank, asked, fillIn, scriptRuns, start, submit } from './take-quiz.ts';

const html = { accept: 'text/html' };

const versionOf = ({ itemId }: Asked) => String(bank.items.get(itemId)?.item.version);

/** Posts a form as a browser without scripts would. */
function post(
  request: APIRequestContext,
  path: string,
  form: Record<string, string>,
  baseURL: string | undefined,
) {
  return request.post(path, {
    form,
    headers: { ...html, origin: baseURL ?? '' },
    maxRedirects: 0,
  });
}

test('unknown addresses get a clear 404', async ({ page }) => {
  for (const path of [
    '/nowhere',
    '/attempts/none',
    '/attempts/none/report',
    '/attempts/none/export/report.json',
    '/attempts/%00',
    '/attempts/..%2f..%2fetc',
    `/attempts/${'x'.repeat(4000)}`,
    '/domains/none',
    '/domains/__proto__',
    '/domains/constructor',
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole('link', { name: /home/i }).first()).toBeVisible();
  }
});

test('start forms with wrong fields are refused with what is wrong, and kept', async ({
  page,
  baseURL,
}) => {
  for (const form of [
    {},
    { kind: 'exam' },
    { kind: 'domain' },
    { kind: 'domain', domain: '__proto__' },
    { kind: 'diagnostic', profile: 'astronaut' },
    { kind: 'diagnostic', 'self-statistics': 'NaN' },
    { kind: 'diagnostic', 'self-statistics': '1e9' },
  ]) {
    const response = await post(page.request, '/start', form, baseURL);
    expect(response.status(), JSON.stringify(form)).toBe(422);
  }
});

test('answers that are no answers are refused and nothing is recorded', async ({
  page,
  baseURL,
}) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  const question = await asked(page);
  const path = `${new URL(page.url()).pathname}?/answer`;
  const good = {
    position: '1',
    item: question.itemId,
    version: versionOf(question),
    seed: String(question.seed),
    answer: '1',
  };
  for (const [wrong, status] of [
    [{ ...good, position: 'NaN' }, 400],
    [{ ...good, position: '-1' }, 400],
    [{ ...good, position: '1e309' }, 400],
    [{ ...good, certainty: '9' }, 400],
    [{ ...good, answer: 'x'.repeat(9000) }, 400],
    [{ ...good, position: '7' }, 303],
    [{ ...good, item: 'other' }, 303],
    [{ ...good, item: '__proto__' }, 303],
    [{ ...good, seed: '999999999' }, 303],
    [{ ...good, answer: 'ninety-nine' }, 422],
    [{ ...good, answer: '' }, 422],
    [{ ...good, answer: "'; DROP TABLE answers; --" }, 422],
  ] as const) {
    const response = await post(page.request, path, wrong, baseURL);
    expect(response.status(), JSON.stringify(wrong).slice(0, 200)).toBe(status);
    await page.reload();
    expect(await asked(page)).toEqual(question);
  }
});

test('an oversized body is refused with 413', async ({ page, baseURL }) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  const question = await asked(page);
  const response = await post(
    page.request,
    `${new URL(page.url()).pathname}?/answer`,
    { position: '1', answer: 'x'.repeat(10_000_000) },
    baseURL,
  );
  expect(response.status()).toBe(413);
  await page.reload();
  expect(await asked(page)).toEqual(question);
});

test('forms from another site are refused', async ({ page }) => {
  const response = await post(
    page.request,
    '/start',
    { kind: 'diagnostic' },
    'http://evil.example',
  );
  expect(response.status()).toBe(403);
});

test('another learner sees and changes nothing', async ({ page, browser, baseURL }) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  const question = await asked(page);
  const path = new URL(page.url()).pathname;
  const stranger = await browser.newContext();
  const other = await stranger.newPage();
  await start(other, { kind: 'diagnostic', length: 'short' });
  for (const address of [path, `${path}/report`, `${path}/export/report.json`]) {
    expect((await other.goto(`${baseURL}${address}`))?.status(), address).toBe(404);
  }
  const answer = {
    position: '1',
    item: question.itemId,
    version: versionOf(question),
    seed: String(question.seed),
    'dont-know': '1',
  };
  for (const action of ['?/answer', '?/finish']) {
    const response = await post(other.request, `${baseURL}${path}${action}`, answer, baseURL);
    expect(response.status(), action).toBe(404);
  }
  await stranger.close();
  await page.reload();
  expect(await asked(page)).toEqual(question);
});

test('two tabs, double clicks and the back button leave one answer a position', async ({
  page,
  context,
}) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  const question = await asked(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await fillIn(page, question, true);
  await page.getByRole('button', { name: 'Submit answer' }).dblclick();
  await expect(page.locator('input[name="position"]')).toHaveValue('2');

  await fillIn(second, question, false);
  await second.getByRole('button', { name: 'I don’t know yet' }).click();
  await expect(second.getByText('already been answered')).toBeVisible();
  await expect(second.locator('input[name="position"]')).toHaveValue('2');

  await page.goBack();
  await page.goForward();
  await expect(page.locator('input[name="position"]')).toHaveValue('2');
  const next = await asked(page);
  await fillIn(page, next, true);
  await submit(page, next);
  expect((await asked(page)).position).toBe(3);
});

test('finishing early gives the report, and a finished attempt takes no more answers', async ({
  page,
  baseURL,
}) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  const question = await asked(page);
  await fillIn(page, question, true);
  await submit(page, question);
  const next = await asked(page);
  const path = new URL(page.url()).pathname;
  await page.getByText('Finish now and see the report').click();
  await page.getByRole('button', { name: 'Finish now' }).click();
  await expect(page).toHaveURL(/\/report$/);
  const late = await post(
    page.request,
    `${path}?/answer`,
    {
      position: '2',
      item: next.itemId,
      version: versionOf(next),
      seed: String(next.seed),
      'dont-know': '1',
    },
    baseURL,
  );
  expect(late.status()).toBe(410);
  await page.goto(path);
  await expect(page).toHaveURL(/\/report$/);
});

test('an answer waits when the server cannot be reached', async ({ page, context }) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  await scriptRuns(page);
  const question = await asked(page);
  await fillIn(page, question, true);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Submit answer' }).click();
  await expect(page.getByText('The server could not be reached')).toBeVisible();
  await context.setOffline(false);
  await submit(page, question);
  expect((await asked(page)).position).toBe(2);
});

test('what is answered before the script has come is kept', async ({ page }) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  let bringScript: () => void = () => undefined;
  const scriptMayCome = new Promise<void>((resolve) => (bringScript = resolve));
  await page.route('**/_app/**/*.js', async (route) => {
    await scriptMayCome;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  const question = await asked(page);
  await page.locator('[name="answer"]').first().waitFor();
  const field = page.locator('input[name="answer"], select[name="answer"], textarea').first();
  const type = await field.getAttribute('type');
  const isChoice = type === 'radio' || type === 'checkbox';
  if (isChoice) await field.check({ force: true });
  else if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') {
    await field.selectOption({ index: 1 });
  } else await field.fill('42');
  await page.getByLabel('Fairly sure').check();
  bringScript();
  await scriptRuns(page);
  if (isChoice) await expect(field).toBeChecked();
  else await expect(field).toHaveValue(/42|1/);
  await expect(page.getByLabel('Fairly sure')).toBeChecked();
  expect((await asked(page)).itemId).toBe(question.itemId);
});
