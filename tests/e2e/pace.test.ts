import { type Page, expect, test } from '@playwright/test';

const hours = (page: Page) => page.getByLabel('Hours a week');
const finish = (page: Page, name: 'P50' | 'P80') =>
  page.locator('dl > div', { hasText: `${name} finish` }).locator('time');

for (const javaScriptEnabled of [false, true]) {
  test.describe(`the pace of a plan ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('moves the finish, is kept, and says what is wrong with it', async ({ page }) => {
      await page.goto('/sample');
      await expect(hours(page)).toHaveValue('8');
      const before = (await finish(page, 'P80').getAttribute('datetime')) ?? '';
      const p50 = (await finish(page, 'P50').getAttribute('datetime')) ?? '';
      expect(before >= p50 && p50 > '2026').toBe(true);

      await hours(page).fill('20');
      await page.getByLabel('What to count').selectOption('measured');
      await page.getByRole('button', { name: 'Work it out again' }).click();
      await expect(page).toHaveURL(/hours=20.*count=measured/);
      await expect(finish(page, 'P80')).not.toHaveAttribute('datetime', before);
      const faster = (await finish(page, 'P80').getAttribute('datetime')) ?? '';
      expect(faster < before).toBe(true);

      await page.goto('/sample');
      await expect(hours(page)).toHaveValue('20');
      await expect(finish(page, 'P80')).toHaveAttribute('datetime', faster);

      await page.goto('/sample?hours=99&start=2020-01-01');
      await expect(hours(page)).toHaveValue('99');
      await expect(hours(page)).toHaveAccessibleDescription(/not from 1 to 40/);
      await expect(page.getByLabel('First day')).toHaveAccessibleDescription(/before this report/);
      await expect(finish(page, 'P80')).toHaveAttribute('datetime', faster);
    });
  });
}
