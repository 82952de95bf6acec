import { describe, expect, test } from 'vitest';
import { stylesToClasses } from '#lib/engine/template/formula-styles.ts';
import { checkMarkup, renderMarkdown } from '#lib/engine/template/markup.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';

describe('the styles of a formula', () => {
  test.each([
    ['<mo style="math-depth:0;">^</mo>', '<mo class="depth-0">^</mo>'],
    [
      '<mtd class="tml-left" style="padding-left:0em;padding-right:5.9776pt;">',
      '<mtd class="left-none right-column tml-left">',
    ],
    ['<math display="block" style="display:block math;">', '<math display="block">'],
    [
      '<mo stretchy="false" style="math-depth:2;" lspace="0em">',
      '<mo stretchy="false" lspace="0em" class="depth-2">',
    ],
    ['<mi>x</mi>', '<mi>x</mi>'],
  ])('become classes: %s', (mathml, plain) => {
    expect(stylesToClasses(mathml)).toEqual({ mathml: plain, unknown: [] });
  });

  test('are left out and told where no class stands for them', () => {
    expect(stylesToClasses('<mi style="color:#ff0000;math-depth:0;">x</mi>')).toEqual({
      mathml: '<mi class="depth-0">x</mi>',
      unknown: ['color:#ff0000'],
    });
  });

  test('are all classes in what the bank check lets pass, and refused otherwise', () => {
    expect(
      checkMarkup('$\\boxed{x}$ and $\\begin{array}{c|c}1&2\\\\ \\hline 3&4\\end{array}$'),
    ).toMatchObject({ ok: true });
    expect(checkMarkup('$\\color{red} x$')).toMatchObject({ ok: false });
  });

  test('are nowhere in a text of the bank, or of a learner, as a page shows it', () => {
    let formulas = 0;
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(texts)
          : [];
    const hostile = [
      '$\\color{red}x$',
      '$$\\tag{1} x$$',
      '<b style="color:red">x</b>',
      '$\\style{color:red}{x}$',
    ];
    for (const text of [
      ...texts([...loadBank('question-bank').items.values()].map(({ item }) => item)),
      ...hostile,
    ]) {
      const html = renderMarkdown(text);
      if (html.includes('<math')) formulas += 1;
      expect(html).not.toMatch(/<[^>]* style=/);
    }
    expect(formulas).toBeGreaterThan(1000);
  });
});
