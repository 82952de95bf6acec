import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMarkup, renderInline, renderMarkdown } from '#lib/engine/template/markup.ts';

describe('formulas', () => {
  test('become MathML in the line, with their source for those who cannot see them', () => {
    expect(renderInline('so $\\frac{1}{2}$.')).toBe(
      'so <math><semantics><mfrac><mn>1</mn><mn>2</mn></mfrac>' +
        '<annotation encoding="application/x-tex">\\frac{1}{2}</annotation></semantics></math>.',
    );
  });

  test('between double dollars become a block of their own', () => {
    const html = renderMarkdown('before\n\n$$x^2$$\n\nafter');
    expect(html).toMatch(/<div class="formula"><math display="block"[^>]*>.*<\/math><\/div>/);
    expect(html).toContain('<p>before</p>');
  });

  test('that are broken do not break the page', () => {
    expect(renderInline('$\\frac{1}$ and more')).toContain('and more');
    expect(renderInline('$\\foo<script>$')).not.toContain('<script>');
  });

  test.each([
    '$\\href{javascript:alert(1)}{x}$',
    '$\\url{https://a.example}$',
    '$\\includegraphics{x}$',
  ])('neither link nor load: %s', (text) => {
    expect(renderInline(text)).not.toMatch(/<a[ >]|<img|href=|src=/);
  });

  test('leave an escaped dollar alone', () => {
    expect(renderInline('\\$5 or \\$6')).toBe('$5 or $6');
  });
});

describe('what could run is shown as text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b onclick="alert(1)">x</b>',
    '<!-- hidden -->',
    '`<script>`',
    '$\\text{<img src=x onerror=alert(1)>}$',
    '$\\class{a" onclick="x}{b}$',
    '$\\color{red" onclick="x}{b}$',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&colon;alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html,x)',
    '[x](file:///etc/passwd)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    '```html\n<script>alert(1)</script>\n```',
    '```"><script>\nx\n```',
  ])('%s', (text) => {
    for (const html of [renderMarkdown(text), renderInline(text)]) {
      expect(html).not.toMatch(/<script|<img|<b |<!--|<[^>]+\son\w+=|(href|src)="(?!https)/i);
    }
  });

  test('whatever is written', () => {
    const pieces = [
      '<',
      '>',
      '"',
      "'",
      '$',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\\',
      'javascript:',
      'script',
      'onclick=',
      '\n',
      ' ',
      'x',
      '&lt;',
      '```',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((all) => all.join(''));
    const tags = /<\/?([a-zA-Z]+)/g;
    const safe =
      /^(p|code|pre|a|em|strong|ul|ol|li|blockquote|h\d|br|hr|img|span|div|math|semantics|annotation|m[a-z]+)$/;
    fc.assert(
      fc.property(text, (any) => {
        const html = renderMarkdown(any);
        for (const [, tag = ''] of html.matchAll(tags)) expect(tag).toMatch(safe);
        expect(html).not.toMatch(/<[^>]*\s(on\w+)=|(href|src)="\s*javascript/i);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Markdown', () => {
  test('links to the web', () => {
    expect(renderInline('[a](https://a.example/x)')).toBe('<a href="https://a.example/x">a</a>');
  });

  test('is a paragraph, or in the line without one', () => {
    expect(renderMarkdown('**a** and *b*')).toBe('<p><strong>a</strong> and <em>b</em></p>\n');
    expect(renderInline('**a** and *b*')).toBe('<strong>a</strong> and <em>b</em>');
  });

  test.each([
    ['python', 'return 1', '<span class="hljs-keyword">return</span>'],
    ['sql', 'SELECT 1', '<span class="hljs-keyword">SELECT</span>'],
    ['json', '{"a": 1}', '<span class="hljs-attr">&quot;a&quot;</span>'],
    ['yaml', 'a: b', '<span class="hljs-attr">a:</span>'],
    ['bash', 'if true', '<span class="hljs-keyword">if</span>'],
    ['text', 'return <1>', 'return &lt;1&gt;'],
  ])('highlights %s', (language, code, html) => {
    const fence = `\`\`\`${language}\n${code}\n\`\`\``;
    expect(renderMarkdown(fence)).toContain(`<code class="language-${language}">`);
    expect(renderMarkdown(fence)).toContain(html);
    expect(checkMarkup(fence).ok).toBe(true);
  });

  test('gives the same again from memory, kept apart by block and line', () => {
    const [block, line] = [renderMarkdown('x'), renderInline('x')];
    expect([renderMarkdown('x'), renderInline('x')]).toEqual([block, line]);
    expect(block).not.toBe(line);
  });
});

describe('checking a text', () => {
  test.each([
    ['nothing of note', 'plain **text** with `code`'],
    ['a formula', 'if $a < b$ then\n\n$$\\sum_{i=1}^n i$$'],
    ['an escaped dollar', 'it costs \\$5 and $x$ more'],
    ['a dollar in code', '`$HOME`'],
  ])('finds nothing in %s', (_, text) => {
    expect(checkMarkup(text)).toEqual({ ok: true, value: null });
  });

  test.each([
    ['TeX that lacks an argument', 'so $\\frac{1}$', '$\\frac{1}$ is not TeX'],
    ['TeX with an unknown command', '$\\foo$', '$\\foo$ is not TeX'],
    ['a broken block', '$$\n\\begin{matrix} 1\n$$', 'is not TeX'],
    ['a link in TeX', '$\\href{https://a.example}{x}$', 'is not TeX'],
    ['a fence in an unknown language', '```java\nx\n```', 'a fence names "java"; use one of text,'],
    ['a fence without a language', '```\nx\n```', 'a fence names ""'],
    ['a block of TeX in the line', 'then $$x$$', 'a dollar sign stands alone in "then $$x$$"'],
    ['a lonely dollar', 'it costs $5', 'a dollar sign stands alone in "it costs $5"'],
    ['a broken formula in a list', '- a\n- $\\foo$', 'is not TeX'],
  ])('complains of %s', (_, text, reason) => {
    const checked = checkMarkup(text);
    expect(checked.ok ? '' : checked.error).toContain(reason);
  });
});
