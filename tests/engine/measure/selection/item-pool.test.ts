import { describe, expect, test } from 'vitest';
import { fisherInformation } from '#lib/engine/measure/models/item-parameters.ts';
import { NODES, NODE_COUNT } from '#lib/engine/measure/posterior/grid.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import {
  type PoolItem,
  itemCount,
  itemPool,
  placeOnGrid,
} from '#lib/engine/measure/selection/item-pool.ts';

const tree = skillTree([0, 1, 0, 1]);
const items: PoolItem[] = [0, 0, 1, 3, 3, 3].map((skill, i) => ({
  skill,
  family: i % 4,
  parameters:
    i === 2
      ? { discrimination: 1, steps: [-1, 1], guessing: [0.5, 0] }
      : { discrimination: 1 + i / 10, difficulty: i - 3, guessing: 0.2 },
}));

describe('itemPool', () => {
  const pool = itemPool(tree, items);

  test('knows where the items of each skill are, and the members of each family', () => {
    expect([...pool.firstOf]).toEqual([0, 2, 3, 3, 6]);
    expect([...pool.membersOf]).toEqual([
      [0, [0, 4]],
      [1, [1, 5]],
      [2, [2]],
      [3, [3]],
    ]);
  });

  test('holds the information of every item at every node, to single precision', () => {
    items.forEach(({ parameters }, i) => {
      NODES.forEach((theta, k) => {
        const expected = fisherInformation(parameters, theta);
        expect(pool.information[k * items.length + i]).toBe(Math.fround(expected));
      });
    });
    expect(pool.information).toHaveLength(NODE_COUNT * items.length);
  });

  test('counts the items of some domains', () => {
    expect(itemCount(pool, [0])).toBe(2);
    expect(itemCount(pool, [1])).toBe(4);
    expect(itemCount(pool, [0, 1])).toBe(6);
  });

  test('holds nothing where there is nothing', () => {
    const empty = itemPool(tree, []);
    expect([...empty.firstOf]).toEqual([0, 0, 0, 0, 0]);
    expect(itemCount(empty, [0, 1])).toBe(0);
  });

  test('refuses items that do not go by skill', () => {
    expect(() => itemPool(tree, [items[3]!, items[0]!])).toThrow(RangeError);
  });
});

describe('placeOnGrid', () => {
  test('is the node itself on a node, and in between in between', () => {
    const middle = (NODE_COUNT - 1) / 2;
    expect(placeOnGrid(0)).toEqual({ node: middle, share: 0 });
    for (const [theta, below, share] of [
      [0.1, middle, 0.4],
      [-0.1, middle - 1, 0.6],
    ] as const) {
      const place = placeOnGrid(theta);
      expect(place.node).toBe(below);
      expect(place.share).toBeCloseTo(share, 12);
    }
  });

  test('stays within the grid, whatever the ability', () => {
    expect(placeOnGrid(-99)).toEqual({ node: 0, share: 0 });
    expect(placeOnGrid(99)).toEqual({ node: NODE_COUNT - 2, share: 1 });
  });
});
