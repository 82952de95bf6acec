import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { type PoolItem, itemPool } from '#lib/engine/measure/selection/item-pool.ts';
import { openItems, preference } from '#lib/engine/measure/selection/open-items.ts';

const parameters = { discrimination: 1, difficulty: 0, guessing: 0 };
const tree = skillTree([0, 0, 1]);
/** Two items for each skill; the last of one skill and the first of the next are of one family. */
const items = [0, 0, 1, 1, 2, 2].map((skill, i): PoolItem => {
  return { skill, family: Math.ceil(i / 2), parameters };
});
const pool = itemPool(tree, items);
const all = new Uint8Array(items.length).fill(1);

describe('openItems', () => {
  test('leaves all open before the first question', () => {
    const open = openItems(pool, all, [0, 1], []);
    expect([...open.skillRank]).toEqual([1, 1, 1]);
    expect([...open.itemRank]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('closes a family once one of it has been met, in other skills too', () => {
    expect([...openItems(pool, all, [0, 1], [1]).itemRank]).toEqual([1, 0, 0, 1, 1, 1]);
  });

  test('closes the skills of domains not asked about', () => {
    expect([...openItems(pool, all, [1], []).skillRank]).toEqual([0, 0, 1]);
  });

  test('puts a domain first once it has had a question and a half less than its share', () => {
    expect([...openItems(pool, all, [0, 1], [0, 1]).skillRank]).toEqual([1, 1, 1]);
    expect([...openItems(pool, all, [0, 1], [0, 1, 3]).skillRank]).toEqual([1, 1, 2]);
    expect([...openItems(pool, all, [0, 1], [0, 1, 3, 5]).skillRank]).toEqual([1, 1, 1]);
  });

  test('leaves the preference it was given alone', () => {
    const ranks = Uint8Array.of(4, 3, 2, 1, 4, 3);
    expect([...openItems(pool, ranks, [0, 1], [0]).itemRank]).toEqual([0, 3, 2, 1, 4, 3]);
    expect([...ranks]).toEqual([4, 3, 2, 1, 4, 3]);
  });
});

describe('preference', () => {
  const drawn = (chance: number, seen: readonly number[] = [], seed = 0) => [
    ...preference(pool, seen, chance, randomFrom('lottery', seed)),
  ];

  test('ranks all alike where the lottery draws all or none', () => {
    for (const chance of [0, 1]) expect(new Set(drawn(chance)).size).toBe(1);
  });

  test('ranks every fresh item before every one seen, drawn or not', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const ranks = drawn(0.5, [1, 4], seed);
      const fresh = ranks.filter((_, i) => i !== 1 && i !== 4);
      expect(Math.min(...fresh)).toBeGreaterThan(Math.max(ranks[1]!, ranks[4]!));
      expect(Math.min(...ranks)).toBeGreaterThan(0);
    }
  });

  test('draws the same items with the same seed, and others with another', () => {
    expect(drawn(0.5, [], 3)).toEqual(drawn(0.5, [], 3));
    expect(
      new Set(Array.from({ length: 20 }, (_, s) => drawn(0.5, [], s).join())).size,
    ).toBeGreaterThan(10);
  });

  test('draws each item in the share of attempts it was told', () => {
    const attempts = 4000;
    const counts = items.map(() => 0);
    const highest = drawn(1)[0]!;
    for (let seed = 0; seed < attempts; seed += 1) {
      drawn(0.3, [], seed).forEach((rank, i) => (counts[i]! += rank === highest ? 1 : 0));
    }
    // Four standard errors of 0.72 %.
    for (const count of counts) expect(Math.abs(count / attempts - 0.3)).toBeLessThan(0.03);
  });
});
