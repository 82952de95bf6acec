import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash32, randomFrom } from '#lib/engine/kernel/random.ts';

const part = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }));

function bits(word: number): number {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

describe('hash32', () => {
  test('keeps its values for good: stored attempts depend on them', () => {
    expect(hash32()).toBe(0);
    expect(hash32('a', 1)).toBe(2760708455);
    expect(hash32('attempt', 7)).toBe(2950842325);
  });

  test('tells apart what only looks alike', () => {
    expect(hash32('ab', 'c')).not.toBe(hash32('a', 'bc'));
    expect(hash32(1)).not.toBe(hash32('1'));
    expect(hash32('')).not.toBe(hash32());
    expect(hash32('', 'a')).not.toBe(hash32('a', ''));
    expect(hash32(0)).toBe(hash32(-0));
  });

  test('near seeds change half of the bits', () => {
    let changed = 0;
    for (let i = 0; i < 2000; i += 1) changed += bits(hash32('item', i) ^ hash32('item', i + 1));
    expect(changed / 2000).toBeGreaterThan(15.5);
    expect(changed / 2000).toBeLessThan(16.5);
  });

  test('is an unsigned 32-bit integer', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const hash = hash32(...parts);
        expect(hash).toBe(hash >>> 0);
      }),
      { numRuns: 300 },
    );
  });

  test('refuses a number that is no number', () => {
    expect(() => hash32(Number.NaN)).toThrow(RangeError);
    expect(() => hash32(Infinity)).toThrow(RangeError);
  });
});

describe('randomFrom', () => {
  test('keeps its values for good: stored attempts depend on them', () => {
    const random = randomFrom('a', 1);
    expect(random.unit()).toBe(0.6384037287514044);
    expect(random.normal()).toBeCloseTo(0.2599848061653029, 14);
    expect(random.integer(1, 6)).toBe(3);
    expect(random.shuffle([1, 2, 3, 4])).toEqual([1, 4, 2, 3]);
  });

  test('same parts give the same stream, other parts another', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const [one, same, other] = [
          randomFrom(...parts),
          randomFrom(...parts),
          randomFrom(...parts, 0),
        ];
        const values = [one.unit(), one.unit(), one.unit()];
        expect([same.unit(), same.unit(), same.unit()]).toEqual(values);
        expect([other.unit(), other.unit(), other.unit()]).not.toEqual(values);
      }),
      { numRuns: 300 },
    );
  });

  test('streams of near seeds are uncorrelated', () => {
    let product = 0;
    const pairs = 4000;
    for (let i = 0; i < pairs; i += 1)
      product += randomFrom(i).normal() * randomFrom(i + 1).normal();
    expect(Math.abs(product / pairs)).toBeLessThan(4 / Math.sqrt(pairs));
  });

  test('unit lies in [0, 1) and is uniform', () => {
    const random = randomFrom('uniform');
    const cells = new Array<number>(20).fill(0);
    let outside = false;
    for (let i = 0; i < 20000; i += 1) {
      const value = random.unit();
      outside ||= value < 0 || value >= 1;
      const cell = Math.floor(value * 20);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    expect(outside).toBe(false);
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(43.8); // 99.9 % point, 19 degrees of freedom
  });

  test('normal has mean 0, variance 1 and no skew', () => {
    const random = randomFrom('normal');
    const values = Array.from({ length: 20000 }, () => random.normal());
    const moment = (power: number) =>
      values.reduce((sum, value) => sum + value ** power, 0) / values.length;
    expect(Math.abs(moment(1))).toBeLessThan(0.03);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.04);
    expect(Math.abs(moment(3))).toBeLessThan(0.1);
  });

  test('integer reaches both ends and nothing outside', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -1000, max: 1000 }),
        fc.nat(5),
        (seed, lo, width) => {
          const random = randomFrom(seed);
          const seen = new Set(Array.from({ length: 200 }, () => random.integer(lo, lo + width)));
          expect(Math.min(...seen)).toBe(lo);
          expect(Math.max(...seen)).toBe(lo + width);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('shuffle keeps the elements and leaves its argument alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer()), (seed, list) => {
        const before = [...list];
        const shuffled = randomFrom(seed).shuffle(list);
        expect(list).toEqual(before);
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test('shuffle gives all orders of three about as often', () => {
    const random = randomFrom('orders');
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  test('pick takes from the list, and throws when there is nothing to take', () => {
    expect(['x', 'y']).toContain(randomFrom('pick').pick(['x', 'y']));
    expect(() => randomFrom('pick').pick([])).toThrow(RangeError);
  });

  test('integer throws on an empty or broken range', () => {
    expect(() => randomFrom(1).integer(3, 2)).toThrow(RangeError);
    expect(() => randomFrom(1).integer(0.5, 2)).toThrow(RangeError);
  });
});
