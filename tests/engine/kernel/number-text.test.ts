import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { echoOf, readNumber } from '#lib/engine/kernel/number-text.ts';

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
    ['$5', '$', 5],
    ['5 $', '$', 5],
    ['-$5', '$', -5],
  ])('%j in %s is %d', (typed, unit, value) => {
    expect(read(typed, unit)).toBe(value);
  });
});

describe('a number in another unit', () => {
  test.each<[string, string, number]>([
    ['0.25 s', 'ms', 250],
    ['0.1s', 'ms', 100],
    ['1/4 s', 'ms', 250],
    ['2.5e-1 s', 'ms', 250],
    ['2,5 s', 'ms', 2500],
    ['-3 s', 'ms', -3000],
    ['70 µs', 'ms', 0.07],
    ['70 μs', 'ms', 0.07],
    ['70 us', 'ms', 0.07],
    ['3 ns', 'µs', 0.003],
    ['1.5 h', 'minutes', 90],
    ['90 min', 'h', 1.5],
    ['1 hour', 'minutes', 60],
    ['90 seconds', 'minutes', 1.5],
    ['12 min', 'minutes', 12],
    ['2 GB', 'MB', 2000],
    ['512 kB', 'MB', 0.512],
    ['1 KiB', 'B', 1024],
    ['1 MiB', 'kB', 1048.576],
    ['2048 MiB', 'GiB', 2],
    ['1,500 MB'.replace(',', ' '), 'GB', 1.5],
    ['8 Mb', 'MB', 1],
    ['8 Mbit', 'MB', 1],
    ['5 mb', 'MB', 5],
    ['5‰', '%', 0.5],
    ['180°', 'rad', Math.PI],
    ['1 rad', '°', 180 / Math.PI],
    ['25 percent', '%', 25],
  ])('%j where %s is asked for is %d', (typed, asked, value) => {
    expect(read(typed, asked)).toBe(value);
  });

  test.each<[string, number]>([
    ['3 ticks', 50],
    ['3ticks', 50],
    ['2 s', 2000],
    ['2 ms', 2],
    ['1 KB', 1.024],
    ['1800 beats', 30],
  ])('reads what the item names itself: %j', (typed, value) => {
    const result = readNumber(typed, 'ms', { ticks: '50 / 3', KB: 1.024, beats: '1 / 60' });
    expect(result.ok && result.value.value).toBe(value);
  });

  test('is read by what the item says where that differs from what is known', () => {
    expect(readNumber('2 GB', 'MB', { GB: 1024 })).toMatchObject({ value: { value: 2048 } });
  });

  test.each<[string, string]>([
    ['5 kg', 'ms'],
    ['5 m', 'ms'],
    ['5 S²', 'ms'],
    ['5 KB', 'MB'],
    ['5 s', 'GB'],
    ['25%', 'GB'],
    ['25%', 'percentage points'],
    ['5 ms ms', 'ms'],
    ['5 s ms', 'ms'],
    ['5 €', '$'],
  ])('is asked about where the unit is none that is known: %j in %s', (typed, asked) => {
    expect(['unit-unknown', 'not-a-number']).toContain(read(typed, asked));
  });

  test('is asked about with the unit that was typed and those that are read', () => {
    expect(readNumber('5 kg', 'ms', { ticks: 2, msec: 1 })).toEqual({
      ok: false,
      error: {
        code: 'unit-unknown',
        path: 'answer',
        message: '“kg” is not a unit that is read here.',
        hint: 'Give the number in ms; ticks, ns, µs, s, min, h are converted.',
      },
    });
    expect(readNumber('5 kg', 'users')).toMatchObject({
      error: { hint: 'Give the number in users.' },
    });
  });

  test('converted there and back is the same number', () => {
    const sort = fc.constantFrom(
      ['ns', 'µs', 'ms', 's', 'min', 'h'],
      ['B', 'kB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 'TiB', 'Mb'],
    );
    const pair = sort.chain((units) =>
      fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units)),
    );
    fc.assert(
      fc.property(pair, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), ([one, other], x) => {
        const there = Number(read(`${x} ${one}`, other));
        expect(Math.abs(Number(read(`${there} ${other}`, one)) / x - 1)).toBeLessThan(1e-14);
      }),
      { numRuns: 500 },
    );
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
    ['0.25 s', 'ms', true],
    ['12 min', 'minutes', false],
    ['8 Mb', 'MB', true],
    ['9007199254740991', undefined, false],
    ['9007199254740993', undefined, true],
    ['2 $', '$', false],
  ])('of %j (unit %s) is worth the while: %s', (typed, unit, worthEchoing) => {
    expect(readNumber(typed, unit)).toMatchObject({ ok: true, value: { worthEchoing } });
  });
});

test.each<[number, string | undefined, string]>([
  [0.25, undefined, '0.25'],
  [1 / 3, 'ms', '0.333333333333 ms'],
  [1234567890123, undefined, '1234567890123'],
  [2 ** 53, undefined, '9007199254740992'],
  [1e-17, undefined, '1e-17'],
  [0.07 * 1000, 'ms', '70 ms'],
])('the echo of %d in %s is %s', (value, unit, echo) => {
  expect(echoOf(value, unit)).toBe(echo);
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
