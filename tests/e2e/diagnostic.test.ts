import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { reportJson } from '#lib/engine/report/to-json.ts';
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

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`a[href$="/export/${name}"]`).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`sextant-${name}`);
  return readFileSync(await file.path(), 'utf8');
}

/** Every download says the same as the others and as the page. */
async function checkDownloads(page: Page): Promise<void> {
  const json = reportJson.parse(JSON.parse(await download(page, 'report.json')));
  const markdown = await download(page, 'report.md');
  const skills = parse<Record<string, string>>(await download(page, 'skills.csv'), {
    columns: true,
  });
  const answers = parse<Record<string, string>>(await download(page, 'answers.csv'), {
    columns: true,
  });

  expect(json.domains).toHaveLength(5);
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  for (const { title, level, target } of json.domains) {
    const shown = `${Math.round(level.expected)} % (${Math.round(level.low)}–${Math.round(level.high)})`;
    expect(markdown).toContain(`| ${title} | ${shown} |`);
    expect(text).toContain(`${Math.round(level.expected)} %`);
    expect(text).toContain(`${Math.round(target)} %`);
  }
  expect(skills.map(({ skill }) => skill)).toEqual(json.skills.map(({ id }) => id));
  for (const [index, { level, chanceMet }] of json.skills.entries()) {
    expect(Number(skills[index]?.['level'])).toBeCloseTo(level.expected, 1);
    expect(Number(skills[index]?.['chance_met'])).toBeCloseTo(chanceMet, 3);
  }
  expect(answers.map(({ item }) => item)).toEqual(
    json.attempt.questions.map(({ itemId }) => itemId),
  );
  for (const [index, { score }] of json.scores.entries()) {
    expect(Number(answers[index]?.['score'])).toBeCloseTo(score, 4);
  }
}

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
  await checkDownloads(page);

  const met = new Set(
    reportJson
      .parse(JSON.parse(await download(page, 'report.json')))
      .attempt.questions.map(({ itemId }) => itemId),
  );
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
