import { describe, expect, test } from 'vitest';
import type { Vocabulary } from '#lib/engine/kernel/formula/formula.ts';
import { longestFormula, readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeText } from '#lib/engine/kernel/formula/write.ts';

const vocabulary: Vocabulary = {
  symbols: ['x', 'y', 'a', 'b', 'n', 'w_1', 'w_2', 'lambda', 'mu'],
  functions: ['sigma'],
  naturalLog: false,
};

/** The usual reading and, behind "ask" or "confirm", the other ones; or the code of the problem. */
function read(text: string, words: Vocabulary = vocabulary): string {
  const reading = readFormula(text, words);
  if (!reading.ok) return reading.error.code;
  const others = reading.value.alternatives.map(
    ({ how, formula }) => `${how} ${writeText(formula)}`,
  );
  return [writeText(reading.value.formula), ...others].join('; ');
}

describe('is read, and in one way only:', () => {
  test.each([
    // Products and signs.
    ['2x', '2 * x'],
    ['2*x', '2 * x'],
    ['2·x', '2 * x'],
    ['2⋅x', '2 * x'],
    ['2×x', '2 * x'],
    ['  2  x ', '2 * x'],
    ['xy', 'x * y'],
    ['x y', 'x * y'],
    ['3ab', '3 * a * b'],
    ['x(y+1)', 'x * (y + 1)'],
    ['(x+1)(y−1)', '(x + 1) * (y - 1)'],
    ['-x', '-x'],
    ['−2x', '-2 * x'],
    ['+x', 'x'],
    ['x*-y', 'x * (-y)'],
    ['x - -y', 'x - (-y)'],
    ['1/2*x', '1 / 2 * x'],
    ['x/2', 'x / 2'],
    ['x÷y', 'x / y'],
    ['a/x/y', 'a / x / y'],
    ['1/(2x)', '1 / (2 * x)'],
    ['[x+{y-1}]*2', '(x + (y - 1)) * 2'],
    ['.5x', '0.5 * x'],
    ['0.50 x', '0.5 * x'],
    ['½x', '1 / 2 * x'],
    // Powers and roots.
    ['x^2', 'x^2'],
    ['x²', 'x^2'],
    ['x**2', 'x^2'],
    ['x^{2}', 'x^2'],
    ['x^(2)', 'x^2'],
    ['x⁻¹', 'x^(-1)'],
    ['x¹⁰y', 'x^10 * y'],
    ['x^-1', 'x^(-1)'],
    ['2^-x', '2^(-x)'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['x^2y', 'x^2 * y'],
    ['x^2/2', 'x^2 / 2'],
    ['x^(1/2)', 'x^(1 / 2)'],
    ['√x', 'sqrt(x)'],
    ['√(x+1)', 'sqrt(x + 1)'],
    ['√x²', 'sqrt(x^2)'],
    ['sqrt(x)', 'sqrt(x)'],
    ['e^x', 'e^x'],
    ['e^-x', 'e^(-x)'],
    ['e^(-x^2/2)', 'e^(-x^2 / 2)'],
    ['e^-x/(1+e^-x)^2', 'e^(-x) / (1 + e^(-x))^2'],
    ['2e^x', '2 * e^x'],
    ['xe^x', 'x * e^x'],
    ['exp(-x)', 'exp(-x)'],
    // Functions.
    ['sin x', 'sin(x)'],
    ['Sin(x)', 'sin(x)'],
    ['sin(2x)', 'sin(2 * x)'],
    ['sin x cos x', 'sin(x) * cos(x)'],
    ['sin^2 x', 'sin(x)^2'],
    ['sin(x)^2', 'sin(x)^2'],
    ['ln x', 'ln(x)'],
    ['ln x^2', 'ln(x^2)'],
    ['ln x / x', 'ln(x) / x'],
    ['log2(x)', 'log2(x)'],
    ['log_10 x', 'log10(x)'],
    ['arctan(x)', 'atan(x)'],
    ['np.exp(-x)', 'exp(-x)'],
    ['σ(x)', 'sigma(x)'],
    ['sigma(2x)', 'sigma(2 * x)'],
    ['|x|', 'abs(x)'],
    ['2|x|y', '2 * abs(x) * y'],
    ['|x+|y||', 'abs(x + abs(y))'],
    // Names.
    ['π', 'pi'],
    ['2pi x', '2 * pi * x'],
    ['λx', 'lambda * x'],
    ['lambda*x', 'lambda * x'],
    ['w1', 'w_1'],
    ['w_1 w₂', 'w_1 * w_2'],
    ['w_{1}x', 'w_1 * x'],
    // TeX.
    ['\\frac{1}{2}x', '1 / 2 * x'],
    ['\\frac12x', '1 / 2 * x'],
    ['\\dfrac{x+1}{y}', '(x + 1) / y'],
    ['2\\cdot x', '2 * x'],
    ['\\left(x+1\\right)^2', '(x + 1)^2'],
    ['\\sqrt{x+1}', 'sqrt(x + 1)'],
    ['\\sqrt[3]{x}', 'cbrt(x)'],
    ['e^{-\\lambda x}', 'e^(-lambda * x)'],
    ['\\exponentialE^{x}y', 'e^x * y'],
    ['\\ln\\left|x\\right|', 'ln(abs(x))'],
    ['\\sin^{2}x', 'sin(x)^2'],
    ['\\operatorname{sigma}\\left(x\\right)', 'sigma(x)'],
    ['\\mathrm{e}^{x}', 'e^x'],
    ['$x^{2}y$', 'x^2 * y'],
    ['x^{-1}\\,y', 'x^(-1) * y'],
    ['\\frac{\\mathrm{exp}(-x)}{2}', 'exp(-x) / 2'],
  ])('%s', (text, canonical) => {
    expect(read(text)).toBe(canonical);
    expect(read(canonical)).toBe(canonical);
  });
});

describe('can be meant in two ways:', () => {
  test.each([
    ['1/2x', '1 / 2 * x; ask 1 / (2 * x)'],
    ['1/2 x', '1 / 2 * x; ask 1 / (2 * x)'],
    ['a/bx', 'a / b * x; ask a / (b * x)'],
    ['1/2(x+1)', '1 / 2 * (x + 1); ask 1 / (2 * (x + 1))'],
    ['x/(1+x)(1-x)', 'x / (1 + x) * (1 - x); ask x / ((1 + x) * (1 - x))'],
    ['1/2√x', '1 / 2 * sqrt(x); ask 1 / (2 * sqrt(x))'],
    ['√2x', 'sqrt(2) * x; ask sqrt(2 * x)'],
    ['sin 2x', 'sin(2 * x); confirm sin(2) * x'],
    ['ln xy', 'ln(x * y); confirm ln(x) * y'],
    ['sin x/2', 'sin(x) / 2; ask sin(x / 2)'],
    ['sin^-1 x', 'asin(x); ask sin(x)^(-1)'],
    ['e^2x', 'e^2 * x; ask e^(2 * x)'],
    ['e^-0.5 x^2', 'e^(-0.5) * x^2; ask e^(-0.5 * x^2)'],
    ['2^nx', '2^n * x; ask 2^(n * x)'],
    ['x^ab', 'x^a * b; ask x^(a * b)'],
    ['x^1/2', 'x^1 / 2; ask x^(1 / 2)'],
    ['e^x/2', 'e^x / 2; confirm e^(x / 2)'],
    ['e^-x^2/2', 'e^(-x^2) / 2; confirm e^(-x^2 / 2)'],
    ['x^2^3', 'x^(2^3); confirm (x^2)^3'],
    ['log x', 'ln(x); confirm log10(x)'],
    ['\\log(x)', 'ln(x); confirm log10(x)'],
    ['2e-3', '2 * 10^(-3); confirm 2 * e - 3'],
    ['x2', 'x * 2; ask x^2'],
    ['(x+1)2', '(x + 1) * 2; ask (x + 1)^2'],
  ])('%s', (text, readings) => {
    expect(read(text)).toBe(readings);
  });

  test('not the logarithm, where the question writes it itself', () => {
    expect(read('log x', { ...vocabulary, naturalLog: true })).toBe('ln(x)');
  });
});

describe('cannot be read:', () => {
  test.each([
    ['', 'no-expression'],
    ['   ', 'no-expression'],
    ['0,5x', 'decimal-comma'],
    ['1,250', 'decimal-comma'],
    ['f(x, y)', 'unknown-symbol'],
    ['sin(x, y)', 'comma'],
    ['q', 'unknown-symbol'],
    ['2z + 1', 'unknown-symbol'],
    ['X', 'unknown-symbol'],
    ['w_3', 'unknown-symbol'],
    ['w_12', 'unknown-symbol'],
    ['log_b(x)', 'unknown-symbol'],
    ['x!', 'unknown-symbol'],
    ['x % 2', 'unknown-symbol'],
    ['\\int x', 'unknown-symbol'],
    ['факт', 'unknown-symbol'],
    ['constructor', 'unknown-symbol'],
    ['x.constructor("return 1")()', 'unknown-symbol'],
    ['x; y', 'unknown-symbol'],
    ["f'(x)", 'unknown-symbol'],
    ['y = 2x', 'not-an-expression'],
    ['x < 2', 'not-an-expression'],
    ['x ≥ 2', 'not-an-expression'],
    ['2 3', 'numbers-adjoin'],
    ['1 1/2', 'numbers-adjoin'],
    ['(x+1', 'bracket'],
    ['x+1)', 'bracket'],
    ['[x+1)', 'bracket'],
    ['|x', 'bracket'],
    ['((x)', 'bracket'],
    ['x|', 'incomplete'],
    ['2x +', 'incomplete'],
    ['*x', 'incomplete'],
    ['x//y', 'incomplete'],
    ['()', 'incomplete'],
    ['x^', 'incomplete'],
    ['sin', 'incomplete'],
    ['√', 'incomplete'],
    ['\\frac{1}', 'incomplete'],
    ['||', 'incomplete'],
    ['\\sqrt[4]{x}', 'root'],
    ['\\placeholder{}+1', 'gap'],
    ['('.repeat(60) + 'x' + ')'.repeat(60), 'too-deep'],
    ['-'.repeat(200) + 'x', 'too-deep'],
    ['x' + '^x'.repeat(200), 'too-deep'],
    ['x'.repeat(longestFormula + 1), 'too-long'],
  ])('%s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each([
    ['2*(x+1', 'The bracket “(x+1” is not closed.'],
    ['x*(y+1]', 'The bracket “(y+1]” is closed by “]”.'],
    ['x + 1) * 2', 'The bracket “) * 2” closes nothing.'],
    ['x + * y', 'Something is missing before “* y”.'],
    ['2x +', 'Something is missing after “2x +”.'],
    ['2q', '“q” is not known here.'],
  ])('%s, and it is said where', (text, message) => {
    expect(readFormula(text, vocabulary)).toMatchObject({
      ok: false,
      error: { message, path: 'answer' },
    });
  });

  test('an unknown symbol is answered with those that may be used', () => {
    const reading = readFormula('q', vocabulary);
    expect(reading.ok ? '' : reading.error.hint).toContain(
      'x, y, a, b, n, w_1, w_2, lambda, mu, sigma( )',
    );
  });
});
