import { expect, test } from '@playwright/test';
import { checkPage } from './check-page.ts';
import { asked, fillIn, start, submit, takeAll } from './take-quiz.ts';

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1440]) {
    test(`every page is sound in ${scheme} at ${width} px`, async ({ browser, baseURL }) => {
      // axe reads every element of a dozen pages, two of them reports.
      test.setTimeout(300_000);
      const context = await browser.newContext({
        colorScheme: scheme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
        ...(baseURL === undefined ? {} : { baseURL }),
      });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404'))
          faults.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '')) faults.push(`asked for ${request.url()}`);
      });
      for (const path of [
        '/',
        '/start',
        '/sample',
        '/progress',
        '/domains/statistics',
        '/about/measurement',
        '/yours',
        '/nowhere',
      ]) {
        await page.goto(path);
        await checkPage(page, path);
      }
      await start(page, { domain: 'ml-metrics', length: 'short', feedback: 'each' });
      await checkPage(page, 'question');
      const question = await asked(page);
      await fillIn(page, question, false);
      await page.getByRole('button', { name: 'Submit answer' }).click();
      await expect(page.getByText(/next question/i).first()).toBeVisible();
      await checkPage(page, 'review');
      await start(page, { kind: 'diagnostic', length: 'short' });
      const first = await asked(page);
      await fillIn(page, first, true);
      await submit(page, first);
      await takeAll(page);
      await checkPage(page, 'report');
      await page.getByRole('link', { name: 'Share this report' }).click();
      await page.getByRole('button', { name: 'Make a link' }).click();
      const shared = await page.getByLabel('Address of the report').inputValue();
      await checkPage(page, 'share');
      await page.goto('/yours');
      await page.getByRole('button', { name: 'Make a code' }).click();
      await expect(page.getByLabel('Code', { exact: true })).toBeVisible();
      await checkPage(page, 'code');
      for (const path of ['/', '/progress', '/domains/statistics', '/yours/delete', shared]) {
        await page.goto(path);
        await checkPage(page, `${path} after an attempt`);
      }
      expect(faults).toEqual([]);
      await context.close();
    });
  }
}

test('after each question the focus is on its heading and the screen reader is told', async ({
  page,
}) => {
  await start(page, { kind: 'diagnostic', length: 'short' });
  const question = await asked(page);
  await fillIn(page, question, true);
  await submit(page, question);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('status').first()).toHaveText(/Question 2 of at most 15/);
});
