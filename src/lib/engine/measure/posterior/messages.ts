import { type Kernel, LEAST, NODES, NODE_COUNT } from './grid.ts';
import { type LogLikelihood, scaled } from './likelihood.ts';

// Names of this module's own: test runners turn every access of an import into a call.
const nodes = NODES;
const count = NODE_COUNT;
const least = LEAST;

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
  /** P(answers | d), scaled to a largest value of 1. */
  readonly likelihood: Float64Array;
  /** log P(answers | g), up to a constant, and E(d | g, answers), for each value g of the root. */
  readonly log: Float64Array;
  readonly first: Float64Array;
}

/** Worked in and overwritten by every call: allocating costs more than the arithmetic. */
const scratch = new Float64Array(count);

/** Sums θ out of p(θ | d)·P(answers | θ). O(NODE_COUNT·reach). */
export function skillMessage(
  { density, reach }: Kernel,
  loglikelihood: LogLikelihood,
): SkillMessage {
  const likelihood = scaled(loglikelihood, scratch);
  const log = new Float64Array(count);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  for (let d = 0; d < count; d += 1) {
    const row = d * count;
    const last = Math.min(count - 1, d + reach);
    let sum = least;
    let sumFirst = least * nodes[d]!;
    let sumSecond = least * nodes[d]! ** 2;
    for (let k = Math.max(0, d - reach); k <= last; k += 1) {
      const weight = density[row + k]! * likelihood[k]!;
      const weighted = weight * nodes[k]!;
      sum += weight;
      sumFirst += weighted;
      sumSecond += weighted * nodes[k]!;
    }
    log[d] = Math.log(sum);
    first[d] = sumFirst / sum;
    second[d] = sumSecond / sum;
  }
  return { log, first, second };
}

/** Joins what the skills of a domain say, and sums d out of p(d | g)·P(answers | d). O(NODE_COUNT·reach). */
export function domainMessage(
  { density, reach }: Kernel,
  skills: readonly SkillMessage[],
): DomainMessage {
  const together = scratch.fill(0);
  for (const { log } of skills) {
    for (let d = 0; d < count; d += 1) together[d]! += log[d]!;
  }
  const likelihood = scaled(together);
  const log = new Float64Array(count);
  const first = new Float64Array(count);
  for (let g = 0; g < count; g += 1) {
    const row = g * count;
    const last = Math.min(count - 1, g + reach);
    let sum = least;
    let sumFirst = least * nodes[g]!;
    for (let d = Math.max(0, g - reach); d <= last; d += 1) {
      const weight = density[row + d]! * likelihood[d]!;
      sum += weight;
      sumFirst += weight * nodes[d]!;
    }
    log[g] = Math.log(sum);
    first[g] = sumFirst / sum;
  }
  return { likelihood, log, first };
}
