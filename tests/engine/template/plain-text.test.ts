import { describe, expect, test } from 'vitest';
import { plainFormula, plainText } from '#lib/engine/template/plain-text.ts';

describe('a Markdown text without its marks', () => {
  test.each([
    ['**Bold**, *slanted* and `code`', 'Bold, slanted and code'],
    ['One\nline\n\nnext', 'One line\nnext'],
    ['- a\n- $b^2$', 'a\nb²'],
    ['```sql\nSELECT 1\n```', 'SELECT 1'],
    ['<b>raw</b>', '<b>raw</b>'],
    ['falls like $1/\\sqrt{n}$.', 'falls like 1/√n.'],
    ['', ''],
  ])('%j is %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});

describe('a formula on one line', () => {
  test.each([
    [String.raw`\frac{a+1}{b}`, '(a+1)/b'],
    [String.raw`\frac{\sqrt{x}}{\bar{y}}`, '(√x)/ȳ'],
    [String.raw`\tfrac12 x`, '1/2 x'],
    [String.raw`X^{\top} X`, 'Xᵀ X'],
    [String.raw`\lambda_{\max} \ge 0`, 'λ_max ≥ 0'],
    [String.raw`P(A \mid B)`, 'P(A | B)'],
    [String.raw`\left( 2^{10} \right)`, '( 2¹⁰ )'],
    [String.raw`\binom{n}{k}`, 'C(n, k)'],
    [String.raw`x = \text{mean}`, 'x = mean'],
    ['{', '{'],
  ])('%s is %s', (tex, text) => {
    expect(plainFormula(tex)).toBe(text);
  });
});
