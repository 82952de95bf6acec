import { type Kernel, NODES, NODE_COUNT } from './grid.ts';
import { type LogLikelihood, scaled } from './likelihood.ts';

// Names of this module's own: test runners turn every access of an import into a call.
const nodes = NODES;
const count = NODE_COUNT;

/** What the answers about a skill say, for each value d of its domain's ability. */
export interface SkillMessage {
  /** log P(answers | d), up to a constant. */
  readonly log: Float64Array;
  /** E(θ | d, answers) and E(θ² | d, answers). */
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** What the answers about a domain's skills say together. */
export interface DomainMessage {
  /** log P(answers | d), up to a constant. */
  readonly own: Float64Array;
  /** log P(answers | g), up to a constant, and E(d | g, answers), for each value g of the root. */
  readonly log: Float64Array;
  readonly first: Float64Array;
}

/** Worked in and overwritten by every call: allocating costs more than the arithmetic. */
const scratch = new Float64Array(count);

/**
 * Sums below this are made anew, term by term in logarithms: `scaled` takes what is less than e^−300 of
 * the largest as nothing, which is nothing to a sum above it but all there is of one below.
 */
const FAINT = 1e-100;

/** The largest of the logarithms within reach of a node. */
function peakNear(logs: Float64Array, from: number, to: number): number {
  let peak = -Infinity;
  for (let k = from; k <= to; k += 1) if (logs[k]! > peak) peak = logs[k]!;
  return peak;
}

function largest(logs: Float64Array): number {
  return peakNear(logs, 0, count - 1);
}

/** Sums θ out of p(θ | d)·P(answers | θ). O(NODE_COUNT·reach). */
export function skillMessage(
  { density, reach }: Kernel,
  loglikelihood: LogLikelihood,
): SkillMessage {
  const likelihood = scaled(loglikelihood, scratch);
  const peak = largest(loglikelihood);
  const log = new Float64Array(count);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  for (let d = 0; d < count; d += 1) {
    const row = d * count;
    const from = Math.max(0, d - reach);
    const last = Math.min(count - 1, d + reach);
    let sum = 0;
    let sumFirst = 0;
    let sumSecond = 0;
    for (let k = from; k <= last; k += 1) {
      const weight = density[row + k]! * likelihood[k]!;
      const weighted = weight * nodes[k]!;
      sum += weight;
      sumFirst += weighted;
      sumSecond += weighted * nodes[k]!;
    }
    let shift = 0;
    if (sum < FAINT) {
      const near = peakNear(loglikelihood, from, last);
      shift = near - peak;
      sum = sumFirst = sumSecond = 0;
      for (let k = from; k <= last; k += 1) {
        const weight = density[row + k]! * Math.exp(loglikelihood[k]! - near);
        const weighted = weight * nodes[k]!;
        sum += weight;
        sumFirst += weighted;
        sumSecond += weighted * nodes[k]!;
      }
    }
    log[d] = Math.log(sum) + shift;
    first[d] = sumFirst / sum;
    second[d] = sumSecond / sum;
  }
  return { log, first, second };
}

/** Joins what the skills of a domain say, and sums d out of p(d | g)·P(answers | d). O(NODE_COUNT·reach). */
export function domainMessage(kernel: Kernel, skills: readonly SkillMessage[]): DomainMessage {
  const own = new Float64Array(count);
  for (const { log } of skills) {
    for (let d = 0; d < count; d += 1) own[d]! += log[d]!;
  }
  const first = new Float64Array(count);
  return { own, log: logSummed(kernel, own, first), first };
}

/** log Σ_k p(k | i)·exp(logs[k]) for each node i, up to a constant; Σ_k's mean node is left in `first`. */
export function logSummed(
  { density, reach }: Kernel,
  logs: Float64Array,
  first = new Float64Array(count),
  result = new Float64Array(count),
): Float64Array {
  const values = scaled(logs, scratch);
  const peak = largest(logs);
  for (let i = 0; i < count; i += 1) {
    const row = i * count;
    const from = Math.max(0, i - reach);
    const last = Math.min(count - 1, i + reach);
    let sum = 0;
    let sumFirst = 0;
    for (let k = from; k <= last; k += 1) {
      const weight = density[row + k]! * values[k]!;
      sum += weight;
      sumFirst += weight * nodes[k]!;
    }
    let shift = 0;
    if (sum < FAINT) {
      const near = peakNear(logs, from, last);
      shift = near - peak;
      sum = sumFirst = 0;
      for (let k = from; k <= last; k += 1) {
        const weight = density[row + k]! * Math.exp(logs[k]! - near);
        sum += weight;
        sumFirst += weight * nodes[k]!;
      }
    }
    result[i] = Math.log(sum) + shift;
    first[i] = sumFirst / sum;
  }
  return result;
}
