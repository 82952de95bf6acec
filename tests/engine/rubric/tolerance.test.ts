import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tolerance } from '#lib/engine/bank/kinds/criterion.ts';
import { isClose, tellTolerance } from '#lib/engine/rubric/scorers/tolerance.ts';

const key = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const modest = fc.double({ min: -1000, max: 1000, noNaN: true });
/** Clearly inside, or clearly outside, what the words allow. */
const inside = fc.double({ min: -0.999, max: 0.999, noNaN: true });
const outside = fc
  .tuple(fc.double({ min: 1.001, max: 50, noNaN: true }), fc.constantFrom(-1, 1))
  .map(([size, sign]) => size * sign);

describe('the words', () => {
  test.each<[Tolerance, string]>([
    ['exact', 'The exact value counts.'],
    [{ absolute: 0.01 }, 'Within 0.01 of the exact value counts.'],
    [{ relative: 0.01 }, 'Within 1 % of the exact value counts.'],
    [{ relative: 0.07 }, 'Within 7 % of the exact value counts.'],
    [{ relative: 0.005 }, 'Within 0.5 % of the exact value counts.'],
    [{ decimals: 0 }, 'Round to a whole number, or give more digits.'],
    [{ decimals: 1 }, 'Round to 1 decimal place, or give more digits.'],
    [{ decimals: 3 }, 'Round to 3 decimal places, or give more digits.'],
    [{ significant: 1 }, 'Round to 1 significant figure, or give more digits.'],
    [{ significant: 3 }, 'Round to 3 significant figures, or give more digits.'],
  ])('for %j are "%s"', (tolerance, words) => {
    expect(tellTolerance(tolerance)).toBe(words);
  });
});

describe('the words and the rule agree', () => {
  test('on "within so much of the exact value"', () => {
    const size = fc.constantFrom(0.001, 0.01, 0.5, 2);
    fc.assert(
      fc.property(key, size, inside, outside, (exact, absolute, near, far) => {
        const [, told = ''] = /^Within (\S+) of/.exec(tellTolerance({ absolute })) ?? [];
        const allowed = Number(told);
        expect(isClose(exact + near * allowed, exact, { absolute })).toBe(true);
        const apart = far * (allowed + 2e-9 * Math.max(1, Math.abs(exact)));
        expect(isClose(exact + apart, exact, { absolute })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('on "within so many percent of the exact value"', () => {
    const size = fc.constantFrom(0.001, 0.01, 0.05, 0.2);
    const awayFromZero = key.filter((exact) => Math.abs(exact) > 0.01);
    fc.assert(
      fc.property(awayFromZero, size, inside, outside, (exact, relative, near, far) => {
        const [, told = ''] = /^Within (\S+) % of/.exec(tellTolerance({ relative })) ?? [];
        const allowed = (Number(told) / 100) * exact;
        expect(isClose(exact + near * allowed, exact, { relative })).toBe(true);
        expect(isClose(exact + far * allowed, exact, { relative })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('on "round to so many places, or give more digits"', () => {
    fc.assert(
      fc.property(modest, fc.integer({ min: 0, max: 4 }), fc.nat(3), (exact, decimals, more) => {
        const rounded = Number(exact.toFixed(decimals));
        expect(isClose(rounded, exact, { decimals })).toBe(true);
        expect(isClose(Number(exact.toFixed(decimals + more)), exact, { decimals })).toBe(true);
        const step = 0.55 * 10 ** -decimals;
        expect(isClose(exact + step, exact, { decimals })).toBe(false);
        expect(isClose(exact - step, exact, { decimals })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('on "round to so many significant figures, or give more digits", at any size of the key', () => {
    const anySize = fc
      .tuple(
        fc.double({ min: 1, max: 9.999, noNaN: true }),
        fc.integer({ min: -30, max: 30 }),
        fc.constantFrom(-1, 1),
      )
      .map(([digits, power, sign]) => Number(`${sign * digits}e${power}`));
    fc.assert(
      fc.property(
        anySize,
        fc.integer({ min: 1, max: 6 }),
        fc.nat(3),
        (exact, significant, more) => {
          const rounded = Number(exact.toPrecision(significant));
          expect(isClose(rounded, exact, { significant })).toBe(true);
          const longer = Number(exact.toPrecision(significant + more));
          expect(isClose(longer, exact, { significant })).toBe(true);
          // A unit of the last figure asked for, read off the key as it is written.
          const [, exponent = '0'] = exact.toExponential(9).split('e');
          const step = 0.55 * 10 ** (Number(exponent) - significant + 1);
          expect(isClose(exact + step, exact, { significant })).toBe(false);
          expect(isClose(exact - step, exact, { significant })).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('on "the exact value": a fraction is as good as its decimals, one digit less is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        (top, bottom) => {
          const exact = Number((top / bottom).toPrecision(12));
          expect(isClose(top / bottom, exact, 'exact')).toBe(true);
          expect(isClose(exact * 1.00001, exact, 'exact')).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the rule', () => {
  test.each<[number, number, Tolerance, boolean]>([
    [0.1 + 0.2, 0.3, 'exact', true],
    [0.3001, 0.3, 'exact', false],
    [5, 5, 'exact', true],
    [1e12, 1e12 + 1, 'exact', true],
    [1.01, 1, { absolute: 0.01 }, true],
    [0.99, 1, { absolute: 0.01 }, true],
    [1.0101, 1, { absolute: 0.01 }, false],
    [101, 100, { relative: 0.01 }, true],
    [-101, -100, { relative: 0.01 }, true],
    [98.9, 100, { relative: 0.01 }, false],
    [0, 0, { relative: 0.01 }, true],
    [0.01, 0, { relative: 0.01 }, false],
    [0.67, 2 / 3, { decimals: 2 }, true],
    [0.66, 2 / 3, { decimals: 2 }, false],
    [0.6667, 2 / 3, { decimals: 2 }, true],
    [2.5, 2, { decimals: 0 }, true],
    [2.51, 2, { decimals: 0 }, false],
    [0.667, 2 / 3, { significant: 3 }, true],
    [0.66667, 2 / 3, { significant: 3 }, true],
    [0.67, 2 / 3, { significant: 3 }, false],
    [66.7, 200 / 3, { significant: 3 }, true],
    [67, 200 / 3, { significant: 3 }, false],
    [1235, 1234.5, { significant: 4 }, true],
    [10, 9.996, { significant: 3 }, true],
    [9.99, 9.996, { significant: 3 }, false],
    [1000, 1000, { significant: 3 }, true],
    [1005, 1000, { significant: 3 }, true],
    [1005.1, 1000, { significant: 3 }, false],
    [3.2e-12, 3.21e-12, { significant: 2 }, true],
    [0, 3.21e-12, { significant: 2 }, false],
    [0, 0, { significant: 2 }, true],
    [1e-9, 0, { significant: 2 }, false],
    [0, 3e-12, { relative: 0.01 }, false],
    [NaN, 1, { absolute: 5 }, false],
    [Infinity, 1, { absolute: 5 }, false],
  ])('for %d against %d with %j: %s', (value, exact, tolerance, close) => {
    expect(isClose(value, exact, tolerance)).toBe(close);
  });

  test('looks at the distance only: nearer is never worse', () => {
    const tolerance = fc.constantFrom<Tolerance>(
      'exact',
      { absolute: 0.1 },
      { relative: 0.1 },
      { decimals: 1 },
      { significant: 2 },
    );
    const distance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        tolerance,
        distance,
        distance,
        (exact, of, x, y) => {
          const [near, far] = [Math.min(x, y), Math.max(x, y)];
          if (isClose(exact + far, exact, of)) expect(isClose(exact + near, exact, of)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
