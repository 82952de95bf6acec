import { type Formula, binary, numeral, rebuilt } from '#lib/engine/kernel/formula/formula.ts';

/**
 * A formula into which numbers were put, as somebody would write it: `3 * x^(3 - 1)` becomes `3 * x^2`.
 * Only whole numbers are computed with, so nothing is rounded.
 */
export function tidied(formula: Formula): Formula {
  return rebuilt(formula, tidyPart);
}

function tidyPart(part: Formula): Formula {
  if (part.kind === 'negative') {
    if (part.of.kind === 'negative') return part.of.of;
    return integerOf(part.of) === 0 ? part.of : part;
  }
  if (part.kind !== 'binary') return part;
  const { operator, left, right } = part;
  const [a, b] = [integerOf(left), integerOf(right)];
  if (a !== null && b !== null) return computed(part, a, b);
  switch (operator) {
    case '+':
      if (a === 0) return right;
      return b === 0 ? left : signMoved('-', part);
    case '-':
      if (b === 0) return left;
      return a === 0 ? tidyPart({ kind: 'negative', of: right }) : signMoved('+', part);
    case '*':
      if (a === 0 || b === 0) return numeral(0);
      if (a === 1) return right;
      if (a === -1) return tidyPart({ kind: 'negative', of: right });
      return b === 1 ? left : part;
    case '/':
      if (a === 0) return numeral(0);
      return b === 1 ? left : part;
    case '^':
      return b === 1 ? left : part;
  }
}

function integerOf(formula: Formula): number | null {
  if (formula.kind === 'negative') {
    const value = integerOf(formula.of);
    return value === null ? null : -value;
  }
  return formula.kind === 'number' && /^\d{1,9}$/.test(formula.text) ? Number(formula.text) : null;
}

function computed(part: Formula & { kind: 'binary' }, a: number, b: number): Formula {
  switch (part.operator) {
    case '+':
      return numeral(a + b);
    case '-':
      return numeral(a - b);
    case '*':
      return numeral(a * b);
    case '^': {
      const value = b >= 0 && b <= 12 ? a ** b : Infinity;
      return Math.abs(value) < 1e6 ? numeral(value) : part;
    }
    case '/': {
      const shared = divisor(Math.abs(a), Math.abs(b)) * Math.sign(b);
      if (b === 0) return part;
      if (b === shared) return numeral(a / b);
      return binary('/', numeral(a / shared), numeral(b / shared));
    }
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** `x + -2 * y` is `x - 2 * y`, and `x - -2` is `x + 2`. */
function signMoved(operator: '+' | '-', part: Formula & { kind: 'binary' }): Formula {
  const { left, right } = part;
  if (right.kind === 'negative') return binary(operator, left, right.of);
  if (right.kind === 'binary' && right.operator === '*' && right.left.kind === 'negative') {
    return binary(operator, left, tidyPart({ ...right, left: right.left.of }));
  }
  return part;
}
