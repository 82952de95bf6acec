import { expect, test } from '@playwright/test';
import { checkDownloads } from './downloads.ts';
import {
  asked,
  fillIn,
  fillInByKeys,
  fillMatrixByKeys,
  moved,
  rightAnswer,
  scriptRuns,
  start,
  submit,
  takeAll,
  variantOf,
} from './take-quiz.ts';

test('a standard diagnostic by mouse is resumed after a reload, reported, exported and retaken with fresh questions', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start the diagnostic' }).click();
  await start(page, { kind: 'diagnostic', length: 'standard' });
  for (let position = 1; position <= 10; position++) {
    const question = await asked(page);
    await fillIn(page, question, position % 2 === 0);
    await submit(page, question);
  }
  const waiting = await asked(page);
  await page.reload();
  expect(await asked(page)).toEqual(waiting);
  expect(waiting.position).toBe(11);

  // Left and found again from the home page.
  await page.getByRole('link', { name: 'Leave' }).click();
  await page.locator(`a[href*="/attempts/"]`).first().click();
  expect(await asked(page)).toEqual(waiting);

  await takeAll(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full diagnostic');
  await expect(page.locator('canvas')).toBeVisible();
  const { attempt } = await checkDownloads(page);

  const met = new Set(attempt.questions.map(({ itemId }) => itemId));
  await page.goto('/domains/statistics');
  await page.locator('main a[href*="/start?domain=statistics"]').first().click();
  await start(page, { domain: 'statistics', length: 'short' });
  const retake = await takeAll(page);
  expect(retake.length).toBeGreaterThanOrEqual(4);
  expect(retake.filter(({ itemId }) => met.has(itemId))).toEqual([]);
  await page.goto('/progress');
  await expect(page.locator('main a[href$="/report"]')).not.toHaveCount(0);
});

test('a standard diagnostic is finished by keyboard alone', async ({ page }) => {
  await page.goto('/start');
  await page.getByRole('button', { name: 'Begin' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('input[name="position"]')).toHaveValue('1');
  while (!page.url().includes('/report')) {
    const question = await asked(page);
    const answer = rightAnswer(question);
    const { kind } = variantOf(question).item;
    if (kind === 'ordering' || kind === 'matching') {
      await fillInByKeys(page, kind, answer);
      await page.getByRole('button', { name: 'Submit answer' }).focus();
      await page.keyboard.press('Enter');
    } else if (kind === 'matrix') {
      await scriptRuns(page);
      await fillMatrixByKeys(page, question);
      await page.getByRole('button', { name: 'Submit answer' }).focus();
      await page.keyboard.press('Enter');
    } else if (kind === 'numeric' || kind === 'expression' || kind === 'sql') {
      // From wherever the focus is, Tab reaches the field.
      await expect(async () => {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(
          'answer',
        );
      }).toPass();
      await page.keyboard.type(answer[0] ?? '');
      // In a query Enter makes a new line.
      if (kind === 'sql') await page.getByRole('button', { name: 'Submit answer' }).focus();
      await page.keyboard.press('Enter');
    } else {
      for (const place of answer) await page.keyboard.press(place);
      await page.keyboard.press('Enter');
    }
    await moved(page, question);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full diagnostic');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a standard diagnostic is taken, reloaded, reported and exported', async ({ page }) => {
    await start(page, { kind: 'diagnostic', length: 'standard' });
    for (let position = 1; position <= 5; position++) {
      const question = await asked(page);
      await fillIn(page, question, true);
      await submit(page, question);
    }
    const waiting = await asked(page);
    await page.reload();
    expect(await asked(page)).toEqual(waiting);
    await takeAll(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Full diagnostic');
    await checkDownloads(page);
  });

  test('a fraction is echoed before it counts, and what cannot be read costs nothing', async ({
    page,
  }) => {
    await start(page, { kind: 'diagnostic', length: 'thorough' });
    let question = await asked(page);
    while (variantOf(question).item.kind !== 'numeric') {
      await fillIn(page, question, true);
      await submit(page, question);
      question = await asked(page);
    }
    await page.locator('[name="answer"]').fill('3,145');
    await page.getByRole('button', { name: 'Submit answer' }).click();
    await expect(page.getByText('could be 3.145 or 3145')).toBeVisible();
    await expect(page.locator('[name="answer"]')).toHaveValue('3,145');
    expect(await asked(page)).toEqual(question);

    await page.locator('[name="answer"]').fill('1/8');
    await page.getByRole('button', { name: 'Submit answer' }).click();
    await expect(page.getByText('Read as 0.125')).toBeVisible();
    expect(await asked(page)).toEqual(question);
    await page.getByRole('button', { name: 'Yes, submit' }).click();
    expect((await asked(page)).position).toBe(question.position + 1);
  });
});
