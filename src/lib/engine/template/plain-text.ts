import { tokensOf } from './markup.ts';

/** A Markdown text without its marks, for forms that have none: one line a paragraph, formulas in Unicode. */
export function plainText(markdown: string): string {
  const parts = tokensOf(markdown).flatMap((token): string[] => {
    if (token.type === 'fence' || token.type === 'code_block') return [token.content.trimEnd()];
    if (token.type === 'math_block') return [plainFormula(token.content)];
    if (token.type !== 'inline') return [];
    const pieces = (token.children ?? []).map(({ type, content }) => {
      if (type === 'softbreak') return ' ';
      if (type === 'hardbreak') return '\n';
      return type === 'math_inline' ? plainFormula(content) : content;
    });
    return [pieces.join('')];
  });
  return parts.join('\n');
}

const symbols: Readonly<Record<string, string>> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', eta: 'η' },
  ...{ theta: 'θ', kappa: 'κ', lambda: 'λ', mu: 'μ', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ' },
  ...{ tau: 'τ', Delta: 'Δ', Lambda: 'Λ', Sigma: 'Σ', ell: 'ℓ', partial: '∂', nabla: '∇' },
  ...{ cdot: '·', times: '×', pm: '±', circ: '∘', star: '*', top: 'ᵀ', sum: '∑', int: '∫' },
  ...{ approx: '≈', ge: '≥', le: '≤', ne: '≠', neq: '≠', propto: '∝', in: '∈', infty: '∞' },
  ...{ to: '→', mapsto: '→', leftarrow: '←', Rightarrow: '⇒', iff: '⇔', Longrightarrow: '⇒' },
  ...{ mid: ' | ', dots: '…', lVert: '‖', rVert: '‖', lvert: '|', rvert: '|', colon: ': ' },
  ...{ quad: '  ', qquad: '  ' },
};
/** Commands that say how something looks and have no sign of their own. */
const silent =
  /\\(?:left|right|[bB]ig+[lr]?|text|mathrm|mathbf|mathbb|mathcal|operatorname|displaystyle|textstyle|underbrace|begin\{\w+\}|end\{\w+\})(?![a-zA-Z])/g;

/** A formula on one line: what has a sign becomes it, a fraction a/b; enough to recognise it by. */
export function plainFormula(tex: string): string {
  let text = tex.replace(silent, '');
  const group = String.raw`\{([^{}]*)\}`;
  // From the innermost braces outwards, until none is left that means something.
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(
        new RegExp(String.raw`\\[dt]?frac\s*${group}\s*${group}`, 'g'),
        (_, over: string, under: string) => `${bracketed(over)}/${bracketed(under)}`,
      )
      .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, '$1/$2')
      .replace(new RegExp(String.raw`\\binom\s*${group}\s*${group}`, 'g'), 'C($1, $2)')
      .replace(
        new RegExp(String.raw`\\sqrt\s*${group}`, 'g'),
        (_, of: string) => `√${bracketed(of)}`,
      )
      .replace(new RegExp(String.raw`\\(hat|bar|tilde)\s*(?:${group}|(\w))`, 'g'), accented)
      .replace(new RegExp(String.raw`([\^_])${group}`, 'g'), (_, mark: string, of: string) =>
        raised(mark, of),
      )
      .replace(/\^(\d)/g, (_, digit: string) => raised('^', digit));
    if (before === text) text = text.replace(new RegExp(group), '$1');
  }
  return text
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => symbols[name] ?? name)
    .replace(/\\([,;:! ])/g, ' ')
    .replace(/\\\\/g, '; ')
    .replace(/\\(.)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

const accents = { hat: '\u0302', bar: '\u0304', tilde: '\u0303' } as const;

function accented(whole: string, name: string, inBraces?: string, letter?: string): string {
  const mark = Object.hasOwn(accents, name) ? accents[name as keyof typeof accents] : null;
  const of = inBraces ?? letter;
  return mark === null || of === undefined ? whole : (of + mark).normalize('NFC');
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function raised(mark: string, of: string): string {
  if (mark === '^' && /^\d+$/.test(of)) {
    return of.replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));
  }
  if (mark === '^' && of.trim() === '\\top') return 'ᵀ';
  return mark + bracketed(of);
}

/** In brackets unless it is one piece already. */
function bracketed(text: string): string {
  const of = text.trim();
  return /^(\\?\w+|.)$/.test(of) ? of : `(${of})`;
}
