const raised = /[\u2070\u00b9\u00b2\u00b3\u2074-\u207f\u02e3\u02b8]+/g;
const lowered = /[\u2080-\u2089]+/g;

/**
 * One character for what keyboards, papers and clipboards vary: minus signs, dots and crosses,
 * raised and lowered digits (`x²` becomes `x^(2)`, `w₁` becomes `w_1`), `½`, `**`, `np.exp`.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(raised, (run) => `^(${run.normalize('NFKC')})`)
    .replace(lowered, (run) => `_${run.normalize('NFKC')}`)
    .replace(/[\u00bc-\u00be\u2150-\u215e]/g, (part) => `(${part.normalize('NFKC')})`)
    .normalize('NFKC')
    .replace(/[\u2212\u2010-\u2015]/g, '-')
    .replace(/[\u00d7\u00b7\u22c5\u2219\u2217\u2022\u2a2f]/g, '*')
    .replace(/[\u2044\u2215\u00f7]/g, '/')
    .replace(/[\u2223\u01c0]/g, '|')
    .replace(/[\u2061-\u2064\u200b\ufeff]/g, '')
    .replace(/\*\*/g, '^')
    .replace(/\b(?:np|numpy|math|torch|tf|jnp)\.(?=[a-z])/g, '')
    .replace(/_\{(\w+)\}/g, '_$1');
}

const dropped = /^(left|right|big|Big|bigl|bigr|Bigl|Bigr|displaystyle|limits|mathstrut|phantom)$/;

const commands: Readonly<Record<string, string>> = {
  cdot: '*',
  times: '*',
  ast: '*',
  div: '/',
  vert: '|',
  mid: '|',
  lbrack: '[',
  rbrack: ']',
  lbrace: '{',
  rbrace: '}',
  lparen: '(',
  rparen: ')',
  exponentialE: 'e',
  euler: 'e',
  varepsilon: 'epsilon',
  varphi: 'phi',
  vartheta: 'theta',
  dfrac: '\\frac',
  tfrac: '\\frac',
  cfrac: '\\frac',
  frac: '\\frac',
  sqrt: '\\sqrt',
  quad: ' ',
  qquad: ' ',
};

/** TeX in the same characters; what remains with a backslash is a word, a fraction or a root. */
export function plainTex(text: string): string {
  return (
    text
      .replace(/^\s*(\$\$?|\\\(|\\\[)|(\$\$?|\\\)|\\\])\s*$/g, '')
      .replace(/\\[,;:!> ]|~|&/g, ' ')
      // In TeX, unlike in plain text, a bar says whether it begins or ends.
      .replace(/\\left\s*(?:\\[lr]?vert|\\mid|\|)|\\lvert/g, ' abs(')
      .replace(/\\right\s*(?:\\[lr]?vert|\\mid|\|)|\\rvert/g, ') ')
      .replace(/\\(?:operatorname|mathrm|mathit|text)\*?\s*\{\s*(\w+)\s*\}/g, ' $1 ')
      .replace(/\\([{}|])/g, '$1')
      .replace(/\\(log)_\{?(2|10)\}?/g, '\\$1_$2 ')
      .replace(/\\([A-Za-z]+)/g, (whole, name: string) => {
        if (dropped.test(name)) return ' ';
        const plain = Object.hasOwn(commands, name) ? commands[name] : undefined;
        if (plain === undefined) return whole;
        return /^[A-Za-z]/.test(plain) ? `\\${plain}` : plain;
      })
  );
}
