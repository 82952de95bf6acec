export type Operator = '+' | '-' | '*' | '/' | '^';

/** A formula as it was read: what a learner typed, without its spelling. */
export type Formula =
  /** A decimal without sign or exponent, as typed: `0.25`. */
  | { readonly kind: 'number'; readonly text: string }
  /** A symbol of the question, or `pi` or `e`. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: Formula }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'call'; readonly name: string; readonly of: Formula };

/** What a question lets one write beside numbers, operators and the functions that everybody may use. */
export interface Vocabulary {
  /** Names of letters and digits: `x`, `w_1`, `lambda`. */
  readonly symbols: readonly string[];
  /** Functions of one argument that the question defines, such as `sigma`. */
  readonly functions: readonly string[];
  /** Whether `log` is known to be the natural logarithm, as it is where the question itself writes it. */
  readonly naturalLog: boolean;
}

export function numeral(value: number): Formula {
  const text = String(Math.abs(value));
  const number: Formula = { kind: 'number', text };
  return value < 0 ? { kind: 'negative', of: number } : number;
}

export function binary(operator: Operator, left: Formula, right: Formula): Formula {
  return { kind: 'binary', operator, left, right };
}

export function isSum(formula: Formula): boolean {
  return formula.kind === 'binary' && (formula.operator === '+' || formula.operator === '-');
}

/** The same formula with its parts, from the innermost out, put through a change. */
export function rebuilt(formula: Formula, change: (part: Formula) => Formula): Formula {
  switch (formula.kind) {
    case 'number':
    case 'name':
      return change(formula);
    case 'negative':
    case 'call':
      return change({ ...formula, of: rebuilt(formula.of, change) });
    case 'binary':
      return change({
        ...formula,
        left: rebuilt(formula.left, change),
        right: rebuilt(formula.right, change),
      });
  }
}

/** The formula itself and every part of it. */
export function partsOf(formula: Formula): Formula[] {
  switch (formula.kind) {
    case 'number':
    case 'name':
      return [formula];
    case 'negative':
    case 'call':
      return [formula, ...partsOf(formula.of)];
    case 'binary':
      return [formula, ...partsOf(formula.left), ...partsOf(formula.right)];
  }
}
