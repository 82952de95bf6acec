import type { Problem } from './problem.ts';
import { type Result, fail, ok } from './result.ts';
import { type OwnUnits, type Unit, convertedUnits, unitsFor } from './units.ts';

export interface TypedNumber {
  readonly value: number;
  /** False where the text says the number plainly, so that echoing it would only be in the way. */
  readonly worthEchoing: boolean;
}

const longest = 60;

/**
 * Reads a number as people type it: `-0.25`, `.25`, `1/4`, `25%`, `2.5e-1`, `2.5×10^-1`, `1,250,000`, `0,25`.
 *
 * A comma is a decimal comma or groups thousands only where it can be nothing else; `3,145` asks. So does a
 * unit that is not known, and one that is known is converted: `0.25 s` is 250 where ms are asked for.
 *
 * @param asked the unit the number is asked for in; with `%` a number means percent
 * @param own what else the item reads
 */
export function readNumber(
  typed: string,
  asked?: string,
  own: OwnUnits = {},
): Result<TypedNumber, Problem> {
  // Before anything else: what follows is not made for megabytes.
  if (typed.trim().length > longest) {
    return unclear('number-too-long', 'That is too long for a number.', 'Type a shorter one.');
  }
  const written = plainCharacters(typed);
  const unit = unitBehind(written, asked, own);
  const text = tidy(withoutUnit(written, unit, asked));
  if (text === '' && unit?.spelling !== '%') {
    return unclear('no-number', 'There is no number yet.', 'Type one, such as 0.25.');
  }
  const read = readQuotient(text, typed);
  if (!read.ok) return unknownUnit(written, asked, own) ?? read;
  const value = unit ? (read.value * unit.times) / unit.over : read.value;
  if (!Number.isFinite(value)) {
    return unclear(
      'number-too-large',
      'That is beyond what can be computed.',
      'Check the exponent.',
    );
  }
  return ok({ value: value + 0, worthEchoing: !isPlain(text, value, unit) });
}

/** How a number that was read is shown: in full where it is whole, else to twelve digits. */
export function echoOf(value: number, unit?: string): string {
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(12));
  return unit === undefined ? String(shown) : `${shown} ${unit}`;
}

/** Says its value as it stands: a decimal, in the unit asked for, that a computer can hold. */
function isPlain(text: string, value: number, unit: Unit | undefined): boolean {
  const isOwn = unit === undefined || (unit.times === unit.over && unit.spelling !== '%');
  const isHeld = Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return isOwn && isHeld && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text);
}

/** The unit at the end, as it is spelled; where none is, the one asked for in whatever capitals. */
function unitBehind(text: string, asked: string | undefined, own: OwnUnits): Unit | undefined {
  const units = unitsFor(asked, own);
  const ends = (end: (of: string) => string) => (unit: Unit) => {
    const spelling = end(plainCharacters(unit.spelling));
    const before = text.slice(0, -spelling.length);
    return end(text).endsWith(spelling) && !(/^\p{L}/u.test(spelling) && /\p{L}$/u.test(before));
  };
  return (
    units.find(ends((of) => of)) ??
    units.filter(({ spelling }) => spelling === asked).find(ends((of) => of.toLowerCase()))
  );
}

/** A currency may stand before its number. */
function withoutUnit(text: string, unit: Unit | undefined, asked: string | undefined): string {
  if (unit) return text.slice(0, -plainCharacters(unit.spelling).length);
  return asked && /^\p{Sc}$/u.test(asked) ? text.replace(asked, '') : text;
}

/** Asks about what stands behind a number that could be read; null where that is not what is wrong. */
function unknownUnit(text: string, asked: string | undefined, own: OwnUnits) {
  const behind = /\d[.,]?\s*([^\d\s.,)][^\d]*)$/.exec(text)?.[1]?.trim();
  if (asked === undefined || behind === undefined) return null;
  if (!readQuotient(tidy(text.slice(0, -behind.length)), text).ok) return null;
  const others = convertedUnits(asked, own);
  return unclear(
    'unit-unknown',
    `“${behind}” is not a unit that is read here.`,
    `Give the number in ${asked}${others.length > 0 ? `; ${others.join(', ')} are converted` : ''}.`,
  );
}

/** One spelling for what keyboards and clipboards vary: spaces and powers of ten. */
function tidy(text: string): string {
  return text
    .replace(/(?<=\d)[\s_'’](?=\d{3}(?!\d))/g, '')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s*[×x*·]\s*10\s*(\^|\*\*)\s*\(?([+-]?\d+)\)?\s*$/i, 'e$2')
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

function readQuotient(text: string, typed: string): Result<number, Problem> {
  const [top = '', bottom, ...more] = text.split('/');
  if (more.length > 0) return notANumber(typed);
  const numerator = readDecimal(top, typed);
  if (!numerator.ok || bottom === undefined) return numerator;
  const denominator = readDecimal(bottom, typed);
  if (!denominator.ok) return denominator;
  return denominator.value === 0
    ? unclear('division-by-zero', 'A fraction cannot have 0 below.', 'Mend the fraction.')
    : ok(numerator.value / denominator.value);
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
