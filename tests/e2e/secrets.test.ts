import { type Page, type Response, expect, test } from '@playwright/test';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { type Asked, asked, bank, fillIn, moved, start, submit, variantOf } from './take-quiz.ts';

/** Letters and digits only: markup, escaping and line breaks must not hide a leak. */
const bare = (text: string) =>
  text
    .replace(/<[^>]*>|\\u003[ce]|\\n|&\w+;/gi, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();

/** The queries and the data that a learner is not to see: the key, its check, the slips, each row that is hidden. */
function queriesOf(item: Item): string[] {
  if (item.kind !== 'sql') return [];
  const { key, check, slips, hidden, sample } = item;
  const rows = (data: string) => data.match(/\([^()]*\)/g) ?? [];
  const shown = new Set(rows(sample).map(bare));
  const onlyHidden = rows(hidden)
    .map(bare)
    .filter((row) => row.length > 9 && !shown.has(row));
  return [...[key, check, ...Object.values(slips), hidden].map(bare), ...onlyHidden];
}

test('no key, rubric, feedback or explanation leaves the server before its answer', async ({
  page,
}) => {
  const bodies: Promise<string>[] = [];
  page.on('response', (response: Response) => {
    if (response.status() >= 300 && response.status() < 400) return;
    bodies.push(response.text().catch(() => ''));
  });
  await start(page, { kind: 'diagnostic', length: 'short' });
  let looked = 0;
  while (!page.url().includes('/report')) {
    const question = await asked(page);
    const { item, explanation } = variantOf(question);
    const sent = bare((await Promise.all(bodies)).join('\n'));
    // Sentences without formulas are the same in Markdown and HTML.
    const secrets = [explanation, ...item.rubric.map(({ feedback }) => feedback)]
      .flatMap((text) => text.split(/(?<=[.:;])\s+|\n/))
      .filter((sentence) => !/[$`{*]/.test(sentence))
      .map(bare)
      .filter((sentence) => sentence.length > 25);
    for (const secret of secrets) {
      looked++;
      expect(sent, `of ${item.id}`).not.toContain(secret);
    }
    for (const secret of queriesOf(item)) {
      expect(sent, `of ${item.id}`).not.toContain(secret);
    }
    for (const misconception of item.rubric.flatMap((each) => each.misconception ?? [])) {
      expect(sent, `of ${item.id}`).not.toContain(bare(misconception));
    }
    await fillIn(page, question, true);
    await submit(page, question);
  }
  expect(looked).toBeGreaterThan(20);
});

test('a query may be run and shows its result, without a script too, and nothing of the key or the hidden data', async ({
  browser,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const question = await startAtQuery(page);
    const { item } = variantOf(question);
    const [table = ''] =
      /CREATE TABLE (\w+)/i.exec(item.kind === 'sql' ? item.schema : '')?.slice(1) ?? [];
    const field = page.locator('textarea[name="answer"]');
    const shown: string[] = [];
    for (const query of [`SELECT * FROM ${table}`, 'SELECT * FROM sqlite_master']) {
      await field.fill(query);
      await page.locator('input[name="certainty"][value="2"]').check();
      await page.getByRole('button', { name: 'Run on the sample' }).click();
      await expect(page.getByText(/^Result on the sample: \d+ rows?$/)).toBeVisible();
      await expect(field).toHaveValue(query);
      await expect(page.locator('input[name="certainty"][value="2"]')).toBeChecked();
      shown.push(await page.content());
    }
    await field.fill('SELECT nowhere');
    await page.getByRole('button', { name: 'Run on the sample' }).click();
    await expect(page.getByText('no such column: nowhere')).toBeVisible();
    await field.fill("ATTACH 'x' AS y");
    await page.getByRole('button', { name: 'Submit answer' }).click();
    await expect(page.getByText('ATTACH is refused')).toBeVisible();
    shown.push(await page.content());
    expect(await asked(page)).toEqual(question);
    const sent = bare(shown.join('\n'));
    for (const secret of queriesOf(item)) expect(sent, `of ${item.id}`).not.toContain(secret);
    await fillIn(page, question, true);
    await submit(page, question);
    await page.close();
  }
});

/** Takes quizzes of the domain that has queries until one is asked for: fresh items come first, so one is met. */
async function startAtQuery(page: Page): Promise<Asked> {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await start(page, { domain: 'data-engineering', length: 'thorough' });
    while (!page.url().includes('/report')) {
      const question = await asked(page);
      if (variantOf(question).item.kind === 'sql') return question;
      await page.getByRole('button', { name: 'I don’t know yet' }).click();
      await moved(page, question);
    }
  }
  throw new Error('no query was asked for');
}

test('no file that the browser loads holds anything of the bank', async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (/\.(js|json)(\?|$)/.test(response.url())) scripts.push(response.text().catch(() => ''));
  });
  await start(page, { kind: 'diagnostic', length: 'short' });
  await page.goto('/about/measurement');
  const loaded = bare((await Promise.all(scripts)).join('\n'));
  expect(loaded.length).toBeGreaterThan(1000);
  const ids = [...bank.items.keys()].filter((id) => loaded.includes(bare(id)));
  expect(ids).toEqual([]);
});
