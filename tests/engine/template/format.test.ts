import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok } from '#lib/engine/kernel/result.ts';
import { evaluate } from '#lib/engine/template/expression.ts';
import { fill, placeholdersOf } from '#lib/engine/template/format.ts';
import type { Value } from '#lib/engine/template/functions.ts';

/** How a value is written through a filter. */
function written(value: Value, filter: string): string {
  const filled = fill(`{{x${filter && ` | ${filter}`}}}`, () => ok(value));
  return filled.ok ? filled.value : `failed: ${filled.error}`;
}

const matrix = (body: string) => `\\begin{bmatrix} ${body} \\end{bmatrix}`;

describe('without a filter', () => {
  test.each<[Value, string]>([
    [3, '3'],
    [-3, '-3'],
    [0, '0'],
    [0.5, '0.5'],
    [3.14159265, '3.14159'],
    [1234567, '1234567'],
    [1 / 3, '0.333333'],
    [0.00001234567, '0.0000123457'],
    [0.000001, '0.000001'],
    [2.5e-9, '2.5e-9'],
    [1e15, '1000000000000000'],
    [1e21, '1e+21'],
    [true, 'true'],
    ['word', 'word'],
    [[1, 2.5], '[1, 2.5]'],
  ])('%j is written %s', (value, text) => {
    expect(written(value, '')).toBe(text);
  });
});

describe.each<[filter: string, cases: readonly (readonly [Value, string])[]]>([
  [
    'fixed',
    [
      [2.5, '3'],
      [-0.2, '0'],
      [7, '7'],
    ],
  ],
  [
    'fixed 2',
    [
      [3.14159, '3.14'],
      [2, '2.00'],
      [-0.001, '0.00'],
      [-1.5, '-1.50'],
      [0.125, '0.13'],
    ],
  ],
  [
    'percent',
    [
      [0.125, '13%'],
      [1, '100%'],
      [-0.001, '0%'],
    ],
  ],
  [
    'percent 1',
    [
      [0.125, '12.5%'],
      [0.5, '50.0%'],
      [-0.25, '-25.0%'],
    ],
  ],
  [
    'signed',
    [
      [3, '+ 3'],
      [-3, '- 3'],
      [0, '+ 0'],
      [-2.5, '- 2.5'],
    ],
  ],
  [
    'grouped',
    [
      [1250000, '1,250,000'],
      [999, '999'],
      [1000, '1,000'],
      [-1234, '-1,234'],
      [1234.5, '1,234.5'],
      [0.12345, '0.12345'],
    ],
  ],
  [
    'fraction',
    [
      [0.75, '\\frac{3}{4}'],
      [2, '2'],
      [0, '0'],
      [-0.5, '-\\frac{1}{2}'],
      [0.333333333333, '\\frac{1}{3}'],
      [1.001, '\\frac{1001}{1000}'],
      [Math.PI, '3.14159'],
    ],
  ],
  [
    'matrix',
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        matrix('1 & 2 \\\\ 3 & 4'),
      ],
      [[1, 2], matrix('1 \\\\ 2')],
      [[[0.5, -1]], matrix('0.5 & -1')],
    ],
  ],
  [
    'row',
    [
      [[1, 2, 3], matrix('1 & 2 & 3')],
      [[[1], [2]], matrix('1 \\\\ 2')],
    ],
  ],
  [
    'list',
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        '[[1, 2], [3, 4]]',
      ],
      [5, '5'],
      [['a', true], '[a, true]'],
      [[], '[]'],
    ],
  ],
])('%s', (filter, cases) => {
  test.each(cases)('of %j is %s', (value, text) => {
    expect(written(value, filter)).toBe(text);
  });
});

describe('a filter', () => {
  test.each<[string, Value, string]>([
    ['fixed 2', [1], 'this filter takes a number'],
    ['percent', true, 'this filter takes a number'],
    ['signed', 'x', 'this filter takes a number'],
    ['grouped', [1000], 'this filter takes a number'],
    ['fraction', '1/2', 'this filter takes a number'],
    ['matrix', 3, 'this filter takes a vector or a matrix'],
    ['matrix', [1, [2, 3]], 'a row of the matrix is no list'],
    ['row', 'x', 'this filter takes a vector or a matrix'],
    ['fixed two', 1, '"two" is no number of decimals'],
    ['fixed 101', 1, '"101" is no number of decimals'],
    ['fixed -1', 1, '"-1" is no number of decimals'],
    ['rounded', 1, 'there is no filter "rounded"'],
    ['constructor', 1, 'there is no filter "constructor"'],
  ])('"%s" of %j fails and says so', (filter, value, reason) => {
    expect(written(value, filter)).toContain(`failed: {{x | ${filter}}}: ${reason}`);
  });

  test('"fraction" writes every fraction up to a denominator of 1,000 in lowest terms', () => {
    const part = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(part, part, (top, bottom) => {
        const shown = written(Number((top / bottom).toPrecision(12)), 'fraction');
        const [, above = shown, below = '1'] = /^\\frac\{(\d+)\}\{(\d+)\}$/.exec(shown) ?? [];
        expect(Number(above) * bottom).toBe(Number(below) * top);
        expect(Number(below)).toBeLessThanOrEqual(bottom);
      }),
      { numRuns: 500 },
    );
  });

  test('"grouped" only adds commas, three digits apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        const shown = written(n, 'grouped');
        expect(shown).toMatch(/^-?\d{1,3}(,\d{3})*$/);
        expect(Number(shown.replaceAll(',', ''))).toBe(n);
      }),
      { numRuns: 300 },
    );
  });
});

describe('placeholders', () => {
  const scope = { a: 2, b: -3 };
  const filled = (text: string) => fill(text, (expression) => evaluate(expression, scope));

  test.each([
    ['no placeholder', 'no placeholder'],
    ['{{a}} and {{a}} and {{b}}', '2 and 2 and -3'],
    ['{{ a + b }}', '-1'],
    ['$x^2 {{b | signed}}x$', '$x^2 - 3x$'],
    ['\\frac{{{a}}}{ {{b}} }', '\\frac{2}{ -3 }'],
    ['{a} and { {a} }', '{a} and { {a} }'],
    ['{{ [a, b] | row }}', matrix('2 & -3')],
    ['{{a < b ? 1 : 0}}', '0'],
    ['{{ equalText("|", "|") | list }}', 'true'],
  ])('%s becomes %s', (text, result) => {
    expect(filled(text)).toEqual({ ok: true, value: result });
  });

  test('that cannot be computed fail with the reason', () => {
    expect(filled('{{a}} {{z}}')).toEqual({ ok: false, error: '"z": z is not defined above' });
    expect(filled('{{a / 0}}').ok).toBe(false);
    expect(filled('{{ }}').ok).toBe(false);
  });

  test('never read a value as a replacement pattern or as another placeholder', () => {
    const value = (text: string) => fill('{{s}}!{{a}}', (name) => ok(name === 's' ? text : 'A'));
    expect(value('$& $1 $`')).toEqual({ ok: true, value: '$& $1 $`!A' });
  });

  test('are listed with their filters', () => {
    expect(placeholdersOf('{{ a }} {{b|fixed 2}} {{ c | list }}')).toEqual([
      { whole: '{{ a }}', expression: 'a', filter: '' },
      { whole: '{{b|fixed 2}}', expression: 'b', filter: 'fixed 2' },
      { whole: '{{ c | list }}', expression: 'c', filter: 'list' },
    ]);
  });
});
