import { describe, expect, test } from 'vitest';
import { compile, evaluate } from '#lib/engine/template/expression.ts';

const scope = {
  a: 2,
  v: [4, 5, 6],
  M: [
    [1, 2],
    [3, 4],
  ],
};

describe('what could reach beyond the list is refused before it runs', () => {
  test.each([
    'import("x")',
    'evaluate("1 + 1")',
    'parse("1")',
    'compile("1")',
    'simplify("x + x")',
    'derivative("x^2", "x")',
    'createUnit("foo")',
    'unit("5 cm")',
    'random()',
    'randomInt(1, 6)',
    'config({})',
    'typed("x")',
    'help(sqrt)',
    'print("$x", v)',
    'format(1)',
    'complex(1, 2)',
    'bignumber(1)',
    'toString()',
    'constructor("return 1")',
    '__proto__()',
    'hasOwnProperty("a")',
    'a = 3',
    'v[1] = 3',
    'a.b',
    'a.constructor',
    'v["constructor"]',
    'M.__proto__',
    'sqrt.constructor("return 1")()',
    'sqrt.name',
    'v.size()',
    '[evaluate("1 + 2")].concat([1])',
    'evaluate("1 + 2").map()',
    'f(x)(2)',
    '1; 2',
    '1\n2',
    '{ a: 1 }',
    '{ a: 1 }.a',
    'map(v, f(x) = import("x"))',
    'map(v, f(x) = x.y)',
    'a ? evaluate("1") : 2',
    '[parse("1")]',
    'v[evaluate("1")]',
    '1:evaluate("3")',
    '(evaluate("1"))',
    'f(x) = y = x',
  ])('%s', (text) => {
    expect(compile(text).ok).toBe(false);
    expect(evaluate(text, scope).ok).toBe(false);
  });

  test('and the refusal names what is not allowed', () => {
    expect(compile('1 + import("x")')).toEqual({
      ok: false,
      error: '"1 + import("x")": import is not on the list of functions',
    });
    expect(JSON.stringify(compile('a = 3'))).toContain('AssignmentNode is not allowed');
    expect(JSON.stringify(compile('1 +'))).toContain('cannot be read');
  });
});
