import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { fisherInformation } from '#lib/engine/measure/models/item-parameters.ts';
import { NODES } from '#lib/engine/measure/posterior/grid.ts';
import { bareScan } from '#lib/engine/measure/simulation/bare-scan.ts';
import { drawCategory } from '#lib/engine/measure/simulation/learners.ts';
import {
  denseExpectation,
  oneDimensionPool,
  oneDimensionTest,
} from '#lib/engine/measure/simulation/one-dimension.ts';
import { normalItems } from '#lib/engine/measure/simulation/synthetic-bank.ts';

const items = normalItems(1, 200, { logMean: 0, logDeviation: 0.25 }, 1).map(
  ({ parameters }) => parameters,
);
const pool = oneDimensionPool(items);

/** Whoever is examined here answers by chance from a stream of their own. */
function answering(theta: number, seed: number): (item: number) => number {
  const random = randomFrom('answers', seed);
  return (item) => drawCategory(items[item]!, theta, 0, random);
}

/** The answers given, in order of the items met. */
function examined(theta: number, seed: number, length = 20) {
  const answers = new Map<number, number>();
  const draw = answering(theta, seed);
  const test = oneDimensionTest(pool, length, (item) => {
    const category = draw(item);
    answers.set(item, category);
    return category;
  });
  const judged = [...answers].map(([item, category]) => ({ parameters: items[item]!, category }));
  return { ...test, judged };
}

describe('the adaptive test of one ability', () => {
  test('finds where dense quadrature puts the ability', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const { estimate, judged } = examined(seed / 10 - 1.5, seed);
      expect(Math.abs(estimate.theta - denseExpectation(judged))).toBeLessThan(1e-6);
    }
  });

  test('asks what is most informative at what it believes so far, nothing twice', () => {
    const { met, judged } = examined(0.8, 4);
    expect(new Set(met).size).toBe(20);
    met.forEach((item, position) => {
      const theta = position === 0 ? 0 : denseExpectation(judged.slice(0, position));
      const open = items.map((_, i) => i).filter((i) => !met.slice(0, position).includes(i));
      const most = Math.max(...open.map((i) => fisherInformation(items[i]!, theta)));
      // Information is interpolated on the grid, so an item as good may come first.
      expect(fisherInformation(items[item]!, theta)).toBeGreaterThan(most - 0.01);
    });
  });

  test('is off by about its standard error', () => {
    const random = randomFrom('people', 1);
    const people = Array.from({ length: 400 }, (_, seed) => {
      const theta = random.normal();
      const { estimate } = examined(theta, seed);
      return { error: (estimate.theta - theta) ** 2, promised: estimate.standardError ** 2 };
    });
    const sum = (of: (each: (typeof people)[number]) => number) =>
      people.reduce((total, each) => total + of(each), 0);
    const ratio = sum(({ error }) => error) / sum(({ promised }) => promised);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.2);
  });

  test('ends when all has been asked, and knows nothing before the first answer', () => {
    expect(oneDimensionTest(pool, 1000, answering(0, 1)).met).toHaveLength(200);
    expect(oneDimensionTest(pool, 0, answering(0, 1))).toEqual({
      estimate: { theta: 0, standardError: 1 },
      met: [],
    });
  });
});

test('a bare scan finds the most informative item at an ability', () => {
  const end = NODES.at(-1)!; // beyond the grid, what holds at its end does
  for (const theta of [-end - 1, -1.13, 0, 0.4, 2.5]) {
    const held = Math.max(-end, theta);
    const most = Math.max(...items.map((item) => fisherInformation(item, held)));
    const found = fisherInformation(items[bareScan(pool, theta)]!, held);
    expect(found).toBeGreaterThan(most - 0.01);
  }
});
