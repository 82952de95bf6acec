import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '#lib/engine/kernel/normal.ts';
import { evaluate } from '#lib/engine/template/expression.ts';
import type { Scope } from '#lib/engine/template/functions.ts';

/** Each function that the guide for authors promises, on an example worked by hand or from a table. */
const examples: readonly [name: string, call: string, value: unknown][] = [
  ['abs', 'abs(-3)', 3],
  ['sign', 'sign(-2)', -1],
  ['sqrt', 'sqrt(9)', 3],
  ['cbrt', 'cbrt(-8)', -2],
  ['exp', 'exp(1)', 2.71828182846],
  ['expm1', 'expm1(1)', 1.71828182846],
  ['log', '[log(e^2), log(8, 2)]', [2, 3]],
  ['log2', 'log2(8)', 3],
  ['log10', 'log10(1000)', 3],
  ['log1p', 'log1p(1)', 0.69314718056],
  ['pow', 'pow(2, 5)', 32],
  ['sin', 'sin(pi / 2)', 1],
  ['cos', 'cos(pi)', -1],
  ['tan', 'tan(pi / 4)', 1],
  ['asin', 'asin(1)', 1.57079632679],
  ['acos', 'acos(-1)', 3.14159265359],
  ['atan', 'atan(1)', 0.785398163397],
  ['atan2', 'atan2(1, -1)', 2.35619449019],
  ['sinh', 'sinh(1)', 1.17520119364],
  ['cosh', 'cosh(1)', 1.54308063482],
  ['tanh', 'tanh(1)', 0.761594155956],
  ['erf', 'erf(1)', 0.84270079295],
  ['gamma', 'gamma(5)', 24],
  ['min', 'min([3, 1, 2])', 1],
  ['max', 'max(3, 1, 2)', 3],
  ['sum', 'sum([1, 2, 3])', 6],
  ['prod', 'prod([2, 3, 4])', 24],
  ['mean', 'mean([1, 2, 6])', 3],
  ['median', 'median([5, 1, 3])', 3],
  ['std', "[std([1, 3]), std([2, 4, 4, 4, 5, 5, 7, 9], 'uncorrected')]", [1.41421356237, 2]],
  ['variance', "[variance([1, 3]), variance([1, 3], 'uncorrected')]", [2, 1]],
  ['floor', 'floor(-2.5)', -3],
  ['ceil', 'ceil(2.1)', 3],
  ['round', 'round(2.346, 2)', 2.35],
  ['fix', 'fix(-2.7)', -2],
  ['mod', 'mod(-1, 3)', 2],
  ['gcd', 'gcd(12, 18)', 6],
  ['lcm', 'lcm(4, 6)', 12],
  ['factorial', 'factorial(5)', 120],
  ['combinations', 'combinations(5, 2)', 10],
  ['permutations', 'permutations(5, 2)', 20],
  ['dot', 'dot([1, 2, 3], [4, 5, 6])', 32],
  ['cross', 'cross([1, 0, 0], [0, 1, 0])', [0, 0, 1]],
  ['norm', 'norm([3, 4])', 5],
  ['det', 'det([[1, 2], [3, 4]])', -2],
  [
    'inv',
    'inv([[2, 0], [0, 4]])',
    [
      [0.5, 0],
      [0, 0.25],
    ],
  ],
  [
    'transpose',
    'transpose([[1, 2], [3, 4]])',
    [
      [1, 3],
      [2, 4],
    ],
  ],
  ['trace', 'trace([[1, 2], [3, 4]])', 5],
  [
    'diag',
    '[diag([1, 2]), diag([[5, 6], [7, 8]])]',
    [
      [
        [1, 0],
        [0, 2],
      ],
      [5, 8],
    ],
  ],
  [
    'identity',
    'identity(2)',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  ['ones', 'ones(1, 2)', [[1, 1]]],
  ['zeros', 'zeros(2, 1)', [[0], [0]]],
  ['size', 'size([[1, 2, 3], [4, 5, 6]])', [2, 3]],
  ['concat', 'concat([1], [2, 3])', [1, 2, 3]],
  ['flatten', 'flatten([[1, 2], [3, 4]])', [1, 2, 3, 4]],
  ['sort', 'sort([3, 1, 2])', [1, 2, 3]],
  ['map', 'map([1, 2], f(x) = 10 * x)', [10, 20]],
  ['filter', 'filter([1, 2, 3, 4], f(x) = x > 2)', [3, 4]],
  ['count', 'count([[1, 2], [3, 4]])', 4],
  ['range', 'range(1, 3)', [1, 2, 3]],
  ['equalText', '[equalText("a", "a"), equalText("a", "b")]', [true, false]],
  ['normalCdf', 'normalCdf(1.96)', 0.975002104852],
  ['normalInv', 'normalInv(0.975)', 1.95996398454],
  ['eigenvalues', 'eigenvalues([[1, 0], [0, -3]])', [-3, 1]],
  ['rank', 'rank([[1, 2], [2, 4]])', 1],
  ['slope', 'slope(f(x) = x^3, 2)', 12],
  ['integral', 'integral(f(x) = x^2, 0, 3)', 9],
];

test.each(examples)('%s: %s', (_, call, value) => {
  expect(evaluate(call, {})).toEqual({ ok: true, value });
});

test('the guide for authors names exactly the functions that have an example here', () => {
  const guide = readFileSync('question-bank/README.md', 'utf8');
  const paragraph = guide.slice(guide.indexOf('closed list:'), guide.indexOf('Constants:'));
  const list = /`(abs [a-zA-Z0-9 ]+)`/.exec(paragraph)?.[1]?.split(' ') ?? [];
  const own = [...paragraph.matchAll(/`([a-zA-Z]+)\(/g)].map(([, name]) => name);
  expect(list.length).toBeGreaterThan(50);
  expect([...list, ...own]).toEqual(examples.map(([name]) => name));
});

function number(call: string, scope: Scope): number {
  const result = evaluate(call, scope);
  if (!result.ok || typeof result.value !== 'number') throw new Error(`${call} gives no number`);
  return result.value;
}

describe('our own functions', () => {
  const small = fc.integer({ min: -9, max: 9 });
  const matrix = (rows: number, columns: number) =>
    fc.array(fc.array(small, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    });

  test('agree with the normal distribution that measuring uses', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (z) => {
        expect(number('normalCdf(z)', { z })).toBeCloseTo(normalCdf(z), 10);
        const p = normalCdf(z);
        expect(number('normalInv(p)', { p })).toBeCloseTo(normalQuantile(p), 6);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['normalInv(0)', 'normalInv(1)', 'normalInv(-1)', 'normalInv(2)'])(
    'give no value where there is none: %s',
    (call) => {
      expect(evaluate(call, {}).ok).toBe(false);
    },
  );

  test('give eigenvalues that rise, sum to the trace and multiply to the determinant', () => {
    fc.assert(
      fc.property(matrix(3, 3), (A) => {
        const S = A.map((row, i) => row.map((x, j) => x + (A[j]?.[i] ?? 0)));
        const result = evaluate('eigenvalues(S)', { S });
        const values = result.ok ? (result.value as number[]) : [];
        expect(values).toHaveLength(3);
        expect(values).toEqual(values.toSorted((x, y) => x - y));
        expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(number('trace(S)', { S }), 6);
        expect(values.reduce((product, x) => product * x, 1)).toBeCloseTo(
          number('det(S)', { S }),
          4,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('give the transpose the same rank, at most its smaller side', () => {
    fc.assert(
      fc.property(matrix(3, 4), (A) => {
        const rank = number('rank(A)', { A });
        expect(rank).toBe(number("rank(A')", { A }));
        expect(rank).toBeLessThanOrEqual(3);
        expect(rank === 0).toBe(A.flat().every((x) => x === 0));
        expect(rank === 3).toBe(Math.abs(number("det(A * A')", { A })) > 0.5);
      }),
      { numRuns: 300 },
    );
  });

  test('give an outer product rank 1', () => {
    const vector = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(vector, vector, (u, v) => {
        const A = u.map((x) => v.map((y) => (x * y) / 7));
        expect(number('rank(A)', { A })).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  test('give the slope and the integral of a cubic', () => {
    fc.assert(
      fc.property(small, small, small, fc.integer({ min: -3, max: 3 }), (a, b, c, x) => {
        const scope = { a, b, c, x };
        const cubic = 'f(t) = a * t^3 + b * t^2 + c * t';
        expect(number(`slope(${cubic}, x)`, scope)).toBeCloseTo(3 * a * x * x + 2 * b * x + c, 6);
        const area = (a * x ** 4) / 4 + (b * x ** 3) / 3 + (c * x ** 2) / 2;
        expect(number(`integral(${cubic}, 0, x)`, scope)).toBeCloseTo(area, 6);
      }),
      { numRuns: 60 },
    );
  });
});
