import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { categoryProbabilities } from '#lib/engine/measure/models/item-parameters.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import {
  type AbilityDistribution,
  drawAbilities,
  drawCategory,
  learnerSeed,
} from '#lib/engine/measure/simulation/learners.ts';

const tree = skillTree([0, 0, 1]);
const variance = { global: 0.45, domain: 0.3, skill: 0.25 };
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('abilities', () => {
  const drawn = (distribution: AbilityDistribution) =>
    Array.from({ length: 20_000 }, (_, seed) => drawAbilities(tree, variance, distribution, seed));
  const covariance = (abilities: readonly Float64Array[], s: number, t: number) =>
    mean(abilities.map((each) => each[s]! * each[t]!));

  test.each(['prior', 'skewed'] as const)('%s: have the covariance of the tree', (distribution) => {
    const abilities = drawn(distribution);
    for (const s of [0, 1, 2])
      expect(Math.abs(mean(abilities.map((a) => a[s]!)))).toBeLessThan(0.03);
    expect(Math.abs(covariance(abilities, 0, 0) - 1)).toBeLessThan(0.05);
    expect(Math.abs(covariance(abilities, 0, 1) - 0.75)).toBeLessThan(0.05);
    expect(Math.abs(covariance(abilities, 0, 2) - 0.45)).toBeLessThan(0.05);
  });

  test('are lopsided only where they are drawn so', () => {
    const third = (distribution: AbilityDistribution) =>
      mean(drawn(distribution).map(([first = 0]) => first ** 3));
    expect(Math.abs(third('prior'))).toBeLessThan(0.1);
    // Skewness 2/√3 of each part, whose third moments add up.
    const expected = (2 / Math.sqrt(3)) * (0.45 ** 1.5 + 0.3 ** 1.5 + 0.25 ** 1.5);
    expect(Math.abs(third('skewed') - expected)).toBeLessThan(0.15);
  });

  test('are the same for the same seed, and no two learners of two simulations share one', () => {
    expect(drawAbilities(tree, variance, 'prior', 5)).toEqual(
      drawAbilities(tree, variance, 'prior', 5),
    );
    const seeds = [-1, 0, 1].flatMap((seed) => [0, 1, 999_999].map((i) => learnerSeed(seed, i)));
    expect(new Set(seeds).size).toBe(9);
  });
});

describe('categories', () => {
  const item = { discrimination: 1.3, steps: [-0.5, 0.8], guessing: [0.3, 0.1] };
  const shares = (slip: number) => {
    const random = randomFrom('categories', slip);
    const counts = [0, 0, 0];
    for (let i = 0; i < 20_000; i += 1) counts[drawCategory(item, 0.4, slip, random)]! += 1;
    return counts.map((count) => count / 20_000);
  };

  test('come as often as the model says, and less often for those who slip', () => {
    const expected = categoryProbabilities(item, 0.4);
    shares(0).forEach((share, k) => {
      expect(Math.abs(share - expected[k]!)).toBeLessThan(0.015);
    });
    shares(0.25).forEach((share, k) => {
      const slipped = 0.75 * expected[k]! + (k === 0 ? 0.25 : 0);
      expect(Math.abs(share - slipped)).toBeLessThan(0.015);
    });
    expect(shares(1)).toEqual([1, 0, 0]);
  });
});
