import type { Vocabulary } from './formula.ts';

/** What a run of letters may stand for. */
export type Word =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string };

/** Greek letters by the name that mathjs, TeX and people use. */
export const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
};

/** Functions that everybody may use, by every spelling. `log` is not settled here: it asks. */
const spellings: Readonly<Record<string, string>> = {
  sin: 'sin',
  cos: 'cos',
  tan: 'tan',
  asin: 'asin',
  arcsin: 'asin',
  acos: 'acos',
  arccos: 'acos',
  atan: 'atan',
  arctan: 'atan',
  sinh: 'sinh',
  cosh: 'cosh',
  tanh: 'tanh',
  exp: 'exp',
  ln: 'ln',
  log: 'log',
  log2: 'log2',
  log_2: 'log2',
  log10: 'log10',
  log_10: 'log10',
  lg: 'log10',
  sqrt: 'sqrt',
  cbrt: 'cbrt',
  abs: 'abs',
};

/** Names of the functions that everybody may use, as a canonical text writes them. */
export const commonFunctions: ReadonlySet<string> = new Set(
  Object.values(spellings).filter((name) => name !== 'log'),
);

export const constants: ReadonlySet<string> = new Set(['pi', 'e']);

/** Every word of a vocabulary with what it stands for, the longest first: `sinh` before `sin`. */
export function wordsOf({ symbols, functions }: Vocabulary): readonly (readonly [string, Word])[] {
  const words = new Map<string, Word>();
  const add = (spelling: string, word: Word) => {
    if (!words.has(spelling)) words.set(spelling, word);
  };
  for (const name of symbols) {
    for (const each of spelled(name)) add(each, { kind: 'name', name });
  }
  for (const name of functions) {
    for (const each of spelled(name)) add(each, { kind: 'function', name });
  }
  for (const [spelling, name] of Object.entries(spellings)) {
    add(spelling, { kind: 'function', name });
    add(spelling.charAt(0).toUpperCase() + spelling.slice(1), { kind: 'function', name });
  }
  for (const name of constants) {
    for (const each of spelled(name)) add(each, { kind: 'name', name });
  }
  return [...words].toSorted(([one], [other]) => other.length - one.length);
}

/** `w_1` is also `w1`; `lambda` is also `λ`. */
function spelled(name: string): string[] {
  const [, head = name, index = ''] = /^([A-Za-z]+?)_?(\d*|_\w+)$/.exec(name) ?? [];
  const heads = [head, greek[head] ?? head, ...(head === 'epsilon' ? ['ϵ'] : [])];
  const tail = index.replace(/^_/, '');
  const tails = tail === '' ? [''] : /^\d+$/.test(tail) ? [`_${tail}`, tail] : [`_${tail}`];
  return heads.flatMap((each) => tails.map((end) => each + end));
}
