import { describe, expect, test } from 'vitest';
import { readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeText } from '#lib/engine/kernel/formula/write.ts';
import { isInForm } from '#lib/engine/rubric/formulas/form.ts';
import { tidied } from '#lib/engine/rubric/formulas/tidy.ts';

function formula(text: string) {
  const reading = readFormula(text, { symbols: ['x', 'y'], functions: [], naturalLog: true });
  if (!reading.ok) throw new Error(`${text}: ${reading.error.message}`);
  return reading.value.formula;
}

describe('expanded', () => {
  test.each([
    ['x^2 + 2x + 1', true],
    ['x^2 - (-2)x + 1', true],
    ['x*x + x + x + 1', true],
    ['(x^2 + 2x + 1)', true],
    ['(x + 1)/2', true],
    ['e^(x + 1)', true],
    ['sqrt(x + 1) * x', true],
    ['(x + 1)^2', false],
    ['(x + 1)(x + 1)', false],
    ['x(x + 2) + 1', false],
    ['-(x + 1)', false],
    ['2(x + 1)/3', false],
    ['1 - (-(x^2 + 2x))', false],
  ])('is %s: %s', (text, expected) => {
    expect(isInForm(formula(text), 'expanded', formula('x'))).toBe(expected);
  });
});

describe('factored, where the key is', () => {
  test.each([
    ['(x - 1) * (x + 2)', '(x+2)(x-1)', true],
    ['(x - 1) * (x + 2)', '-(1-x)(x+2)', true],
    ['(x - 1) * (x + 2)', '2(x-1)(x/2+1)', true],
    ['(x - 1) * (x + 2)', 'x^2 + x - 2', false],
    ['(x - 1) * (x + 2)', '2(x^2/2 + x/2 - 1)', false],
    ['(x - 1) * (x + 2)', 'x(x + 1 - 2/x)', false],
    ['(x - 1) * (x + 2)', 'x(x + 1 - 2x^(-1))', false],
    ['(x + 1)^2', '(x+1)^2', true],
    ['(x + 1)^2', '(x+1)(1+x)', true],
    ['(x + 1)^2', 'x(x+2)+1', false],
    ['2 * x * (x + y)', '2x(x+y)', true],
    ['2 * x * (x + y)', '2(x^2+xy)', false],
    ['2 * x * (x + y)', 'x(2x + 2y)', true],
    ['x * exp(x)', 'e^x x', true],
    ['x * (1 - x) / y', '(1/y) x(1-x)', true],
    ['x * (1 - x) / y', '(x - x^2)/y', false],
  ])('%s, is %s: %s', (key, text, expected) => {
    expect(isInForm(formula(text), 'factored', formula(key))).toBe(expected);
  });
});

describe('simplified, where the key is', () => {
  test.each([
    ['2 * x', '2x', true],
    ['2 * x', 'x + x', true],
    ['2 * x', '4x/2', true],
    ['2 * x', '(x^2 + x^2)/x', false],
    ['1 / (1 + e^(-x))', 'e^x/(1+e^x)', true],
    ['1 / (1 + e^(-x))', '(e^x)^2/(e^x + (e^x)^2)', false],
    ['1 / x', 'x^(-1)', true],
    ['1 / x', '(x + x)/(2x^2)', false],
    ['x * (1 - x)', 'x - x^2', true],
    ['-x', '--(-x)', true],
  ])('%s, is %s: %s', (key, text, expected) => {
    expect(isInForm(formula(text), 'simplified', formula(key))).toBe(expected);
  });
});

test('any form is in the form that is asked where any is', () => {
  expect(isInForm(formula('(x+1)^2 - 0*x'), 'any', formula('x'))).toBe(true);
});

describe('a formula into which numbers were put is tidied:', () => {
  test.each([
    ['3 * x^(3 - 1)', '3 * x^2'],
    ['2 * 3 * x', '6 * x'],
    ['1 * x + 0', 'x'],
    ['0 * x + y', 'y'],
    ['x - (-2)', 'x + 2'],
    ['x + (-2)', 'x - 2'],
    ['x + (-2) * y', 'x - 2 * y'],
    ['x - (-1) * y', 'x + y'],
    ['6 / 4 * x', '3 / 2 * x'],
    ['6 / (-3)', '-2'],
    ['x / 1', 'x'],
    ['x^1', 'x'],
    ['(-1) * x', '-x'],
    ['0 - x', '-x'],
    ['0 / x', '0'],
    ['2^10 * x', '1024 * x'],
    ['-(-x)', 'x'],
    ['x / 0', 'x / 0'],
    ['1 / 0', '1 / 0'],
    ['2^(-1)', '2^(-1)'],
    ['0.5 * x', '0.5 * x'],
  ])('%s is %s', (text, tidy) => {
    expect(writeText(tidied(formula(text)))).toBe(tidy);
  });
});
