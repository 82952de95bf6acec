import { describe, expect, test } from 'vitest';
import {
  normalItems,
  syntheticItems,
  withDifficultyError,
} from '#lib/engine/measure/simulation/synthetic-bank.ts';

const size = { domains: 5, skills: 40, items: 320, kind: 'mixed', seed: 1 } as const;
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));

/** Guessing of each item. */
const guessing = (kind: 'constructed' | 'single-choice' | 'mixed' | number) =>
  syntheticItems({ ...size, kind }).items.map(({ parameters }) => parameters.guessing);

describe('a synthetic bank', () => {
  test('shares its skills and items out evenly, each item a family of its own', () => {
    const { tree, items } = syntheticItems(size);
    expect(tree.skillsOf.map((skills) => skills.length)).toEqual([8, 8, 8, 8, 8]);
    const skills = items.map(({ skill }) => skill);
    expect(skills).toEqual(Array.from({ length: 320 }, (_, i) => Math.floor(i / 8)));
    expect(new Set(items.map(({ family }) => family)).size).toBe(320);
  });

  test('of sizes that do not divide leaves nobody out and goes by skill', () => {
    const { tree, items } = syntheticItems({ ...size, domains: 3, skills: 10, items: 64 });
    expect(tree.skillsOf.map((skills) => skills.length).toSorted()).toEqual([3, 3, 4]);
    const own = tree.domainOf.map((_, s) => items.filter(({ skill }) => skill === s).length);
    expect(own.toSorted()).toEqual([6, 6, 6, 6, 6, 6, 7, 7, 7, 7]);
    expect(items.map(({ skill }) => skill)).toEqual(
      items.map(({ skill }) => skill).toSorted((a, b) => a - b),
    );
  });

  test('can be guessed as its kind says', () => {
    expect(new Set(guessing('constructed'))).toEqual(new Set([0]));
    expect(new Set(guessing('single-choice'))).toEqual(new Set([0.2]));
    expect(guessing('mixed').filter((c) => c === 0)).toHaveLength(160);
    expect(guessing(0.25).filter((c) => c === 0.2)).toHaveLength(80);
    expect(guessing(0.25).slice(0, 8)).toEqual([0, 0, 0, 0.2, 0, 0, 0, 0.2]);
  });

  test('has every difficulty in every skill and discriminations around 1.2', () => {
    const { items } = syntheticItems(size);
    const first = items
      .slice(0, 8)
      .flatMap(({ parameters: p }) => ('steps' in p ? [] : p.difficulty));
    expect(new Set(first)).toEqual(new Set([-2, -1, 0, 1, 2]));
    const logs = items.map(({ parameters }) => Math.log(parameters.discrimination));
    expect(mean(logs)).toBeCloseTo(0.2, 1);
    expect(deviation(logs)).toBeCloseTo(0.3, 1);
  });

  test('is decided by its seed', () => {
    expect(syntheticItems(size)).toEqual(syntheticItems({ ...size }));
    expect(syntheticItems(size)).not.toEqual(syntheticItems({ ...size, seed: 2 }));
  });
});

test('normal items have the spreads they are asked for', () => {
  const items = normalItems(2, 2000, { logMean: 0.1, logDeviation: 0.25 }, 3);
  const logs = items.map(({ parameters }) => Math.log(parameters.discrimination));
  const difficulties = items.flatMap(({ parameters: p }) => ('steps' in p ? [] : p.difficulty));
  expect(items.filter(({ skill }) => skill === 0)).toHaveLength(2000);
  expect(Math.abs(mean(logs) - 0.1)).toBeLessThan(0.02);
  expect(Math.abs(deviation(logs) - 0.25)).toBeLessThan(0.02);
  expect(Math.abs(mean(difficulties))).toBeLessThan(0.06);
  expect(Math.abs(deviation(difficulties) - 1)).toBeLessThan(0.05);
});

test('an error moves difficulties by its deviation, all steps of an item together, and nothing else', () => {
  const { items } = syntheticItems(size);
  const partial = {
    skill: 0,
    family: 999,
    parameters: { discrimination: 1, steps: [-1, 0.5], guessing: [0.2, 0] },
  };
  const moved = withDifficultyError([partial, ...items], 0.5, 1);
  const [steps] = moved.flatMap(({ parameters: p }) => ('steps' in p ? [p.steps] : []));
  expect(steps![1]! - steps![0]!).toBeCloseTo(1.5, 12);
  const errors = items.map(({ parameters: before }, i) => {
    const { parameters: after } = moved[i + 1]!;
    expect(after).toMatchObject({
      discrimination: before.discrimination,
      guessing: before.guessing,
    });
    return 'steps' in before || 'steps' in after ? NaN : after.difficulty - before.difficulty;
  });
  expect(Math.abs(mean(errors))).toBeLessThan(0.1);
  expect(Math.abs(deviation(errors) - 0.5)).toBeLessThan(0.06);
  expect(withDifficultyError(items, 0, 1)).toEqual(items);
});
