import type { TreeGaussian } from '../posterior/tree-gaussian.ts';
import { type Tally, addAttempt, emptyTally, mergeTally } from './tally.ts';

/** What came of one simulated learner's test. */
export interface Examined {
  /** θ of each skill, logits, which the engine was not told. */
  readonly truth: Float64Array;
  /** What the engine believes after the last answer. */
  readonly gaussian: TreeGaussian;
  /** Places in the pool of the items met, in order. */
  readonly met: readonly number[];
  /** Skills that are left without an item that fits, where that is looked at. */
  readonly unfitted?: number;
}

/** Examines learner number 0, 1, 2, … Pure: the number decides everything. */
export type Examination = (learner: number) => Examined;

/**
 * Learners are tallied in blocks of this many, and blocks are merged in order. So the sums round alike
 * however the blocks are shared out, and figures do not depend on who worked them out.
 */
export const BLOCK_SIZE = 25;

export function blockCount(learners: number): number {
  return Math.ceil(learners / BLOCK_SIZE);
}

/** The tally of block number `block` of all `learners`; `items`: how many the pool has. */
export function tallyOfBlock(
  examine: Examination,
  items: number,
  block: number,
  learners: number,
): Tally {
  const tally = emptyTally(items);
  const end = Math.min(learners, (block + 1) * BLOCK_SIZE);
  for (let learner = block * BLOCK_SIZE; learner < end; learner += 1) {
    const { truth, gaussian, met, unfitted } = examine(learner);
    addAttempt(tally, truth, gaussian, met, unfitted);
  }
  return tally;
}

/** The tally of all learners, block by block. */
export function tallyOfAll(examine: Examination, items: number, learners: number): Tally {
  const tally = emptyTally(items);
  for (let block = 0; block < blockCount(learners); block += 1) {
    mergeTally(tally, tallyOfBlock(examine, items, block, learners));
  }
  return tally;
}
