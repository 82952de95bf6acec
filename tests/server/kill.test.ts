import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { attempts } from '#lib/server/repositories/attempts.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-kill-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lets the script record for a while, kills it, and gives the lines it printed. */
async function recordAndKill(file: string, run: number, milliseconds: number): Promise<string[]> {
  const script = ['--import', 'tsx', 'tests/support/record-answers.ts', file, String(run)];
  const child = spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (printed === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    printed += text;
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return printed.split('\n').slice(0, -1); // a line without its end was not printed whole
}

/** The answers of a run as the script prints them. */
async function storedLines(file: string, run: number): Promise<string[]> {
  const db = await openDatabase(file);
  const records = await attempts(db).list(`learner-${run}`);
  await db.destroy();
  return records.flatMap(({ id, attempt }) =>
    attempt.answers.map(({ position, response }) => {
      return `${id} ${position} ${response.kind === 'numeric' ? response.value : response.kind}`;
    }),
  );
}

test(
  'every answer that was acknowledged outlives five kills at any moment',
  { timeout: 90_000 },
  async () => {
    const file = join(folder, 'sextant.db');
    const acknowledged: string[][] = [];
    for (let run = 0; run < 5; run += 1) {
      acknowledged.push(await recordAndKill(file, run, 150 * Math.random()));
      const stored = await storedLines(file, run);
      const lost = acknowledged[run]!.filter((line) => !stored.includes(line));
      expect(lost).toEqual([]);
      // At most the answer that was being acknowledged is there besides.
      expect(stored.length - acknowledged[run]!.length).toBeLessThanOrEqual(1);
    }
    // What earlier runs recorded is still there after the later kills.
    for (const [run, lines] of acknowledged.entries()) {
      expect(lines.length).toBeGreaterThan(0);
      expect(await storedLines(file, run)).toEqual(expect.arrayContaining(lines));
    }
  },
);
