import { expect, test } from 'vitest';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { unfittedSkills } from '#lib/engine/measure/selection/fitting-items.ts';
import { type PoolItem, itemPool } from '#lib/engine/measure/selection/item-pool.ts';
import { openItems } from '#lib/engine/measure/selection/open-items.ts';

const tree = skillTree([0, 0]);
const guessing = 0;
/** Of the first skill three plain items; of the second one with steps around −1.5 and 0.5. */
const items: PoolItem[] = [
  ...[-2, 0, 2].map((difficulty, family) => ({
    skill: 0,
    family,
    parameters: { discrimination: 1, difficulty, guessing },
  })),
  { skill: 1, family: 3, parameters: { discrimination: 1, steps: [-1.5, 0.5], guessing: [0, 0] } },
];
const pool = itemPool(tree, items);
const variance = { global: 0.4, domain: 0.3, skill: 0.2 };
const { gaussian } = beliefs(priorOf(tree, variance), []);
const left = (met: readonly number[], mean: readonly [number, number]) =>
  unfittedSkills(pool, openItems(pool, new Uint8Array(4).fill(1), [0], met), {
    ...gaussian,
    mean: Float64Array.from(mean),
  });

test('a skill is fitted while an open item is one step of difficulty away at most', () => {
  expect(left([], [0, 0])).toBe(0);
  expect(left([1], [0, 0])).toBe(1);
  expect(left([1], [1, 0])).toBe(0);
  expect(left([1, 3], [0, 0])).toBe(2);
});

test('an item with steps is where their mean is, and abilities beyond the scale ask for its ends', () => {
  expect(left([], [0, 0.5])).toBe(0);
  expect(left([], [0, 0.6])).toBe(1);
  expect(left([], [5, 0])).toBe(0);
  expect(left([2], [5, 0])).toBe(1);
});
