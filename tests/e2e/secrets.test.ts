import { type Response, expect, test } from '@playwright/test';
import { asked, bank, fillIn, start, submit, variantOf } from './take-quiz.ts';

/** Letters and digits only: markup, escaping and line breaks must not hide a leak. */
const bare = (text: string) =>
  text
    .replace(/<[^>]*>|\\u003[ce]|\\n|&\w+;/gi, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();

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
    for (const misconception of item.rubric.flatMap((each) => each.misconception ?? [])) {
      expect(sent, `of ${item.id}`).not.toContain(bare(misconception));
    }
    await fillIn(page, question, true);
    await submit(page, question);
  }
  expect(looked).toBeGreaterThan(20);
});

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
