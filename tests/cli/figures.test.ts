import { expect, test } from 'vitest';
import { z } from 'zod';
import figures from '../../src/routes/about/measurement/figures.json' with { type: 'json' };
import { runScript } from './run-script.ts';

const simulated = z.object({
  levelRmse: z.number(),
  coverage90: z.number(),
  domainRmse: z.number(),
});

test('the page on measurement tells what the simulation gives today (if not: npm run figures)', async () => {
  const [told] = figures.cells;
  const { stdout } = await runScript(
    'simulate.ts',
    '--synthetic=5x8x8',
    `--kind=${told!.kind}`,
    `--questions=${told!.questions}`,
    `--learners=${figures.learners}`,
    `--seed=${figures.seed}`,
    '--json',
  );
  const now = simulated.parse(JSON.parse(stdout));
  expect(told!.levelRmse).toBeCloseTo(now.levelRmse, 3);
  expect(told!.coverage90).toBeCloseTo(now.coverage90, 4);
  expect(told!.domainRmse).toBeCloseTo(now.domainRmse, 4);
}, 60_000);

test('every cell it tells of covers 90 % within a point and a half, and leans nowhere in the middle', () => {
  expect(figures.cells).toHaveLength(9);
  for (const { kind, questions, coverage90, levelCoverage90, biasByRegion } of figures.cells) {
    const cell = `${kind}, ${questions} questions`;
    expect([cell, Math.abs(coverage90 - 0.9) <= 0.015]).toEqual([cell, true]);
    expect([cell, Math.abs(levelCoverage90 - 0.9) <= 0.015]).toEqual([cell, true]);
    expect([cell, Math.abs(biasByRegion[2]!) < 0.02]).toEqual([cell, true]);
  }
});

test('it tells that choosing pays and that wrong difficulties are borne', () => {
  const chosen = figures.cells.find(
    (each) => each.kind === 'constructed' && each.questions === 25,
  )!;
  expect(chosen.domainRmse).toBeLessThanOrEqual(figures.random.domainRmse);
  expect(figures.random.questions).toBe(55);
  expect(figures.wrongDifficulties.coverage90).toBeGreaterThan(0.85);
});
