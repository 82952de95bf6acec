import { type Locator, type Page, expect } from '@playwright/test';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import { keyResponse } from '#lib/engine/rubric/registry.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { sentFor } from '../../support/items.ts';

/** Fills the right answer in; what follows submits it. */
type FillIn = (page: Page, variant: Variant) => Promise<void>;

/** How a question of one kind is answered; without an own way the one by roles does. */
export interface Journey {
  readonly byMouse: FillIn;
  readonly byKeys: FillIn;
  /** By roles and names alone. */
  readonly byRoles: FillIn;
  readonly withoutScript: FillIn;
  /** What the accessibility tree holds of the fields. */
  readonly tree: string;
}

/** The right answer as a form sends it. */
function right(variant: Variant): string[] {
  const key = keyResponse(variant);
  return key ? sentFor(variant, key) : [];
}

/** Texts of the options that are chosen. */
function rightTexts(variant: Variant): string[] {
  return right(variant).map((place) => variant.options[Number(place) - 1]?.text ?? '');
}

/** Texts of an order's entries, first to last. */
function rightOrder(variant: Variant): string[] {
  const places = right(variant);
  return variant.options
    .map(({ text }, index) => ({ text, place: Number(places[index]) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ text }) => text);
}

/** Tab, until the focus is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the keyboard does not reach it');
}

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Submit answer' }).click();
}

const placeOf = (page: Page, text: string) =>
  page.getByRole('combobox', { name: `Place ${text}`, exact: true });
const cell = (page: Page, row: number, column: number) =>
  page.getByRole('textbox', { name: `row ${row}, column ${column}` });

async function fillCells(page: Page, variant: Variant): Promise<void> {
  for (const [index, text] of right(variant).entries()) {
    await cell(page, Math.floor(index / 2) + 1, (index % 2) + 1).fill(text);
  }
}

async function fillFormula(page: Page, variant: Variant): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your formula', exact: true });
  await field.fill(right(variant)[0] ?? '');
}

const queryField = (page: Page) => page.getByRole('textbox', { name: /Your query/ });

async function fillQuery(page: Page, variant: Variant): Promise<void> {
  await queryField(page).fill(right(variant)[0] ?? '');
}

async function match(page: Page, variant: Variant): Promise<void> {
  const texts = rightTexts(variant);
  for (const [index, { text }] of variant.prompts.entries()) {
    const select = page.getByRole('combobox', { name: text, exact: true });
    await select.selectOption({ label: texts[index] ?? '' });
  }
}

export const journeys = {
  'single-choice': {
    byMouse: async (page, variant) => {
      for (const text of rightTexts(variant)) await page.getByText(text, { exact: true }).click();
    },
    byKeys: async (page, variant) => {
      await tabTo(page, page.getByRole('radio').first());
      const [place = '1'] = right(variant);
      await page.keyboard.press('Space');
      for (let step = 1; step < Number(place); step++) await page.keyboard.press('ArrowDown');
    },
    byRoles: async (page, variant) => {
      for (const name of rightTexts(variant)) {
        await page.getByRole('radio', { name, exact: true }).check();
      }
    },
    withoutScript: async (page, variant) => {
      for (const text of rightTexts(variant)) await page.getByText(text, { exact: true }).click();
    },
    tree: `
      - group "Choose one.":
        - radio "four"
        - radio "five"
        - radio "about five"
        - radio "six"`,
  },
  'multiple-response': {
    byMouse: async (page, variant) => {
      for (const text of rightTexts(variant)) await page.getByText(text, { exact: true }).click();
    },
    byKeys: async (page, variant) => {
      for (const name of rightTexts(variant)) {
        await tabTo(page, page.getByRole('checkbox', { name, exact: true }));
        await page.keyboard.press('Space');
      }
    },
    byRoles: async (page, variant) => {
      for (const name of rightTexts(variant)) {
        await page.getByRole('checkbox', { name, exact: true }).check();
      }
    },
    withoutScript: async (page, variant) => {
      for (const text of rightTexts(variant)) await page.getByText(text, { exact: true }).click();
    },
    tree: `
      - group /Choose all that apply/:
        - checkbox "one"
        - checkbox "two"
        - checkbox "three"
        - checkbox "four"`,
  },
  numeric: {
    byMouse: async (page) => {
      await page.getByText('Your number').click();
      await page.keyboard.type('0.005 s');
      // Seen before it is sent, and asked again since another unit was typed.
      await expect(page.getByText('Read as 5 ms')).toBeVisible();
      await submit(page);
      await expect(page.getByText('Is that what you mean?')).toBeVisible();
      await page.getByRole('button', { name: 'Yes, submit' }).click();
    },
    byKeys: async (page, variant) => {
      await tabTo(page, page.getByRole('textbox', { name: 'Your number' }));
      await page.keyboard.type(right(variant)[0] ?? '');
    },
    byRoles: async (page, variant) => {
      await page.getByRole('textbox', { name: 'Your number' }).fill(right(variant)[0] ?? '');
    },
    withoutScript: async (page) => {
      const field = page.getByRole('textbox', { name: 'Your number' });
      await field.fill('5 kg');
      await submit(page);
      await expect(page.getByText('“kg” is not a unit that is read here.')).toBeVisible();
      await field.fill('10/2');
      await submit(page);
      await expect(page.getByText('Read as 5 ms')).toBeVisible();
      await page.getByRole('button', { name: 'Yes, submit' }).click();
    },
    tree: `
      - text: Your number
      - textbox "Your number"
      - text: ms
      - status
      - paragraph: /The exact value counts\\. You may type .* Other units are converted/`,
  },
  matrix: {
    byMouse: async (page, variant) => {
      // Copied from another page, as a whole, into the first field.
      const [a = '', b = '', c = '', d = ''] = right(variant);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(
        (text) => navigator.clipboard.writeText(text),
        `np.array([[${a}, ${b}],\n          [${c}, ${d}]])`,
      );
      await cell(page, 1, 1).click();
      await page.keyboard.press('ControlOrMeta+V');
      await expect(cell(page, 2, 2)).toHaveValue(d);
    },
    byKeys: async (page, variant) => {
      // Down the column with Enter, then to the top of the next.
      const [a = '', b = '', c = '', d = ''] = right(variant);
      await tabTo(page, cell(page, 1, 1));
      for (const text of [a, c, b]) {
        await page.keyboard.type(text);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.type(d);
      await page.keyboard.press('ArrowUp');
      await expect(cell(page, 1, 2)).toBeFocused();
    },
    byRoles: fillCells,
    withoutScript: fillCells,
    tree: `
      - group "Your matrix, 2 × 2":
        - text: Your matrix, 2 × 2
        - textbox "row 1, column 1"
        - textbox "row 1, column 2"
        - textbox "row 2, column 1"
        - textbox "row 2, column 2"
        - paragraph: /Each right entry earns an equal share/`,
  },
  expression: {
    byMouse: async (page) => {
      // Half the slope or one over the double: asked about, then typed plainly.
      const field = page.getByRole('textbox', { name: 'Your formula', exact: true });
      await field.click();
      await page.keyboard.type('2x + 1/2x');
      await submit(page);
      await expect(page.getByText('This has cost nothing.')).toBeVisible();
      await field.fill('2x + a');
    },
    byKeys: async (page, variant) => {
      await tabTo(page, page.getByRole('textbox', { name: 'Your formula', exact: true }));
      await page.keyboard.type(right(variant)[0] ?? '');
    },
    byRoles: fillFormula,
    withoutScript: fillFormula,
    tree: `
      - text: Your formula
      - textbox "Your formula"`,
  },
  ordering: {
    byMouse: async (page, variant) => {
      for (const [place, text] of rightOrder(variant).entries()) {
        const { from, to } = await dragPath(page, text, place);
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(to.x, to.y, { steps: 4 });
        await page.mouse.up();
        await expect(placeOf(page, text)).toHaveValue(String(place + 1));
      }
    },
    byKeys: async (page, variant) => {
      for (const [place, text] of rightOrder(variant).entries()) {
        const select = placeOf(page, text);
        await tabTo(page, select);
        while (Number(await select.inputValue()) > place + 1) {
          await page.keyboard.press('ArrowUp');
          await expect(select).toBeFocused();
        }
      }
    },
    byRoles: async (page, variant) => {
      for (const [place, text] of rightOrder(variant).entries()) {
        const up = page.getByRole('button', { name: `Move up ${text}`, exact: true });
        while (Number(await placeOf(page, text).inputValue()) > place + 1) await up.click();
      }
      await expect(page.getByText(/Now at place \d of 4/)).toBeAttached();
    },
    withoutScript: async (page, variant) => {
      for (const [place, text] of rightOrder(variant).entries()) {
        await placeOf(page, text).selectOption(String(place + 1));
      }
    },
    tree: `
      - group /Bring these in order/:
        - list:
          - listitem:
            - combobox /Place \\d/
            - button /Move up \\d/ [disabled]
            - button /Move down \\d/
          - listitem
          - listitem
          - listitem:
            - combobox /Place \\d/
            - button /Move up \\d/
            - button /Move down \\d/ [disabled]
        - status
        - paragraph: /Move an entry with its buttons/`,
  },
  matching: {
    byMouse: match,
    byKeys: async (page, variant) => {
      const places = right(variant);
      for (const [index, { text }] of variant.prompts.entries()) {
        await tabTo(page, page.getByRole('combobox', { name: text, exact: true }));
        for (let press = 0; press < Number(places[index]); press++) {
          await page.keyboard.press('ArrowDown');
        }
      }
    },
    byRoles: match,
    withoutScript: match,
    tree: `
      - group /Match each with a different one/:
        - list:
          - listitem:
            - combobox "1 + 1"
          - listitem:
            - combobox "2 + 1"
          - listitem:
            - combobox "2 + 2"`,
  },
  sql: {
    byMouse: async (page, variant) => {
      const field = queryField(page);
      await field.fill('SELECT name FROM nowhere');
      await page.getByRole('button', { name: 'Run on the sample' }).click();
      await expect(page.getByText('no such table: nowhere')).toBeVisible();
      await field.fill(right(variant)[0] ?? '');
      await page.getByRole('button', { name: 'Run on the sample' }).click();
      await expect(page.getByRole('table', { name: /Result on the sample: 2 rows/ })).toBeVisible();
    },
    byKeys: async (page, variant) => {
      await tabTo(page, queryField(page));
      await page.keyboard.type(right(variant)[0] ?? '');
    },
    byRoles: fillQuery,
    withoutScript: async (page, variant) => {
      await fillQuery(page, variant);
      await page.getByRole('button', { name: 'Run on the sample' }).click();
      await expect(page.getByRole('table', { name: /Result on the sample/ })).toBeVisible();
      await expect(queryField(page)).toHaveValue(right(variant)[0] ?? '');
    },
    tree: `
      - textbox /Your query/
      - button "Run on the sample"`,
  },
} satisfies Record<ItemKind, Journey>;

/** From the handle of an entry to just inside the row that has its place. */
export async function dragPath(page: Page, text: string, place: number) {
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('combobox') });
  const row = rows.filter({ has: placeOf(page, text) });
  await row.locator('.handle').scrollIntoViewIfNeeded();
  const handle = await row.locator('.handle').boundingBox();
  const target = await rows.nth(place).boundingBox();
  if (!handle || !target) throw new Error(`"${text}" cannot be dragged to place ${place + 1}`);
  const x = handle.x + handle.width / 2;
  return {
    from: { x, y: handle.y + handle.height / 2 },
    to: { x, y: target.y + 3 },
  };
}
