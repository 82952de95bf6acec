/**
 * Standard normal distribution: Φ, its density and its inverse.
 */

const SQRT_TWO_PI = 2.5066282746310002;

function horner(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** φ(x) = exp(−x²/2)/√(2π). */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / SQRT_TWO_PI;
}

const CDF_NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const CDF_DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

/**
 * Φ(x) = ∫_{−∞}^{x} φ(t) dt, for any real x (0 below −38, 1 above 38).
 *
 * A rational approximation for |x| < 5√2, a continued fraction beyond. Absolute error below 1e-14;
 * the relative error of the lower tail stays below 1e-8.
 *
 * Source: Hart et al. (1968), Computer Approximations, algorithm 5666, as given by West (2005),
 * "Better approximations to cumulative normal functions", Wilmott Magazine.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  const size = Math.abs(x);
  let tail = 0;
  if (size < 38) {
    const density = Math.exp(-0.5 * size * size);
    if (size < 7.07106781186547) {
      tail = (density * horner(CDF_NUMERATOR, size)) / horner(CDF_DENOMINATOR, size);
    } else {
      const fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
      tail = density / fraction / SQRT_TWO_PI;
    }
  }
  return x > 0 ? 1 - tail : tail;
}

const CENTRAL_NUMERATOR = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const CENTRAL_DENOMINATOR = [
  5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const MIDDLE_NUMERATOR = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_DENOMINATOR = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const FAR_NUMERATOR = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_DENOMINATOR = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/**
 * Φ⁻¹(p) for p in [0, 1]; −∞ at 0, ∞ at 1, NaN outside. Relative error about 1e-16.
 *
 * Source: Wichura (1988), "Algorithm AS 241: the percentage points of the normal distribution",
 * Applied Statistics 37, 477–484 (routine PPND16).
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(CENTRAL_NUMERATOR, r)) / horner(CENTRAL_DENOMINATOR, r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const size =
    r <= 5
      ? horner(MIDDLE_NUMERATOR, r - 1.6) / horner(MIDDLE_DENOMINATOR, r - 1.6)
      : horner(FAR_NUMERATOR, r - 5) / horner(FAR_DENOMINATOR, r - 5);
  return q < 0 ? -size : size;
}

/** Nodes x and weights w (summing to 1) with E f(Z) ≈ Σ w·f(x) for Z standard normal. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss–Hermite quadrature for the standard normal, exact for polynomials up to degree 2·count − 1;
 * count in 1..64. Nodes ascending.
 *
 * The nodes are the roots of the orthonormal Hermite polynomials h_j, with
 * √(j+1)·h_{j+1} = x·h_j − √j·h_{j−1}; their derivative is √n·h_{n−1} and the weight of a root
 * 1/(n·h_{n−1}²). Roots of h_n separate those of h_{n−1}, so each is found by bisection, then Newton.
 *
 * Source: Golub & Welsch (1969), Mathematics of Computation 23; Abramowitz & Stegun 25.4.46.
 */
export function gaussHermite(count: number): Quadrature {
  if (!Number.isInteger(count) || count < 1 || count > 64) {
    throw new RangeError(`Gauss–Hermite takes 1 to 64 nodes, not ${count}`);
  }
  let roots: number[] = [];
  for (let degree = 1; degree <= count; degree += 1) {
    const edge = 2 * Math.sqrt(degree) + 1;
    const fences = [-edge, ...roots, edge];
    roots = Array.from({ length: degree }, (_, i) =>
      hermiteRoot(degree, fences[i]!, fences[i + 1]!),
    );
  }
  const nodes = Float64Array.from(roots);
  const weights = nodes.map((x) => 1 / (count * hermite(count, x).previous ** 2));
  return { nodes, weights };
}

function hermite(degree: number, x: number): { value: number; previous: number } {
  let previous = 0;
  let value = 1;
  for (let j = 0; j < degree; j += 1) {
    const next = (x * value - Math.sqrt(j) * previous) / Math.sqrt(j + 1);
    previous = value;
    value = next;
  }
  return { value, previous };
}

function hermiteRoot(degree: number, lo: number, hi: number): number {
  const rising = hermite(degree, hi).value > hermite(degree, lo).value;
  let [left, right] = [lo, hi];
  for (let i = 0; i < 54; i += 1) {
    const middle = (left + right) / 2;
    if (hermite(degree, middle).value > 0 === rising) right = middle;
    else left = middle;
  }
  return (left + right) / 2;
}
