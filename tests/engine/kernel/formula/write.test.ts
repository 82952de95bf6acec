import temml from 'temml';
import { describe, expect, test } from 'vitest';
import { readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeMathjs, writeTex } from '#lib/engine/kernel/formula/write.ts';

function formula(text: string) {
  const reading = readFormula(text, {
    symbols: ['x', 'y', 'w_1', 'w_ij', 'lambda', 'loss'],
    functions: ['sigma', 'swish'],
    naturalLog: true,
  });
  if (!reading.ok) throw new Error(`${text}: ${reading.error.message}`);
  return reading.value.formula;
}

describe('a formula as TeX', () => {
  test.each([
    ['2x', '2 \\, x'],
    ['x*2', 'x \\cdot 2'],
    ['2*3^x', '2 \\cdot 3^{x}'],
    ['2(x+1)', '2 \\, \\left(x + 1\\right)'],
    ['x/2*y', '\\frac{x}{2} \\, y'],
    ['(x/y)^2', '\\left(\\frac{x}{y}\\right)^{2}'],
    ['(x^2)^3', '\\left(x^{2}\\right)^{3}'],
    ['exp(x)', 'e^{x}'],
    ['exp(x)^2', '\\left(e^{x}\\right)^{2}'],
    ['-(x+y)', '-\\left(x + y\\right)'],
    ['x - (y - 1)', 'x - \\left(y - 1\\right)'],
    ['x * (-y)', 'x \\, \\left(-y\\right)'],
    ['|x|', '\\left|x\\right|'],
    ['sqrt(x)', '\\sqrt{x}'],
    ['cbrt(x)', '\\sqrt[3]{x}'],
    ['ln(x)', '\\ln\\left(x\\right)'],
    ['log2(x)', '\\log_{2}\\left(x\\right)'],
    ['asin(x)', '\\arcsin\\left(x\\right)'],
    ['σ(x)', '\\sigma\\left(x\\right)'],
    ['swish(x)', '\\operatorname{swish}\\left(x\\right)'],
    ['λ w_1', '\\lambda \\, w_{1}'],
    ['w_ij', 'w_{ij}'],
    ['loss', '\\mathrm{loss}'],
    ['pi', '\\pi'],
  ])('%s', (text, tex) => {
    expect(writeTex(formula(text))).toBe(tex);
    expect(temml.renderToString(tex, { throwOnError: true, strict: true })).toContain('<math');
  });
});

describe('a formula for the algebra library', () => {
  const sigma = '1 / (1 + exp(-t))';
  test.each([
    ['ln(x)', 'log(x)'],
    ['2x', '2 * x'],
    ['|x|', 'abs(x)'],
    ['σ(2x)', '(1 / (1 + exp(-(2 * x))))'],
    ['σ(σ(x))', '(1 / (1 + exp(-((1 / (1 + exp(-(x))))))))'],
  ])('%s', (text, expected) => {
    expect(writeMathjs(formula(text), { sigma })).toBe(expected);
  });
});
