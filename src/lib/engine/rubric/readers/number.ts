import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';

export interface TypedNumber {
  readonly value: number;
  /** False where the text says the number plainly, so that echoing it would only be in the way. */
  readonly worthEchoing: boolean;
}

const longest = 60;

/**
 * Reads a number as people type it: `-0.25`, `.25`, `1/4`, `25%`, `2.5e-1`, `2.5×10^-1`, `1,250,000`, `0,25`.
 *
 * A comma is a decimal comma or groups thousands only where it can be nothing else; `3,145` asks.
 *
 * @param unit the item's unit; a typed copy of it is allowed, and with `%` a number means percent
 */
export function readNumber(typed: string, unit?: string): Result<TypedNumber, Problem> {
  // Before anything else: what follows is not made for megabytes.
  if (typed.trim().length > longest) {
    return unclear('number-too-long', 'That is too long for a number.', 'Type a shorter one.');
  }
  const text = tidy(typed, unit);
  if (text === '')
    return unclear('no-number', 'There is no number yet.', 'Type one, such as 0.25.');
  const isPercent = text.endsWith('%');
  const [top = '', bottom, ...more] = (isPercent ? text.slice(0, -1) : text).split('/');
  if (more.length > 0) return notANumber(typed);
  const numerator = readDecimal(top, typed);
  if (!numerator.ok) return numerator;
  const denominator = bottom === undefined ? ok(1) : readDecimal(bottom, typed);
  if (!denominator.ok) return denominator;
  if (denominator.value === 0) {
    return unclear('division-by-zero', 'A fraction cannot have 0 below.', 'Mend the fraction.');
  }
  const quotient = numerator.value / denominator.value;
  const value = isPercent && unit !== '%' ? quotient / 100 : quotient;
  if (!Number.isFinite(value)) {
    return unclear(
      'number-too-large',
      'That is beyond what can be computed.',
      'Check the exponent.',
    );
  }
  const isPlain = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text);
  return ok({ value: value + 0, worthEchoing: !isPlain });
}

/** One spelling for what keyboards and clipboards vary: minus signs, spaces, powers of ten, the unit. */
function tidy(typed: string, unit: string | undefined): string {
  let text = plainCharacters(typed);
  const suffix = plainCharacters(unit ?? '%');
  if (suffix !== '%' && text.toLowerCase().endsWith(suffix.toLowerCase())) {
    text = text.slice(0, -suffix.length);
  }
  return text
    .replace(/(?<=\d)[\s_'’](?=\d{3}(?!\d))/g, '')
    .replace(/\s*([/%])\s*/g, '$1')
    .replace(/\s*[×x*·]\s*10\s*(\^|\*\*)\s*\(?([+-]?\d+)\)?$/i, 'e$2')
    .trim();
}

/** Raised digits become a power and 1½ keeps its gap: flattened they would be other numbers. */
function plainCharacters(text: string): string {
  return text
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, '^$&')
    .replace(/(?<=\d)(?=[¼-¾⅐-⅞])/g, ' ')
    .normalize('NFKC')
    .replace(/[\u2212\u2013\u2010\u2011]/g, '-')
    .replace(/[\u2044\u2215\u00f7]/g, '/')
    .trim();
}

function readDecimal(text: string, typed: string): Result<number, Problem> {
  const plain = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return ok(Number(plain));
  // Thousands grouped by commas: two groups or more, or a decimal point behind them.
  if (/^[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^[+-]?\d{1,3},\d{3}\.\d+$/.test(plain)) {
    return ok(Number(plain.replaceAll(',', '')));
  }
  // Thousands grouped by points: two groups or more, or a decimal comma behind them.
  if (/^[+-]?\d{1,3}(\.\d{3}){2,}(,\d+)?$|^[+-]?\d{1,3}\.\d{3},\d+$/.test(plain)) {
    return ok(Number(plain.replaceAll('.', '').replace(',', '.')));
  }
  if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain)) {
    const point = plain.replace(',', '.');
    return unclear(
      'ambiguous-comma',
      `${plain} could be ${point} or ${plain.replace(',', '')}.`,
      'Write it with a point, or without the comma.',
    );
  }
  if (/^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(plain)) return ok(Number(plain.replace(',', '.')));
  return notANumber(typed);
}

function notANumber(typed: string) {
  const shown = typed.trim().slice(0, 40);
  return unclear(
    'not-a-number',
    `“${shown}” cannot be read as a number.`,
    'Type a decimal (0.25), a fraction (1/4), a percentage (25%) or a power of ten (2.5e-1).',
  );
}

function unclear(code: string, message: string, hint: string) {
  return fail<Problem>({ code, path: 'answer', message, hint });
}
