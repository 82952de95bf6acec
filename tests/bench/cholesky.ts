/**
 * Cholesky factorisation of small dense symmetric matrices, row major, in place.
 *
 * Source: Golub & Van Loan (2013), Matrix Computations, 4th ed., §4.2.
 */

/** A = LLᵀ: overwrites the lower triangle of `a` (n×n, positive definite) with L. */
export function factorise(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i += 1) {
    const rowI = i * n;
    for (let j = 0; j <= i; j += 1) {
      const rowJ = j * n;
      let sum = a[rowI + j]!;
      for (let k = 0; k < j; k += 1) sum -= a[rowI + k]! * a[rowJ + k]!;
      if (i !== j) a[rowI + j] = sum / a[rowJ + j]!;
      else if (sum > 0) a[rowI + i] = Math.sqrt(sum);
      else throw new RangeError('the matrix is not positive definite');
    }
  }
}

/** x ← L⁻¹x, L the lower triangle of `l`. */
export function solveLower(l: Float64Array, n: number, x: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    let sum = x[i]!;
    for (let k = 0; k < i; k += 1) sum -= l[i * n + k]! * x[k]!;
    x[i] = sum / l[i * n + i]!;
  }
}

/** x ← L⁻ᵀx. */
export function solveUpper(l: Float64Array, n: number, x: Float64Array): void {
  for (let i = n - 1; i >= 0; i -= 1) {
    const value = x[i]! / l[i * n + i]!;
    x[i] = value;
    for (let k = 0; k < i; k += 1) x[k]! -= l[i * n + k]! * value;
  }
}
