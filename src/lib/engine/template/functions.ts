import { type EvalFunction, type MathNode, all, create } from 'mathjs';

/**
 * The expression library, set so that a variant is the same everywhere: plain numbers and arrays,
 * and NaN rather than complex numbers where a real function is undefined.
 */
const math = create(all ?? {}, { number: 'number', matrix: 'Array', predictable: true });

export type Value = number | boolean | string | Value[];
export type Scope = Readonly<Record<string, Value>>;
type Matrix = number[][];

/** Functions of the library that expressions may call. Nothing else of it can be reached. */
const allowed = new Set(
  `abs sign sqrt cbrt exp expm1 log log2 log10 log1p pow sin cos tan asin acos atan atan2 sinh cosh tanh
  erf gamma min max sum prod mean median std variance floor ceil round fix mod gcd lcm factorial
  combinations permutations dot cross norm det inv transpose trace diag identity ones zeros size concat
  flatten sort map filter count range equalText`.split(/\s+/),
);

/** Our own, which the library lacks; made for checks by another road. */
const own: Record<string, (...args: never[]) => Value> = {
  normalCdf: (z: number) => (1 + math.erf(z / Math.SQRT2)) / 2,
  normalInv,
  // The library orders them by magnitude.
  eigenvalues: (matrix: Matrix) =>
    (math.eigs(matrix, { eigenvectors: false }).values as number[]).toSorted((a, b) => a - b),
  rank,
  slope: (f: (x: number) => number, x: number) => slope(f, x),
  integral: (f: (x: number) => number, lo: number, hi: number) => integral(f, lo, hi),
};

math.import(own);

const constants = new Set(['pi', 'e', 'true', 'false']);

export function isCallable(name: string): boolean {
  return allowed.has(name) || Object.hasOwn(own, name);
}

export function isConstant(name: string): boolean {
  return constants.has(name);
}

export function parseExpression(text: string): MathNode {
  return math.parse(text);
}

/** Runs a compiled, vetted expression. @throws the library's own error, for the caller to tell */
export function run(code: EvalFunction, scope: Scope): unknown {
  // A copy: a function defined in an argument would otherwise stay behind in the scope.
  return code.evaluate(new Map(Object.entries(scope)));
}

/** Inverse of the standard normal distribution function by bisection on it; p in (0, 1). */
function normalInv(p: number): number {
  if (!(p > 0 && p < 1)) return NaN;
  let low = -9;
  let high = 9;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if ((1 + math.erf(middle / Math.SQRT2)) / 2 < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Rank by Gaussian elimination with partial pivoting; entries under 1e-9 of the largest count as 0. */
function rank(matrix: Matrix): number {
  const rows = matrix.map((row) => [...row]);
  const columns = rows[0]?.length ?? 0;
  const tiny = 1e-9 * Math.max(1, ...rows.flat().map(Math.abs));
  let found = 0;
  for (let column = 0; column < columns && found < rows.length; column++) {
    const candidates = rows.slice(found).map((row) => Math.abs(row[column] ?? 0));
    const pivot = found + candidates.indexOf(Math.max(...candidates));
    const pivotRow = rows[pivot];
    const lead = pivotRow?.[column] ?? 0;
    if (!pivotRow || Math.abs(lead) <= tiny) continue;
    rows[pivot] = rows[found] ?? [];
    rows[found] = pivotRow;
    for (const row of rows.slice(found + 1)) {
      const factor = (row[column] ?? 0) / lead;
      pivotRow.forEach((value, index) => (row[index] = (row[index] ?? 0) - factor * value));
    }
    found++;
  }
  return found;
}

/** Central difference with one Richardson step; relative error about 1e-9 for smooth functions. */
function slope(f: (x: number) => number, x: number): number {
  const h = 1e-3 * Math.max(1, Math.abs(x));
  const central = (step: number) => (f(x + step) - f(x - step)) / (2 * step);
  return (4 * central(h / 2) - central(h)) / 3;
}

/** Composite Simpson rule on 2,000 intervals. */
function integral(f: (x: number) => number, lo: number, hi: number): number {
  const intervals = 2000;
  const h = (hi - lo) / intervals;
  let sum = f(lo) + f(hi);
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * f(lo + i * h);
  return (sum * h) / 3;
}
