import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '#lib/engine/rubric/readers/number.ts';

/** The number read, or the code of the problem. */
function read(typed: string, unit?: string): number | string {
  const result = readNumber(typed, unit);
  return result.ok ? result.value.value : result.error.code;
}

describe('a number as people type it', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['-0', 0],
    ['7', 7],
    ['+7', 7],
    ['-0.25', -0.25],
    ['.25', 0.25],
    ['-.5', -0.5],
    ['3.', 3],
    ['007', 7],
    ['  42\t', 42],
    ['3.145', 3.145],
    ['1/4', 0.25],
    ['-1/4', -0.25],
    ['1/-4', -0.25],
    ['-1/-4', 0.25],
    ['1 / 3', 1 / 3],
    ['0.5/2', 0.25],
    ['1e2/4', 25],
    ['0,5/2', 0.25],
    ['1\u20444', 0.25],
    ['1\u22154', 0.25],
    ['1÷4', 0.25],
    ['½', 0.5],
    ['-¾', -0.75],
    ['25%', 0.25],
    ['25 %', 0.25],
    ['12.5%', 0.125],
    ['0,5%', 0.005],
    ['1/4%', 0.0025],
    ['25\uFF05', 0.25],
    ['2.5e-1', 0.25],
    ['2.5E+3', 2500],
    ['1,5e3', 1500],
    ['2.5×10^-1', 0.25],
    ['2.5 x 10^3', 2500],
    ['2*10**3', 2000],
    ['2·10^(3)', 2000],
    ['2×10³', 2000],
    ['2.5 × 10⁻¹', 0.25],
    ['2×10⁺³', 2000],
    ['\u22123', -3],
    ['\u20133', -3],
    ['\uFF0D3', -3],
    ['１２', 12],
    ['１．５', 1.5],
    ['0,25', 0.25],
    [',5', 0.5],
    ['0,250', 0.25],
    ['3,14', 3.14],
    ['3,1415', 3.1415],
    ['1234,567', 1234.567],
    ['1,234,567', 1234567],
    ['-1,234,567.5', -1234567.5],
    ['1,234.5', 1234.5],
    ['1,234.0', 1234],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1.234.567,89', 1234567.89],
    ['1 234 567', 1234567],
    ['1\u202F234\u00A0567', 1234567],
    ['1 234,5', 1234.5],
    ["1'234'567", 1234567],
    ['1’234', 1234],
    ['1_000_000', 1000000],
    ['1e-999', 0],
  ])('%j is %d', (typed, value) => {
    expect(read(typed)).toBe(value);
  });

  test.each<[string, string, number]>([
    ['25', '%', 25],
    ['25%', '%', 25],
    ['1/4', '%', 0.25],
    ['5 ms', 'ms', 5],
    ['5ms', 'ms', 5],
    ['5 MS', 'ms', 5],
    ['5', 'ms', 5],
    ['1 234 ms', 'ms', 1234],
    ['5 ms²', 'ms²', 5],
    ['1/2 per 100 h', 'per 100 h', 0.5],
    ['3 µs', 'µs', 3],
    ['3 °C', '°C', 3],
    ['25%', 'GB', 0.25],
  ])('%j in %s is %d', (typed, unit, value) => {
    expect(read(typed, unit)).toBe(value);
  });
});

describe('an echo', () => {
  test.each<[string, string | undefined, boolean]>([
    ['0.25', undefined, false],
    ['-3', undefined, false],
    ['\u22123', undefined, false],
    ['5 ms', 'ms', false],
    ['1 234', undefined, false],
    ['1/4', undefined, true],
    ['25%', undefined, true],
    ['25%', '%', true],
    ['2.5e-1', undefined, true],
    ['0,25', undefined, true],
    ['1,234,567', undefined, true],
  ])('of %j (unit %s) is worth the while: %s', (typed, unit, worthEchoing) => {
    expect(readNumber(typed, unit)).toMatchObject({ ok: true, value: { worthEchoing } });
  });
});

describe('whatever is typed', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true });

  test('a number written by a machine is read as it was', () => {
    fc.assert(
      fc.property(double, (x) => {
        expect(read(String(x))).toBe(x + 0);
        expect(read(x.toExponential())).toBe(x + 0);
      }),
      { numRuns: 500 },
    );
  });

  test('an integer is read however its thousands are set apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1e6, max: 1e9 }),
        fc.constantFrom(',', '.', '_', ' ', "'"),
        (n, mark) => {
          expect(read(n.toLocaleString('en').replaceAll(',', mark))).toBe(n);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a finite number or a problem with a hint comes back, and never an exception', () => {
    const pieces = fc.constantFrom(...'0123456789.,/%eE+-xX*^×⁻² '.split(''));
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, '%', 'ms²', 'users'), (typed, unit) => {
        const result = readNumber(typed, unit);
        if (result.ok) expect(Number.isFinite(result.value.value)).toBe(true);
        else expect(result.error.hint).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});
