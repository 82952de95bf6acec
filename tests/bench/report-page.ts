import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from '@playwright/test';
import { start, takeAll } from '../e2e/take-quiz.ts';
import { findBrowser } from '../support/find-browser.ts';
import { exitCode, freePort, serveApp } from '../support/serve-app.ts';

/**
 * How soon the report of 40 answers can be used on a slow phone: Chromium with a CPU four times
 * slower on a line of 1.6 Mbit/s and 150 ms, nothing cached. Milliseconds from the click, median of five.
 *
 *     npm run -s bench:report
 */
const runs = 5;
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (0.75e6 / 8) * 0.9,
};

interface Times {
  readonly text: number;
  readonly interactive: number;
  readonly charts: number;
}

const port = await freePort();
const { child } = serveApp({
  PORT: String(port),
  DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'sextant-bench-')), 'bench.db')}`,
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const context = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const report = await finishThorough(page);
  await page.close();
  const all: Times[] = [];
  for (let run = 0; run < runs; run++) {
    const fresh = await context.newPage();
    all.push(await timeOf(fresh, report));
    await fresh.close();
  }
  const median = (of: (times: Times) => number) =>
    Math.round(all.map(of).toSorted((a, b) => a - b)[(runs - 1) / 2] ?? Number.NaN);
  console.log(
    JSON.stringify({
      text: median(({ text }) => text),
      interactive: median(({ interactive }) => interactive),
      charts: median(({ charts }) => charts),
    }),
  );
} finally {
  await browser.close();
  child.kill('SIGTERM');
  await exitCode(child);
}

/** A diagnostic of 40 questions, every second answered rightly, so that none ends it early; gives its report. */
async function finishThorough(page: Page): Promise<string> {
  for (let tries = 0; ; tries++) {
    try {
      await page.goto('/start');
      break;
    } catch (error) {
      if (tries === 120) throw error;
      await page.waitForTimeout(1000);
    }
  }
  await start(page, { length: 'thorough' });
  await takeAll(page);
  const answers = await page.locator('#answers li[id^="answer-"]').count();
  if (answers !== 40) throw new Error(`The report has ${answers} answers instead of 40.`);
  return page.url();
}

/**
 * Interactive: the page's script has opened the answer that the address points to, and with that has done
 * all of its work. The page itself notes when, since asking it from outside takes its time on a slow CPU.
 */
async function timeOf(page: Page, report: string): Promise<Times> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', slowLine);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    addEventListener('toggle', () => performance.mark('interactive'), {
      capture: true,
      once: true,
    });
  });
  await page.goto(`${report}#answer-1`, { waitUntil: 'commit' });
  await page.locator('#answer-1 > details[open]').waitFor({ state: 'attached' });
  await page.locator('canvas[style*="display"]').waitFor({ state: 'attached' });
  const charts = await page.evaluate(() => performance.now());
  const interactive = await page.evaluate(
    () => performance.getEntriesByName('interactive')[0]?.startTime ?? Number.NaN,
  );
  const text = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  // What cannot be seen cannot be used, though the script may be ready before.
  return { text, interactive: Math.max(text, interactive), charts };
}
