import type { Problem } from '../problem.ts';
import { type Result, fail, ok } from '../result.ts';
import { plainCharacters, plainTex } from './characters.ts';
import type { Vocabulary } from './formula.ts';
import { type Word, wordsOf } from './words.ts';

type TokenKind =
  | 'number'
  | 'name'
  | 'function'
  | 'operator'
  | 'open'
  | 'close'
  | 'bar'
  | 'fraction'
  | 'root'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** A canonical name, a decimal, or the character itself. */
  readonly text: string;
  /** A gap stands before it. */
  readonly spaced: boolean;
  /** Where it begins in the plain text. */
  readonly at: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** What the places count in. */
  readonly plain: string;
  /** Written in TeX, whose braces leave no doubt what is raised. */
  readonly isTex: boolean;
}

export function trouble(code: string, message: string, hint: string) {
  return fail<Problem>({ code, path: 'answer', message, hint });
}

/** A few characters, as a message quotes them. */
export function quoted(text: string): string {
  return `“${Array.from(text).slice(0, 24).join('')}”`;
}

/** Cuts a text into numbers, words of the vocabulary and signs. */
export function tokenise(text: string, vocabulary: Vocabulary): Result<Tokens, Problem> {
  const isTex = /\\|\^\s*\{/.test(text);
  const plain = isTex ? plainTex(plainCharacters(text)) : plainCharacters(text);
  const words = wordsOf(vocabulary);
  const tokens: Token[] = [];
  let at = 0;
  let spaced = false;
  const take = (kind: TokenKind, value: string, length: number) => {
    tokens.push({ kind, text: value, spaced, at });
    at += length;
    spaced = false;
  };
  while (at < plain.length) {
    const rest = plain.slice(at);
    const char = rest.charAt(0);
    if (/\s/.test(char)) {
      at++;
      spaced = true;
      continue;
    }
    const before = tokens.at(-1);
    // In TeX one digit is raised, or stands above or below a line, where no braces say more.
    const isOneDigit =
      isTex &&
      (before?.text === '^' || before?.kind === 'fraction' || tokens.at(-2)?.kind === 'fraction');
    const number = (isOneDigit ? /^\d/ : /^(?:\d+\.?\d*|\.\d+)/).exec(rest)?.[0];
    if (number !== undefined) {
      if (/^,\d/.test(rest.slice(number.length))) return decimalComma(plain, at);
      take('number', tidyDecimal(number), number.length);
      continue;
    }
    const fixed = fixedToken(rest);
    if (fixed) {
      take(...fixed);
      continue;
    }
    const word = wordAt(rest, words);
    if (!word) return unknown(plain, at, vocabulary);
    take(word.word.kind, word.word.name, word.length);
  }
  tokens.push({ kind: 'end', text: '', spaced, at });
  return ok({ tokens, plain, isTex });
}

function fixedToken(rest: string): [TokenKind, string, number] | null {
  const char = rest.charAt(0);
  if ('+-*/^'.includes(char)) return ['operator', char, 1];
  if ('([{'.includes(char)) return ['open', char, 1];
  if (')]}'.includes(char)) return ['close', char, 1];
  if (char === '|') return ['bar', '|', 1];
  if (char === '√') return ['root', '√', 1];
  if (rest.startsWith('\\frac')) return ['fraction', 'frac', 5];
  if (rest.startsWith('\\sqrt')) return ['root', 'sqrt', 5];
  return null;
}

/** The longest word that stands there. `w_1` does not begin `w_12`. */
function wordAt(rest: string, words: readonly (readonly [string, Word])[]) {
  const skipped = rest.startsWith('\\') ? 1 : 0;
  const text = rest.slice(skipped);
  const found = words.find(
    ([spelling]) =>
      text.startsWith(spelling) &&
      !(/\d$/.test(spelling) && /^[\d.]/.test(text.slice(spelling.length))) &&
      !/^_\w/.test(text.slice(spelling.length)),
  );
  return found ? { word: found[1], length: skipped + found[0].length } : null;
}

/** One spelling of a decimal: `.50` is `0.5`. */
function tidyDecimal(text: string): string {
  const [whole = '', part = ''] = text.split('.');
  const ended = part.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${ended === '' ? '' : `.${ended}`}`;
}

function decimalComma(plain: string, at: number) {
  const number = /^[\d.,]+/.exec(plain.slice(at))?.[0] ?? '';
  return trouble(
    'decimal-comma',
    `The comma in ${quoted(number)} can be read in two ways.`,
    'Write a decimal point: 0.5.',
  );
}

function unknown(plain: string, at: number, vocabulary: Vocabulary) {
  const rest = plain.slice(at);
  if (/^(=|<|>|≤|≥|≈|:)/.test(rest)) {
    return trouble(
      'not-an-expression',
      'One expression is asked for, no equation.',
      `Leave out ${quoted(rest.charAt(0))} and what stands on its other side.`,
    );
  }
  if (rest.startsWith(',')) {
    return trouble('comma', 'A comma has no meaning here.', 'Functions take one argument.');
  }
  if (/^\\(placeholder|square|Box)/.test(rest)) {
    return trouble('gap', 'A place is still empty.', 'Fill it in, or delete it.');
  }
  const name = /^\\?[\p{L}]+[\d_]*\w*|^./u.exec(rest)?.[0] ?? rest.charAt(0);
  return trouble(
    'unknown-symbol',
    `${quoted(name)} is not known here.`,
    `You may use ${mayUse(vocabulary)}.`,
  );
}

function mayUse({ symbols, functions }: Vocabulary): string {
  const own = [...symbols, ...functions.map((name) => `${name}( )`)];
  return `${own.join(', ')}, numbers, pi, e, + − * / ^ and functions such as sqrt, exp, ln, sin, tanh and abs`;
}
