import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, evaluate } from '#lib/engine/template/expression.ts';

const scope = {
  a: 2,
  b: 3,
  v: [4, 5, 6],
  M: [
    [1, 2],
    [3, 4],
  ],
  word: 'sqrt',
};
const valueOf = (text: string) => evaluate(text, scope);

describe('the language', () => {
  test.each([
    ['a + b * 2 - 1', 7],
    ['a ^ b / 4', 2],
    ['-7 mod 3', 2],
    ['a == 2 and not (b != 3)', true],
    ['a > b or b >= 3', true],
    ['1 < a < b', true],
    ['a < b ? 10 : 20', 10],
    ['v[1]', 4],
    ['M[1, 2]', 2],
    [
      "M'",
      [
        [1, 3],
        [2, 4],
      ],
    ],
    [
      'M * M',
      [
        [7, 10],
        [15, 22],
      ],
    ],
    [
      'M .* M',
      [
        [1, 4],
        [9, 16],
      ],
    ],
    ['1:5', [1, 2, 3, 4, 5]],
    ['0:2:6', [0, 2, 4, 6]],
    ['map(1:3, f(k) = k^2)', [1, 4, 9]],
    ['map(1:2, f(k) = sum(map(1:2, g(j) = 10 * k + j)))', [23, 43]],
    ['sum(filter(v, f(x) = x > a * 2))', 11],
    ['2a + 3(b)', 13],
    ['pi', 3.14159265359],
    ['log(e)', 1],
    ['equalText(word, "sqrt")', true],
    [
      '[[a, b], [b, a]]',
      [
        [2, 3],
        [3, 2],
      ],
    ],
    ['"plain"', 'plain'],
  ])('gives for %s', (text, value) => {
    expect(valueOf(text)).toEqual({ ok: true, value });
  });
});

describe('a name', () => {
  test.each([
    '5 cm',
    'i',
    'Infinity',
    'NaN',
    'phi',
    'speedOfLight',
    'version',
    'sqrt',
    'c',
    'toString',
  ])('that the scope lacks gives no value: %s', (text) => {
    expect(valueOf(text).ok).toBe(false);
  });

  test('that is missing is told', () => {
    expect(valueOf('a + z')).toEqual({ ok: false, error: '"a + z": z is not defined above' });
  });

  test('is what the expression needs from outside, and parameters are not', () => {
    const compiled = compile('a + sum(map(v, f(k) = k * b)) + pi');
    expect(compiled.ok && [...compiled.value.names].toSorted()).toEqual(['a', 'b', 'v']);
  });

  test('defined in an argument is gone afterwards, and the scope is as it was', () => {
    const own = { a: 1 };
    expect(evaluate('sum(map(1:3, f(k) = k * a))', own)).toEqual({ ok: true, value: 6 });
    expect(own).toEqual({ a: 1 });
    expect(evaluate('f(2)', own).ok).toBe(false);
    expect(evaluate('k', own).ok).toBe(false);
  });
});

describe('a value', () => {
  test.each([
    ['0.1 + 0.2', 0.3],
    ['1 / 3', 0.333333333333],
    ['2 / 3', 0.666666666667],
    ['1e20 / 3', 33333333333300000000],
    ['123456789.123456', 123456789.123],
    ['[1 / 3, [0.1 + 0.2]]', [0.333333333333, [0.3]]],
  ])('has twelve significant digits: %s', (text, value) => {
    expect(valueOf(text)).toEqual({ ok: true, value });
  });

  test('is never minus zero', () => {
    const zero = valueOf('-1 * 0');
    expect(zero.ok && Object.is(zero.value, 0)).toBe(true);
  });

  test.each([
    '1 / 0',
    '-1 / 0',
    '0 / 0',
    'log(0)',
    'sqrt(-1)',
    'log(-1)',
    '(-8)^0.5',
    '[1, 1 / 0]',
    'null',
    '',
    'f(x) = x',
    'eigenvalues([[0, -1], [1, 0]])',
  ])('that is not finite or no value at all is a failure: %s', (text) => {
    expect(valueOf(text)).toEqual({ ok: false, error: `"${text}" gives no finite value` });
  });

  test.each(['v[9]', '[1, 2] * [1, 2, 3]', '"a" + 1', 'map(1:2, f(k) = f(k))', 'rank(3)'])(
    'that cannot be computed is a failure and not an exception: %s',
    (text) => {
      const value = valueOf(text);
      expect(value.ok ? '' : value.error).toContain('cannot be computed');
    },
  );

  test('rounded once is rounded for good', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const once = evaluate('x', { x });
        if (!once.ok) throw new Error(once.error);
        expect(evaluate('x', { x: once.value })).toEqual(once);
        expect(Math.abs(Number(once.value) - x)).toBeLessThanOrEqual(1e-11 * Math.abs(x));
      }),
      { numRuns: 300 },
    );
  });

  test('or a failure comes of any text, and never an exception', () => {
    const pieces = [
      'a',
      'v',
      'sqrt',
      '(',
      ')',
      '[',
      ']',
      '+',
      '=',
      '.',
      '"',
      "'",
      ':',
      ',',
      ' ',
      '1',
    ];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(typeof valueOf(any).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
