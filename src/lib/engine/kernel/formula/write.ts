import type { Formula, Operator } from './formula.ts';
import { greek } from './words.ts';

/** How tightly a formula holds together, the higher the tighter. */
function strength(formula: Formula): number {
  switch (formula.kind) {
    case 'number':
    case 'name':
    case 'call':
      return 5;
    case 'negative':
      return 2;
    case 'binary':
      return { '+': 1, '-': 1, '*': 3, '/': 3, '^': 4 }[formula.operator];
  }
}

/**
 * The canonical text: every sign written, brackets where they are needed, functions with theirs. It is
 * read in one way only, and as the same formula.
 */
export function writeText(formula: Formula): string {
  return written(formula, (name, of) => `${name}(${of})`);
}

/** The same for mathjs, in which `log` is the natural logarithm and definitions take the place of their names. */
export function writeMathjs(
  formula: Formula,
  definitions: Readonly<Record<string, string>>,
): string {
  return written(formula, (name, of) => {
    if (name === 'ln') return `log(${of})`;
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    return definition === undefined
      ? `${name}(${of})`
      : `(${definition.replace(/\bt\b/g, () => `(${of})`)})`;
  });
}

function written(formula: Formula, call: (name: string, of: string) => string): string {
  const write = (part: Formula, atLeast: number): string => {
    const text = written(part, call);
    return strength(part) < atLeast ? `(${text})` : text;
  };
  switch (formula.kind) {
    case 'number':
      return formula.text;
    case 'name':
      return formula.name;
    case 'call':
      return call(formula.name, written(formula.of, call));
    case 'negative':
      return `-${write(formula.of, 4)}`;
    case 'binary': {
      const { operator, left, right } = formula;
      const [onLeft, onRight] = sides[operator];
      // A sign binds less than a product, but at its very beginning it needs no bracket.
      const isLeading = left.kind === 'negative' && operator !== '^';
      const gap = operator === '^' ? '' : ' ';
      return `${write(left, isLeading ? 0 : onLeft)}${gap}${operator}${gap}${write(right, onRight)}`;
    }
  }
}

/** The least strength that stands without brackets on either side. */
const sides: Readonly<Record<Operator, readonly [number, number]>> = {
  '+': [1, 3],
  '-': [1, 3],
  '*': [3, 4],
  '/': [3, 4],
  '^': [5, 5],
};

const texFunctions = new Set(['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'ln']);
const texNames: Readonly<Record<string, string>> = {
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  log2: '\\log_{2}',
  log10: '\\log_{10}',
};

/** The formula as TeX. */
export function writeTex(formula: Formula): string {
  const tex = (part: Formula, atLeast: number): string =>
    strength(part) < atLeast ? `\\left(${writeTex(part)}\\right)` : writeTex(part);
  switch (formula.kind) {
    case 'number':
      return formula.text;
    case 'name':
      return texName(formula.name);
    case 'negative':
      return `-${tex(formula.of, 3)}`;
    case 'call':
      return texCall(formula.name, writeTex(formula.of));
    case 'binary': {
      const { operator, left, right } = formula;
      switch (operator) {
        case '+':
        case '-':
          return `${writeTex(left)} ${operator} ${tex(right, 3)}`;
        case '/':
          return `\\frac{${writeTex(left)}}{${writeTex(right)}}`;
        case '^': {
          const isFraction = left.kind === 'binary' && left.operator === '/';
          const isBracketed = isFraction || isExponential(left);
          const base = isBracketed ? `\\left(${writeTex(left)}\\right)` : tex(left, 5);
          return `${base}^{${writeTex(right)}}`;
        }
        case '*': {
          const factors = [left.kind === 'negative' ? writeTex(left) : tex(left, 3), tex(right, 3)];
          return factors.join(startsWithDigit(right) ? ' \\cdot ' : ' \\, ');
        }
      }
    }
  }
}

function startsWithDigit(formula: Formula): boolean {
  if (formula.kind === 'binary') {
    return (formula.operator === '*' || formula.operator === '^') && startsWithDigit(formula.left);
  }
  return formula.kind === 'number';
}

/** The name of a symbol as TeX. */
export function texName(name: string): string {
  const [, head = name, index = ''] = /^([A-Za-z]+?)_?(\d*|(?<=_)\w+)$/.exec(name) ?? [];
  const letter = Object.hasOwn(greek, head)
    ? `\\${head}`
    : head.length > 1
      ? `\\mathrm{${head}}`
      : head;
  return index === '' ? letter : `${letter}_{${index}}`;
}

/** Drawn as a power itself, which cannot be raised without brackets. */
function isExponential(formula: Formula): boolean {
  return formula.kind === 'call' && formula.name === 'exp';
}

function texCall(name: string, of: string): string {
  if (name === 'exp') return `e^{${of}}`;
  if (name === 'sqrt') return `\\sqrt{${of}}`;
  if (name === 'cbrt') return `\\sqrt[3]{${of}}`;
  if (name === 'abs') return `\\left|${of}\\right|`;
  const own = Object.hasOwn(greek, name) ? `\\${name}` : `\\operatorname{${name}}`;
  const called = texFunctions.has(name) ? `\\${name}` : (texNames[name] ?? own);
  return `${called}\\left(${of}\\right)`;
}
