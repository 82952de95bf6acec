import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import type { Value } from './functions.ts';

type Filter = (value: Value, argument: number | undefined) => Result<string, string>;

/** How a placeholder's value is written; the first word after the bar names one of these. */
const filters: Record<string, Filter> = {
  fixed: numeric((x, digits = 0) => withoutMinusZero(x.toFixed(digits))),
  percent: numeric((x, digits = 0) => `${withoutMinusZero((100 * x).toFixed(digits))}%`),
  signed: numeric((x) => `${x < 0 ? '-' : '+'} ${plainNumber(Math.abs(x))}`),
  grouped: numeric((x) => plainNumber(x).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')),
  fraction: numeric(fraction),
  matrix: (value) => matrix(value, false),
  row: (value) => matrix(value, true),
  list: (value) => ok(list(value)),
};

const placeholder = /\{\{([^{}]+)\}\}/g;

/** A text's placeholders: the expression of each and its filter, if any. */
export function placeholdersOf(
  text: string,
): { whole: string; expression: string; filter: string }[] {
  return [...text.matchAll(placeholder)].map(([whole, inside = '']) => {
    const bar = inside.lastIndexOf('|');
    return bar < 0
      ? { whole, expression: inside.trim(), filter: '' }
      : { whole, expression: inside.slice(0, bar).trim(), filter: inside.slice(bar + 1).trim() };
  });
}

/**
 * Writes a text with its placeholders replaced by their values.
 *
 * @param evaluate computes one expression in the variant's scope
 */
export function fill(
  text: string,
  evaluate: (expression: string) => Result<Value, string>,
): Result<string, string> {
  let filled = text;
  for (const { whole, expression, filter } of placeholdersOf(text)) {
    const value = evaluate(expression);
    if (!value.ok) return value;
    const written = write(value.value, filter);
    if (!written.ok) return fail(`${whole}: ${written.error}`);
    filled = filled.replace(whole, () => written.value);
  }
  return ok(filled);
}

function write(value: Value, filter: string): Result<string, string> {
  if (filter === '') {
    return ok(plainValue(value));
  }
  const [name = '', argument] = filter.split(/\s+/);
  const apply = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!apply)
    return fail(`there is no filter "${name}"; there are ${Object.keys(filters).join(', ')}`);
  if (argument !== undefined && !/^\d{1,2}$/.test(argument)) {
    return fail(`"${argument}" is no number of decimals`);
  }
  return apply(value, argument === undefined ? undefined : Number(argument));
}

function numeric(format: (x: number, argument?: number) => string): Filter {
  return (value, argument) =>
    typeof value === 'number'
      ? ok(argument === undefined ? format(value) : format(value, argument))
      : fail('this filter takes a number');
}

/** A whole number in full, any other with at most six significant digits; never in scientific notation unless it must be. */
export function plainNumber(x: number): string {
  return Number.isInteger(x) && Math.abs(x) < 1e15 ? String(x) : String(Number(x.toPrecision(6)));
}

function withoutMinusZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** The nearest fraction with a denominator up to 1,000, as TeX; whole numbers stay whole. */
function fraction(x: number): string {
  for (let denominator = 1; denominator <= 1000; denominator++) {
    const numerator = Math.round(x * denominator);
    if (Math.abs(x - numerator / denominator) > 1e-9) continue;
    if (denominator === 1) return String(numerator + 0);
    const sign = numerator < 0 ? '-' : '';
    return `${sign}\\frac{${Math.abs(numerator)}}{${denominator}}`;
  }
  return plainNumber(x);
}

function matrix(value: Value, flat: boolean): Result<string, string> {
  if (!Array.isArray(value)) return fail('this filter takes a vector or a matrix');
  const isVector = value.every((entry) => !Array.isArray(entry));
  const rows = isVector ? (flat ? [value] : value.map((entry) => [entry])) : value;
  if (!rows.every((row) => Array.isArray(row))) return fail('a row of the matrix is no list');
  return ok(matrixTex(rows));
}

/** A TeX matrix in brackets. */
export function matrixTex(rows: readonly (readonly Value[])[]): string {
  const cells = rows.map((row) => row.map(plainValue).join(' & '));
  return `\\begin{bmatrix} ${cells.join(' \\\\ ')} \\end{bmatrix}`;
}

function plainValue(value: Value): string {
  return typeof value === 'number' ? plainNumber(value) : list(value);
}

function list(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(list).join(', ')}]`;
  return typeof value === 'number' ? plainNumber(value) : String(value);
}
