import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import {
  type Formula,
  type Vocabulary,
  numeral,
  rebuilt,
} from '#lib/engine/kernel/formula/formula.ts';
import { readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { tidied } from './tidy.ts';

type ExpressionItem = ItemOf<'expression'>;

/** What a learner may use. Where the stem writes a logarithm without a base, it is the natural one. */
export function vocabularyOf({ symbols, functions, stem }: ExpressionItem): Vocabulary {
  return {
    symbols: Object.keys(symbols),
    functions: Object.keys(functions),
    naturalLog: /\\log(?![A-Za-z_])|\blog\(/.test(stem),
  };
}

const decimal = new Intl.NumberFormat('en', { useGrouping: false, maximumSignificantDigits: 15 });

/**
 * A formula of the author, in which numbers have taken the place of the item's variables.
 *
 * @returns the formula, or a sentence that says why it cannot be read in one way
 */
export function formulaOf(drawn: Drawn<ExpressionItem>, text: string): Result<Formula, string> {
  const { item, scope } = drawn;
  const numbers = Object.keys(scope).filter((name) => typeof scope[name] === 'number');
  const vocabulary = vocabularyOf(item);
  const reading = readFormula(text, {
    ...vocabulary,
    symbols: [...vocabulary.symbols, ...numbers],
    naturalLog: true,
  });
  if (!reading.ok) return fail(`"${text}": ${reading.error.message} ${reading.error.hint}`);
  if (reading.value.alternatives.length > 0) return fail(`"${text}" can be read in two ways`);
  const filled = rebuilt(reading.value.formula, (part) => {
    const value = part.kind === 'name' && numbers.includes(part.name) ? scope[part.name] : null;
    return typeof value === 'number' ? numberOf(value) : part;
  });
  return ok(tidied(filled));
}

/** Without an exponent, which a formula has no sign for. */
function numberOf(value: number): Formula {
  const written: Formula = { kind: 'number', text: decimal.format(Math.abs(value)) };
  if (Number.isInteger(value)) return numeral(value);
  return value < 0 ? { kind: 'negative', of: written } : written;
}
