import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gaussHermite,
  normalCdf,
  normalDensity,
  normalQuantile,
} from '#lib/engine/kernel/normal.ts';

// scipy 1.17.1: scipy.stats.norm.cdf / .ppf
const CDF: readonly (readonly [number, number])[] = [
  [-8, 6.22096057427174e-16],
  [-3, 0.0013498980316300933],
  [-1, 0.15865525393145707],
  [0, 0.5],
  [1, 0.8413447460685429],
  [5, 0.9999997133484281],
];
const QUANTILE: readonly (readonly [number, number])[] = [
  [1e-300, -37.0470962993612],
  [1e-10, -6.361340902404056],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.3, -0.5244005127080409],
  [0.975, 1.959963984540054],
];

describe('normalCdf', () => {
  test.each(CDF)('agrees with scipy at %d', (x, p) => {
    expect(Math.abs(normalCdf(x) - p)).toBeLessThan(1e-14);
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(2e-8);
  });

  test('is 0 and 1 far out, and NaN of NaN', () => {
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  test('never falls and mirrors about 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        expect(normalCdf(x + 1e-3)).toBeGreaterThanOrEqual(normalCdf(x) - 1e-15);
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
      }),
      { numRuns: 500 },
    );
  });

  test('has the density as its slope', () => {
    for (const x of [-4, -1.3, 0, 0.7, 3]) {
      const slope = (normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5;
      expect(slope).toBeCloseTo(normalDensity(x), 9);
    }
  });
});

describe('normalQuantile', () => {
  test.each(QUANTILE)('agrees with scipy at %d', (p, x) => {
    expect(Math.abs(normalQuantile(p) / x - 1)).toBeLessThan(1e-14);
  });

  test('undoes the distribution function', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-13);
      }),
      { numRuns: 500 },
    );
  });

  test('is infinite at the ends and NaN outside', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
  });
});

describe('gaussHermite', () => {
  test.each([1, 2, 3, 7, 15, 31, 64])('gives the moments of the normal with %d nodes', (count) => {
    const { nodes, weights } = gaussHermite(count);
    let moment = 1; // E Z^(2k) = (2k − 1)!!
    for (let k = 0; k < Math.min(count, 8); k += 1) {
      const sum = nodes.reduce((total, x, i) => total + (weights[i] ?? 0) * x ** (2 * k), 0);
      expect(sum / moment).toBeCloseTo(1, 10);
      moment *= 2 * k + 1;
    }
  });

  test('agrees with the tabled three nodes', () => {
    const { nodes, weights } = gaussHermite(3);
    expect([...nodes].map((x) => Number(x.toFixed(12)) + 0)).toEqual([
      Number((-Math.sqrt(3)).toFixed(12)),
      0,
      Number(Math.sqrt(3).toFixed(12)),
    ]);
    expect(weights[1]).toBeCloseTo(2 / 3, 13);
  });

  test('refuses counts it cannot do', () => {
    expect(() => gaussHermite(0)).toThrow(RangeError);
    expect(() => gaussHermite(65)).toThrow(RangeError);
  });
});
