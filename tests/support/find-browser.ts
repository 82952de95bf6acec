import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findOrInstall } from './find-or-install.ts';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of a Chromium: CHROMIUM_PATH, else Playwright's own, else the system's, else one installed now
 * (Playwright's download, or Debian's package where this user may install it).
 *
 * @throws Error that says what was tried and what to do
 */
export function findBrowser(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  return findOrInstall({
    what: 'browser',
    present: () => [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path)),
    attempts: [
      ['npx', ['playwright', 'install', 'chromium']],
      ['apt-get', ['update']],
      ['apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']],
    ],
    hint: 'Install Chromium, or name it: CHROMIUM_PATH=/path/to/chromium npm test',
  });
}
