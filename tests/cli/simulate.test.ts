import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulateLearners } from '#lib/engine/quiz/simulate-learners.ts';
import { smallBank, smallBankFiles } from '../../support/small-bank.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-bank-'));
  for (const { path, text } of smallBankFiles()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function simulate(...args: string[]) {
  const command = ['--import', 'tsx', 'src/cli/simulate.ts', '--bank', folder, ...args];
  try {
    return { status: 0, ...(await promisify(execFile)(process.execPath, command)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

// A process of its own has to load everything anew, which takes long on a busy machine.
describe('npm run simulate', { timeout: 60_000, concurrent: true }, () => {
  test('prints the figures of the engine as JSON, and the time an answer takes', async () => {
    const ran = await simulate('--learners=3', '--questions=5', '--seed=9', '--json');
    const { msPerAnswer, ...figures } = JSON.parse(ran.stdout) as Record<string, number>;
    expect(figures).toEqual(simulateLearners(smallBank(), 3, 5, 9));
    expect(msPerAnswer).toBeGreaterThan(0);
    expect(ran.status).toBe(0);
  });

  // Seeds of learners are made from it, and past 2^53 they would all be one.
  test('shows how it is used and ends with 2 when given a seed too large to count on from', async () => {
    const { status, stdout, stderr } = await simulate('--learners=1', '--seed=9007199254740991');
    expect(status).toBe(2);
    expect(stderr).toContain('usage:');
    expect(stdout).toBe('');
  });
});
