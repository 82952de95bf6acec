import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correlatedBench } from '../../src/cli/bench/correlated.ts';
import { engineSpeed } from '../../src/cli/bench/engine-speed.ts';
import { oneAbilityBench } from '../../src/cli/bench/one-ability.ts';
import { denseExpectation } from '#lib/engine/measure/simulation/one-dimension.ts';
import { runScript } from './run-script.ts';

let folder = '';
const at = (name: string) => join(folder, name);
const rowsOf = (name: string) =>
  parse<Record<string, string>>(readFileSync(at(name)), { columns: true });

const items = [
  { item: 'easy', a: 1.2, b: -1.5, c: 0 },
  { item: 'middle, sharp', a: 1.8, b: 0.1, c: 0.2 },
  { item: 'middle', a: 0.9, b: 0.2, c: 0 },
  { item: 'hard', a: 1.4, b: 1.6, c: 0.25 },
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-bench-'));
  const rows = items.map(({ item, a, b, c }) => `"${item}",${a},${b},${c},1`);
  writeFileSync(at('items.csv'), ['item,a,b,c,d', ...rows, ''].join('\n'));
  writeFileSync(at('learners.csv'), 'person,theta\nann,0.5\nbo,-1.25\n');
  writeFileSync(at('responses.txt'), '1101\n1000\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('npm run bench:measure with files', { timeout: 60_000, concurrent: true }, () => {
  const bench = (...more: readonly string[]) =>
    runScript(
      'bench-measure.ts',
      `--items=${at('items.csv')}`,
      `--learners=${at('learners.csv')}`,
      `--responses=${at('responses.txt')}`,
      ...more,
    );

  test('tests every learner by the responses of the file and writes what it estimates', async () => {
    const ran = await bench('--length=3', '--json', `--estimates=${at('estimates.csv')}`);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    const [figures] = (JSON.parse(ran.stdout) as { files: [Record<string, number>] }).files;
    expect(figures).toMatchObject({ items: 4, people: 2, length: 3 });
    expect(figures['microsecondsPerItem']).toBeGreaterThan(0);
    expect(figures['largestDifference']).toBeLessThan(1e-6);

    const [ann, bo] = rowsOf('estimates.csv');
    // Nothing is known at first, so the sharpest item at 0 is the first one.
    expect(ann?.['person']).toBe('ann');
    expect(ann?.['items']).toMatch(/^middle, sharp /);
    expect(Number(ann?.['theta'])).toBeGreaterThan(Number(bo?.['theta']));
    expect(figures['rmse']).toBeCloseTo(
      Math.hypot(Number(ann?.['theta']) - 0.5, Number(bo?.['theta']) + 1.25) / Math.SQRT2,
      12,
    );
    expect(figures['meanSe']).toBeCloseTo((Number(ann?.['se']) + Number(bo?.['se'])) / 2, 12);
  });

  test('asks no more than there is', async () => {
    const { stdout } = await bench('--json', `--estimates=${at('all.csv')}`);
    expect((JSON.parse(stdout) as { files: object[] }).files).toHaveLength(1);
    const [ann] = rowsOf('all.csv');
    const answers = items.map(({ a, b, c }, i) => ({
      parameters: { discrimination: a, difficulty: b, guessing: c },
      category: Number('1101'[i]),
    }));
    expect(Number(ann?.['theta'])).toBeCloseTo(denseExpectation(answers), 6);
  });

  test('ends with 2 and names the file where one is wrong, and what it lacks where one is left out', async () => {
    writeFileSync(at('odd.txt'), '1101\n10x0\n');
    const odd = await bench(`--responses=${at('odd.txt')}`);
    expect(odd.stderr).toContain(`${at('odd.txt')}:2: a response is 0 or 1, not "x"`);
    expect(odd).toMatchObject({ status: 2, stdout: '' });
    const alone = await runScript('bench-measure.ts', `--items=${at('items.csv')}`);
    expect(alone.stderr).toContain('--items, --learners and --responses go together');
    expect(alone.status).toBe(2);
  });
});

describe('the benches', () => {
  test('time the engine on made-up banks of a size', () => {
    const { items: size, domains, ...speed } = engineSpeed(60, 18, 3);
    expect({ size, domains }).toEqual({ size: 60, domains: 2 });
    expect(Object.values(speed).every((value) => value > 0)).toBe(true);
    expect(speed.selectionNanosecondsPerItem).toBeCloseTo(
      (1000 * speed.selectionMicroseconds) / 60,
    );
  });

  test('find the estimates of one ability where dense quadrature does', () => {
    const figures = oneAbilityBench(100, 60, 15, 7);
    expect(figures.largestDifference).toBeLessThan(1e-5);
    expect(Math.abs(figures.rmse - figures.meanSe)).toBeLessThan(0.08);
  });

  test('measure abilities better together than apart', () => {
    const [together, apart, fifty] = correlatedBench(100, 7);
    expect(together!.rmse).toBeLessThan(apart!.rmse - 0.02);
    for (const { coverage95 } of [together!, apart!, fifty!]) {
      expect(coverage95).toBeGreaterThan(0.92);
      expect(coverage95).toBeLessThan(0.98);
    }
    expect(fifty!.rmse).toBeLessThan(0.75);
  });
});
