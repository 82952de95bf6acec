import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { type Formula, isSum, partsOf } from '#lib/engine/kernel/formula/formula.ts';

type Form = ItemOf<'expression'>['form'];

/**
 * Whether a formula with the key's value is written as asked.
 *
 * - expanded: no sum is a factor, the base of a power with a whole exponent, or negated as a whole.
 *   What stands inside of a function or an exponent is not looked at.
 * - factored: a product with as many factors that hold a symbol as the key has, or more, each power
 *   counted as often as its whole exponent. A sum is one factor, so it is never more than the key's.
 * - simplified: no longer than the key by more than a quarter of its parts, or by more than two.
 */
export function isInForm(formula: Formula, form: Form, key: Formula): boolean {
  switch (form) {
    case 'any':
      return true;
    case 'expanded':
      return isExpanded(formula);
    case 'factored':
      return !isDivided(formula) && factorCount(formula) >= factorCount(key);
    case 'simplified': {
      const most = partCount(key);
      return partCount(formula) <= most + Math.max(2, Math.floor(most / 4));
    }
  }
}

function isExpanded(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
    case 'name':
    case 'call':
      return true;
    case 'negative':
      return !isSum(formula.of) && isExpanded(formula.of);
    case 'binary': {
      const { operator, left, right } = formula;
      if (operator === '^') return !(isSum(left) && wholeNumber(right) !== null);
      if (operator === '*' && (isSum(left) || isSum(right))) return false;
      return isExpanded(left) && isExpanded(right);
    }
  }
}

/** How many factors hold a symbol; what is divided by takes none away. */
function factorCount(formula: Formula): number {
  if (!partsOf(formula).some(({ kind }) => kind === 'name')) return 0;
  if (formula.kind === 'negative') return factorCount(formula.of);
  if (formula.kind !== 'binary') return 1;
  const { operator, left, right } = formula;
  if (operator === '*') return factorCount(left) + factorCount(right);
  if (operator === '/') return factorCount(left);
  if (operator === '^') return factorCount(left) * (wholeNumber(right) ?? 1);
  return 1;
}

/** A sum that divides by a symbol: `x * (1 + 1 / x)` has no more factors than `x + 1`. */
function isDivided(formula: Formula): boolean {
  return partsOf(formula).some(
    (sum) =>
      isSum(sum) &&
      partsOf(sum).some(
        (part) =>
          part.kind === 'binary' &&
          ((part.operator === '/' && partsOf(part.right).some(({ kind }) => kind === 'name')) ||
            (part.operator === '^' && part.right.kind === 'negative')),
      ),
  );
}

/** Everything but signs, which cost a reader nothing. */
function partCount(formula: Formula): number {
  return partsOf(formula).filter(({ kind }) => kind !== 'negative').length;
}

function wholeNumber(formula: Formula): number | null {
  return formula.kind === 'number' && /^[1-9]\d?$/.test(formula.text) ? Number(formula.text) : null;
}
