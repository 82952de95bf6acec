import { type Page, expect, test } from '@playwright/test';
import {
  type Asked,
  asked,
  fillIn,
  rightAnswer,
  start,
  submit,
  variantOf,
  moved,
} from './take-quiz.ts';

/** Takes quizzes on calculus, whose questions stay fresh, until one asks for a formula in x. */
async function untilExpression(page: Page): Promise<Asked> {
  for (let quiz = 1; quiz <= 4; quiz++) {
    await start(page, { domain: 'calculus', length: 'thorough' });
    while (!page.url().includes('/report')) {
      const question = await asked(page);
      const { item } = variantOf(question);
      if (item.kind === 'expression' && Object.hasOwn(item.symbols, 'x')) return question;
      await fillIn(page, question, true);
      await submit(page, question);
    }
  }
  throw new Error('no formula was asked for');
}

test('a formula is drawn as it is typed, in the plain field or the editor, and sent from either', async ({
  page,
}) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url());
  });
  const question = await untilExpression(page);
  const field = page.getByLabel('Your formula', { exact: true });
  const preview = page.locator('.preview');

  await field.fill('x^2/(x+1');
  await expect(preview).toContainText('The bracket “(x+1” is not closed.');
  await field.fill('1/2x');
  await expect(preview).toContainText('This can be read in two ways.');
  await expect(preview.locator('math')).toHaveCount(2);
  await field.fill('x^2/(x+1)');
  await expect(preview.locator('math mfrac')).toHaveCount(1);

  // What is in two minds is asked about, and costs nothing.
  await field.fill('1/2x');
  await page.getByRole('button', { name: 'Submit answer' }).click();
  await expect(page.getByText('That could be 1 / 2 * x or 1 / (2 * x).')).toBeVisible();
  await expect(field).toBeFocused();
  expect(await asked(page)).toEqual(question);

  // The editor shows what was typed and changes the same value.
  await field.fill('2x');
  await page.getByRole('button', { name: 'Formula editor' }).click();
  const editor = page.locator('math-field');
  await expect(editor).toBeFocused();
  await expect(editor).toHaveJSProperty('value', '2 \\, x');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('x^2');
  await expect(field).toHaveValue('x^2');
  await field.fill('x/3');
  await expect(editor).toHaveJSProperty('value', '\\frac{x}{3}');

  // The keyboard is not caught in it.
  await editor.focus();
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(field).toBeFocused();

  await field.fill(rightAnswer(question)[0] ?? '');
  await editor.focus();
  await page.keyboard.press('Enter');
  await moved(page, question);
  expect(foreign).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a formula is asked about, echoed and recorded', async ({ page }) => {
    const question = await untilExpression(page);
    const field = page.getByLabel('Your formula', { exact: true });
    await field.fill('0,5x');
    await page.getByRole('button', { name: 'Submit answer' }).click();
    await expect(page.getByText('The comma in “0,5” can be read in two ways.')).toBeVisible();
    await expect(field).toHaveValue('0,5x');
    await field.fill('sin 2x');
    await page.getByRole('button', { name: 'Submit answer' }).click();
    await expect(page.getByText('Read as sin(2 * x)')).toBeVisible();
    expect(await asked(page)).toEqual(question);
    await field.fill(rightAnswer(question)[0] ?? '');
    await page.getByRole('button', { name: 'Yes, submit' }).click();
    await moved(page, question);
  });
});
