import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownNumber } from '#lib/engine/proof/number-shown.ts';

describe('an option shows a number', () => {
  test.each<[text: string, is: readonly number[], isNot: readonly number[]]>([
    ['5', [5, 5.4, 4.6], [5.6, -5]],
    ['0.25', [0.25, 0.254], [0.256, 0.24]],
    ['about $0.5$ of them', [0.5, 0.54], [0.56]],
    ['$-3$', [-3], [3]],
    ['\u22123', [-3], [3]],
    ['$- 3.0$', [-3.04], [3, -3.06]],
    ['$\\frac{1}{3}$', [1 / 3], [0.33, 1]],
    ['$-\\frac{1}{3}$', [-1 / 3], [1 / 3]],
    ['$\\dfrac{-2}{4}$', [-0.5], [0.5]],
    ['1,250,000', [1250000], [1]],
    ['25%', [25, 0.25], [0.26, 2.5]],
    ['$12.5\\%$', [12.5, 0.125, 0.1254], [0.126]],
    ['1.5e-3', [0.0015, 0.00154], [0.0016, 1.5]],
  ])('%s', (text, is, isNot) => {
    const shown = shownNumber(text);
    for (const exact of is) expect([exact, shown?.is(exact)]).toEqual([exact, true]);
    for (const exact of isNot) expect([exact, shown?.is(exact)]).toEqual([exact, false]);
  });

  test.each(['', 'none of them', '$x$', 'ten'])('but not where there is none: %j', (text) => {
    expect(shownNumber(text)).toBeNull();
  });

  test('as precisely as its decimals say', () => {
    const value = fc.double({ min: -1000, max: 1000, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 4 }), (exact, decimals) => {
        const shown = shownNumber(exact.toFixed(decimals));
        expect(shown?.is(exact)).toBe(true);
        expect(shown?.is(exact + 1.1 * 10 ** -decimals)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
