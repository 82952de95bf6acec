import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

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
  return present() ?? installed();
}

function present(): string | undefined {
  return [chromium.executablePath(), ...systemBrowsers].find((path) => existsSync(path));
}

function installed(): string {
  const attempts: [string, string[]][] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']],
  ];
  for (const [command, args] of attempts) {
    console.log(`No browser found; trying: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const found = present();
    if (found !== undefined) return found;
  }
  throw new Error(
    'No Chromium was found and none could be installed. Install one, or name it: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
