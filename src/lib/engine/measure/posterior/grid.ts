/**
 * The nodes on which every ability of the tree lives: −8..8 logits, a quarter apart.
 *
 * Sums over them stand for integrals. For a smooth bell the error of such a sum falls off as
 * exp(−2π²(width/step)²): below 1e-12 for the densities of a prior with standard deviations of 0.3 and
 * more, and of an ability known to ± 0.3. (Trefethen & Weideman 2014, SIAM Review 56, 385–458.) The
 * ends are eight deviations of a prior of variance 1 away; what lies beyond them counts for nothing.
 */
export const STEP = 0.25;
export const NODE_COUNT = 65;
export const NODES = Float64Array.from({ length: NODE_COUNT }, (_, k) => (k - 32) * STEP);

/** The least variance, above 0, that the nodes resolve; 0 itself is exact: no difference at all. */
export const LEAST_VARIANCE = 0.04;

/** Normal steps are cut off at this many standard deviations, where 1e-15 of them is left. */
const REACH = 8;

/** Added to sums of products of what is cut off, so that what contradicts itself stays finite. */
export const LEAST = 1e-150;

/** Two abilities that differ by a normal step. Symmetric: it can be walked either way. */
export interface Kernel {
  /** exp(−distance²/2v), row major, NODE_COUNT²; 0 beyond `reach` nodes from the diagonal. */
  readonly density: Float64Array;
  readonly reach: number;
}

/** @throws RangeError on a variance that the grid cannot resolve */
export function kernelOnGrid(variance: number): Kernel {
  const density = new Float64Array(NODE_COUNT * NODE_COUNT);
  NODES.forEach((from, i) => {
    density.set(normalOnGrid(variance, from), i * NODE_COUNT);
  });
  const reach = Math.floor((REACH * Math.sqrt(variance)) / STEP);
  return { density, reach: Math.min(reach, NODE_COUNT) };
}

/** exp(−(θ − centre)²/2v) at the nodes; v = 0: 1 at the centre, else 0. Length NODE_COUNT. */
export function normalOnGrid(variance: number, centre = 0): Float64Array {
  if (!(variance === 0 || variance >= LEAST_VARIANCE)) {
    throw new RangeError(`a variance is 0 or at least ${LEAST_VARIANCE}, not ${variance}`);
  }
  return NODES.map((node) => {
    const distance = Math.abs(node - centre);
    if (distance > REACH * Math.sqrt(variance)) return 0;
    return distance === 0 ? 1 : Math.exp(-(distance ** 2) / (2 * variance));
  });
}
