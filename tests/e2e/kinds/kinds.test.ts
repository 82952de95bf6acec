import { EventEmitter, once } from 'node:events';
import { type Page, expect, test } from '@playwright/test';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import { scriptRuns } from '../take-quiz.ts';
import { itemKinds } from '../../support/items.ts';
import { dragPath, journeys, submit, tabTo } from './journeys.ts';
import { type KindsServer, expectRight, openQuestion, startKindsServer } from './kinds-server.ts';

// One worker, so that one server is enough.
test.describe.configure({ mode: 'default' });

let server: KindsServer;
test.beforeAll(async () => {
  server = await startKindsServer();
});
test.afterAll(() => server.close());

for (const kind of itemKinds) {
  const journey = journeys[kind];

  test(`${kind} is answered by mouse`, async ({ page }) => {
    const variant = await openQuestion(page, server, kind);
    await scriptRuns(page);
    await journey.byMouse(page, variant);
    if (await page.getByRole('button', { name: 'Submit answer' }).isVisible()) await submit(page);
    await expectRight(page);
  });

  test(`${kind} is answered by keyboard alone`, async ({ page }) => {
    const variant = await openQuestion(page, server, kind);
    await scriptRuns(page);
    await journey.byKeys(page, variant);
    await tabTo(page, page.getByRole('button', { name: 'Submit answer' }));
    await page.keyboard.press('Enter');
    await expectRight(page);
  });

  test(`${kind} is found and answered by roles and names`, async ({ page }) => {
    const variant = await openQuestion(page, server, kind);
    await scriptRuns(page);
    await expect(page.locator('main form').first()).toMatchAriaSnapshot(journey.tree);
    await journey.byRoles(page, variant);
    await submit(page);
    await expectRight(page);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const kind of itemKinds) {
    test(`${kind} is answered`, async ({ page }) => {
      const variant = await openQuestion(page, server, kind);
      await journeys[kind].withoutScript(page, variant);
      const button = page.getByRole('button', { name: 'Submit answer' });
      if (await button.isVisible()) await button.click();
      await expectRight(page);
    });
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 800 } });

  test('an entry is dragged by its handle, and put back where the gesture is given up', async ({
    page,
  }) => {
    await openQuestion(page, server, 'ordering');
    await page.getByText('dragging its handle').waitFor();
    const selects = page.getByRole('combobox');
    const before = await selects.evaluateAll((all) => all.map(({ id }) => id));
    const last = page.getByRole('listitem').filter({ has: selects }).last();
    const text = (await last.locator('.text').innerText()).trim();
    const { from, to } = await dragPath(page, text, 0);
    const scrolled = await page.evaluate(() => window.scrollY);
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', y?: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: y === undefined ? [] : [{ x: from.x, y }],
      });
    const place = page.getByRole('combobox', { name: `Place ${text}`, exact: true });

    await send('touchStart', from.y);
    await send('touchMove', (from.y + to.y) / 2);
    await send('touchMove', to.y);
    await expect(place).toHaveValue('1');
    await send('touchCancel');
    await expect(place).toHaveValue('4');
    expect(await selects.evaluateAll((all) => all.map(({ id }) => id))).toHaveLength(before.length);

    await send('touchStart', from.y);
    await send('touchMove', (from.y + to.y) / 2);
    await send('touchMove', to.y);
    await send('touchEnd');
    await expect(place).toHaveValue('1');
    await expect(page.getByText('Now at place 1 of 4.')).toBeAttached();
    // The finger has not scrolled the page: it moves on by a few steps only, under a pointer near its edge.
    const moved = scrolled - (await page.evaluate(() => window.scrollY));
    expect(Math.abs(moved)).toBeLessThan(60);
  });
});

test('an entry dragged by mouse is put back by Escape', async ({ page }) => {
  const variant = await openQuestion(page, server, 'ordering');
  await scriptRuns(page);
  const text = variant.options[3]?.text ?? '';
  const place = page.getByRole('combobox', { name: `Place ${text}`, exact: true });
  const { from, to } = await dragPath(page, text, 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(place).toHaveValue('1');
  await page.keyboard.press('Escape');
  await expect(place).toHaveValue('4');
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
  await expect(place).toHaveValue('4');
});

/** Opens a question whose script stays away until it is let in. */
async function openWithoutScriptYet(page: Page, kind: ItemKind) {
  const gate = new EventEmitter();
  const opened = once(gate, 'open');
  await page.route('**/*.js', async (route) => {
    await opened;
    await route.continue();
  });
  const variant = await openQuestion(page, server, kind);
  const letScriptIn = async () => {
    gate.emit('open');
    await scriptRuns(page);
  };
  return { variant, letScriptIn };
}

for (const [kind, field] of [
  ['numeric', 'Your number'],
  ['matrix', 'row 1, column 1'],
] as const) {
  test(`what is typed for a ${kind} before the page's script has come stays`, async ({ page }) => {
    const { letScriptIn } = await openWithoutScriptYet(page, kind);
    const answer = page.getByRole('textbox', { name: field });
    await answer.fill('5');
    await answer.blur();
    await letScriptIn();
    await expect(answer).toHaveValue('5');
  });
}

test("an order chosen before the page's script has come stays, each text at its place", async ({
  page,
}) => {
  const { variant, letScriptIn } = await openWithoutScriptYet(page, 'ordering');
  const places = variant.options.map(({ text }, index) => ({
    select: page.getByRole('combobox', { name: `Place ${text}`, exact: true }),
    place: String(((index + 2) % variant.options.length) + 1),
  }));
  for (const { select, place } of places) await select.selectOption(place);
  await letScriptIn();
  for (const { select, place } of places) await expect(select).toHaveValue(place);
});

test("matches chosen before the page's script has come stay", async ({ page }) => {
  const { variant, letScriptIn } = await openWithoutScriptYet(page, 'matching');
  await journeys.matching.withoutScript(page, variant);
  await letScriptIn();
  await submit(page);
  await expectRight(page);
});
