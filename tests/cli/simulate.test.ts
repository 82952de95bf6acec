import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { varianceReduction } from '#lib/engine/measure/selection/rules.ts';
import { tallyOfAll } from '#lib/engine/measure/simulation/examination.ts';
import { figuresOf } from '#lib/engine/measure/simulation/figures.ts';
import { quizExamination } from '#lib/engine/quiz/simulate-learners.ts';
import { smallBank, smallBankFiles } from '../support/small-bank.ts';
import { runScript } from './run-script.ts';

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

const simulate = (...args: readonly string[]) => runScript('simulate.ts', ...args);

/** The printed figures, without the time, which is never the same. */
async function figures(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { status, stdout, stderr } = await simulate(...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { msPerAnswer, ...others } = JSON.parse(stdout) as Record<string, unknown>;
  expect(msPerAnswer).toBeGreaterThan(0);
  return others;
}

// A process of its own has to load everything anew, and so does each of its threads.
describe('npm run simulate', { timeout: 60_000, concurrent: true }, () => {
  test('takes learners through the real quiz and prints the engine’s figures', async () => {
    const printed = await figures(`--bank=${folder}`, '--learners=3', '--questions=5', '--seed=9');
    const examine = quizExamination(smallBank(), {
      questions: 5,
      rule: varianceReduction,
      ability: 'prior',
      difficultyError: 0,
      difficultySeed: 1,
      slip: 0,
      seed: 9,
    });
    const { randomDomainRmse, targets, ...others } = printed;
    expect(others).toEqual(figuresOf(tallyOfAll(examine, smallBank().items.size, 3)));
    expect(randomDomainRmse).toBeGreaterThan(0);
    const { maxExposure, unfittedSkills } = figuresOf(
      tallyOfAll(examine, smallBank().items.size, 3),
    );
    expect(targets).toMatchObject({ unfittedSkills, mostExposed: { share: maxExposure } });
    const { intervalRatio, mostExposed } = z
      .object({ intervalRatio: z.number(), mostExposed: z.object({ item: z.string() }) })
      .parse(targets);
    expect(intervalRatio).toBeGreaterThan(0.3);
    expect(smallBank().items.has(mostExposed.item)).toBe(true);
  });

  test('gives the same figures, by the same names, whatever the number of workers', async () => {
    const args = ['--synthetic=2x3x6', '--kind=mixed', '--learners=130', '--questions=6'];
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((workers) => figures(...args, `--workers=${workers}`)),
    );
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(JSON.stringify(three)).toBe(JSON.stringify(one));
    expect(Object.keys(one ?? {})).toEqual(
      expect.arrayContaining([
        ...['domainRmse', 'randomDomainRmse', 'coverage90', 'skillRmse', 'meanSe'],
        ...['bias', 'biasByRegion', 'reliability', 'coverage95', 'levelCoverage90'],
        ...['skillCoverage90', 'maxExposure', 'unusedItems', 'meanLength'],
      ]),
    );
  });

  test('prints a table where no JSON is wanted, and nothing of its progress to a pipe', async () => {
    const { status, stdout, stderr } = await simulate(
      ...['--synthetic=2x2x5', '--learners=30', '--questions=5', '--rule=random'],
    );
    const value = (name: string) => new RegExp(`^${name} +([\\d.]+)`, 'm').exec(stdout)?.[1];
    expect(value('domain RMSE, logits')).toMatch(/^0\.\d{3}$/);
    expect(value(' {2}asked at random')).toBe(value('domain RMSE, logits'));
    expect(value('mean length, questions')).toBe('5.0');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('shows how it is used and ends with 2 when called wrongly', async () => {
    const { status, stdout, stderr } = await simulate('--learner=20', '--questoins', '5');
    expect(stderr).toContain('--learner is not an option');
    expect(stderr).toContain('--questoins is not an option');
    expect(stderr).toContain('usage: npm run -s simulate');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('says what went wrong in a worker, without a stack, and ends with 1', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'sextant-no-bank-'));
    const { status, stdout, stderr } = await simulate(`--bank=${empty}`, '--learners=2');
    rmSync(empty, { recursive: true });
    expect(stderr).toContain(`The question bank in ${empty} has problems`);
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test('tells how it is used where asked', async () => {
    const { status, stdout } = await simulate('--help');
    expect(stdout).toContain('--difficulty-error');
    expect(status).toBe(0);
  });
});
