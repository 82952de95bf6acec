import type { Evidence } from '../posterior/likelihood.ts';
import type { TreeGaussian } from '../posterior/tree-gaussian.ts';

/** How a skill's estimate came about; the three are never mixed on a page. */
export type Standing = 'tested' | 'inferred' | 'unknown';

/** Two answers of its own test a skill; one does only if it halved what was unknown. */
const ANSWERS_THAT_TEST = 2;
const VARIANCE_TESTED_BY_ONE = 0.5;
/**
 * Without a test, two fifths of the prior's variance must be gone before we say anything. Answers
 * about other domains alone hardly get there (what all domains share is less than half of it).
 */
const VARIANCE_INFERRED = 0.6;

/**
 * The standing of every skill:
 *
 * - tested: at least two answers of its own, or one and a variance of at most half the prior's;
 * - inferred: not tested, but its neighbours (or one answer) took away two fifths of the variance;
 * - unknown: anything else. The estimate exists, but is little more than the prior.
 */
export function standings(
  prior: TreeGaussian,
  posterior: TreeGaussian,
  evidence: readonly Evidence[],
): Standing[] {
  const answers = new Int32Array(prior.tree.skillCount);
  for (const { skill } of evidence) answers[skill]! += 1;
  return Array.from(answers, (own, skill) => {
    const left = posterior.variance[skill]! / prior.variance[skill]!;
    if (own >= ANSWERS_THAT_TEST || (own > 0 && left <= VARIANCE_TESTED_BY_ONE)) return 'tested';
    return left <= VARIANCE_INFERRED ? 'inferred' : 'unknown';
  });
}
