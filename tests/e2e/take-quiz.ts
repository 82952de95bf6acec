import { type Page, expect } from '@playwright/test';
import { type Variant, instantiate } from '#lib/engine/template/instantiate.ts';
import { chosenOptions, keyResponse } from '#lib/engine/rubric/registry.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { placesOf } from '../support/items.ts';

/** The bank the server under test serves: it lets a test answer rightly, and know what must not leak. */
export const bank = loadBank('question-bank');

const decimal = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

export interface Asked {
  readonly position: number;
  readonly itemId: string;
  readonly seed: number;
}

/** What is on the page now, read from the form itself. */
export async function asked(page: Page): Promise<Asked> {
  const hidden = (name: string) => page.locator(`input[name="${name}"]`).inputValue();
  return {
    position: Number(await hidden('position')),
    itemId: await hidden('item'),
    seed: Number(await hidden('seed')),
  };
}

export function variantOf({ itemId, seed }: Asked) {
  const item = bank.items.get(itemId)?.item;
  const variant = item && instantiate(item, seed);
  if (!variant?.ok) throw new Error(`${itemId} at seed ${seed} is not in the bank`);
  return variant.value;
}

/** Places of the right options as shown, the place each field names, or the right numbers as plain decimals: those are not asked back. */
export function rightAnswer(question: Asked): string[] {
  const variant = variantOf(question);
  const key = keyResponse(variant);
  if (key?.kind === 'matrix') return key.rows.flat().map((entry) => decimal.format(entry));
  if (key?.kind === 'numeric') return [decimal.format(key.value)];
  if (key?.kind === 'expression') return [key.text];
  if (key?.kind === 'sql') return [key.query];
  if (key?.kind === 'ordering' || key?.kind === 'matching') return placesOf(variant, key);
  const keys = key ? chosenOptions(variant.item, key) : [];
  return variant.options.flatMap(({ id }, index) => (keys.includes(id) ? [String(index + 1)] : []));
}

/** Begins an attempt with the page's own form, and waits for its first question. */
export async function start(page: Page, choices: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`/start${choices['domain'] === undefined ? '' : `?domain=${choices['domain']}`}`);
  for (const [name, value] of Object.entries(choices)) {
    if (name === 'domain') continue;
    await page.locator(`input[name="${name}"][value="${value}"]`).check({ force: true });
  }
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.locator('input[name="position"]')).toHaveValue('1');
}

/** Waits until the page's script has taken over: until then its keys do nothing, and the browser itself sends the form. */
export async function scriptRuns(page: Page): Promise<void> {
  const keys = page.locator('details:has(kbd)');
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(keys).toHaveAttribute('open', '', { timeout: 500 });
  }).toPass();
  await page.keyboard.press('?');
  await expect(keys).not.toHaveAttribute('open');
}

/** Fills the answer in by mouse: right, or the first thing at hand. */
export async function fillIn(page: Page, question: Asked, rightly: boolean): Promise<void> {
  const field = page.locator('[name="answer"]');
  const variant = variantOf(question);
  const { kind } = variant.item;
  if (kind === 'matrix') {
    await fillMatrix(page, variant, rightly);
    return;
  }
  const [first = '1', ...more] = rightly ? rightAnswer(question) : ['1'];
  if (kind === 'numeric' || kind === 'expression') {
    await field.fill(first);
    return;
  }
  if (kind === 'sql') {
    await field.fill(rightly ? first : 'SELECT 1');
    return;
  }
  if (kind === 'ordering' || kind === 'matching') {
    await fillInPlaces(page, rightly ? rightAnswer(question) : wrongPlaces(question));
    return;
  }
  for (const place of [first, ...more]) {
    await page.locator(`[name="answer"][value="${place}"]`).check({ force: true });
  }
}

/** Where the shape is asked a text field gives way to fields once the script is there. */
async function fillMatrix(page: Page, variant: Variant, rightly: boolean): Promise<void> {
  const key = keyResponse(variant);
  const rows = key?.kind === 'matrix' ? key.rows : [];
  const texts = rows.map((row) => row.map((entry) => (rightly ? decimal.format(entry) : '1')));
  if (variant.item.kind === 'matrix' && variant.item.shape === 'asked') {
    const area = page.locator('textarea[name="answer"]');
    const isScripted = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
    if (!isScripted) {
      await area.fill(texts.map((row) => row.join('\t')).join('\n'));
      return;
    }
    const sides = page.locator('select[name="answer"]');
    await sides.first().selectOption(String(texts.length));
    await sides.last().selectOption(String(texts[0]?.length));
  }
  const fields = page.locator('input[name="answer"]');
  for (const [place, text] of texts.flat().entries()) await fields.nth(place).fill(text);
}

/** Places that can be read: everything the other way round than it is shown. */
function wrongPlaces(question: Asked): string[] {
  const { options, prompts, item } = variantOf(question);
  const places = options.map((_, index) => String(options.length - index));
  return item.kind === 'matching' ? places.slice(0, prompts.length) : places;
}

/** Chooses a place in each select; where a script keeps the rows in order, first place first, so that none is moved on. */
async function fillInPlaces(page: Page, places: readonly string[]): Promise<void> {
  const isScripted = await page.locator('details:has(kbd)').isVisible();
  if (!isScripted || (await page.locator('ol #entry-0').count()) === 0) {
    const selects = page.locator('select[name="answer"]');
    for (const [index, place] of places.entries()) await selects.nth(index).selectOption(place);
    return;
  }
  await expect(page.locator('input[type="hidden"][name="answer"]')).toHaveCount(places.length);
  const wanted = places.map((place, entry) => ({ place, entry }));
  for (const { place, entry } of wanted.toSorted((a, b) => Number(a.place) - Number(b.place))) {
    await page.locator(`li:has(#entry-${entry}) select`).selectOption(place);
  }
}

/** The same by keys alone: arrows move an entry, and a native select takes the text of an option. */
export async function fillInByKeys(
  page: Page,
  kind: 'ordering' | 'matching',
  places: readonly string[],
): Promise<void> {
  const order = places.map((_, index) => places.indexOf(String(index + 1)));
  for (const [index, place] of places.entries()) {
    if (kind === 'matching') {
      await page.locator('select[name="answer"]').nth(index).focus();
      for (let presses = 0; presses < Number(place); presses++) {
        await page.keyboard.press('ArrowDown');
      }
      continue;
    }
    const row = page.locator(`li:has(#entry-${order[index] ?? 0}) select`);
    await row.focus();
    while (Number(await row.inputValue()) > index + 1) await page.keyboard.press('ArrowUp');
  }
}

/** A matrix by keys alone: its shape where that is asked, then entry by entry. */
export async function fillMatrixByKeys(page: Page, question: Asked): Promise<void> {
  const key = keyResponse(variantOf(question));
  const rows = key?.kind === 'matrix' ? key.rows : [];
  const sides = page.locator('select[name="answer"]');
  for (const [index, side] of [rows.length, rows[0]?.length ?? 0].entries()) {
    if ((await sides.count()) === 0) continue;
    await sides.nth(index).focus();
    await page.keyboard.press(String(side));
  }
  await page.locator('input[name="answer"]').first().focus();
  for (const entry of rows.flat()) {
    await page.keyboard.type(decimal.format(entry));
    await page.keyboard.press('Tab');
  }
}

/** Submits and waits for the next question or the report. */
export async function submit(page: Page, question: Asked): Promise<void> {
  await page.getByRole('button', { name: /submit/i }).click();
  await moved(page, question);
}

export async function moved(page: Page, { position }: Asked): Promise<void> {
  await expect(async () => {
    const now = page.locator('input[name="position"]');
    const done =
      page.url().includes('/report') ||
      (await now.inputValue({ timeout: 500 })) !== String(position);
    expect(done).toBe(true);
  }).toPass({ timeout: 15_000 });
}

/** Answers until the report is there, every second question rightly; gives what was asked. */
export async function takeAll(page: Page): Promise<Asked[]> {
  const questions: Asked[] = [];
  while (!page.url().includes('/report')) {
    const question = await asked(page);
    questions.push(question);
    await fillIn(page, question, question.position % 2 === 0);
    await submit(page, question);
  }
  return questions;
}
