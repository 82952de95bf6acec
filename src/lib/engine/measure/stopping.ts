import { levelOf, probabilityAtLeast } from './levels/level.ts';
import { covarianceWithSkills, meanWeights } from './levels/reading.ts';
import { type TreeGaussian, narrowed } from './posterior/tree-gaussian.ts';

/** When to stop asking. What is left out never stops the attempt. */
export interface StoppingRule {
  /** Never fewer than this, unless the questions run out. */
  readonly minimumLength: number;
  readonly maximumLength: number;
  /** Precise enough: every standard error (logits) at or below this. */
  readonly standardError?: number;
  /** Decided: every target probability at least this, or at most 1 − this; in (0.5, 1). */
  readonly decisionProbability?: number;
}

export interface StoppingState {
  /** Questions answered. */
  readonly length: number;
  /** Questions that may still be asked. */
  readonly remaining: number;
  /** One for each asked domain (or skill), logits. */
  readonly standardErrors: readonly number[];
  /** P(meets target) of each asked domain (or skill) that has one. */
  readonly targetProbabilities: readonly number[];
}

export type StopReason = 'exhausted' | 'length' | 'decision' | 'precision';
export type Stopping =
  { readonly stop: false } | { readonly stop: true; readonly reason: StopReason };

/** Whether to stop, and the first reason that holds of: exhausted, length, decision, precision. */
export function stopping(state: StoppingState, rule: StoppingRule): Stopping {
  if (state.remaining <= 0) return { stop: true, reason: 'exhausted' };
  if (state.length >= rule.maximumLength) return { stop: true, reason: 'length' };
  if (state.length < rule.minimumLength) return { stop: false };
  const sure = rule.decisionProbability;
  if (
    sure !== undefined &&
    state.targetProbabilities.length > 0 &&
    state.targetProbabilities.every((p) => p >= sure || p <= 1 - sure)
  ) {
    return { stop: true, reason: 'decision' };
  }
  const fine = rule.standardError;
  if (
    fine !== undefined &&
    state.standardErrors.length > 0 &&
    state.standardErrors.every((error) => error <= fine)
  ) {
    return { stop: true, reason: 'precision' };
  }
  return { stop: false };
}

/** Information of a well-placed constructed answer: 1.2²·σ′(0.85), four fifths of its best, 1.2²/4. */
export const TYPICAL_INFORMATION = 0.3;

export interface QuestionsToReachOptions {
  /** Fisher information of one more question; default `TYPICAL_INFORMATION`. */
  readonly information?: number;
  /** Of the level interval; default 0.9. */
  readonly confidence?: number;
  /** Where to give up; default 200. */
  readonly limit?: number;
}

/**
 * About how many more questions on these skills narrow their level interval to ±margin points;
 * null when `limit` would not do.
 */
export function questionsToReach(
  gaussian: TreeGaussian,
  skills: readonly number[],
  margin: number,
  options: QuestionsToReachOptions = {},
): number | null {
  const { confidence = 0.9 } = options;
  return questionsUntil(gaussian, skills, options, (after) => {
    const { low, high } = levelOf(after, skills, confidence);
    return (high - low) / 2 <= margin;
  });
}

/**
 * About how many more questions on these skills make it at least `sure` whether they meet their targets
 * (percent, one a skill), should their means stay where they are; null when `limit` would not do.
 */
export function questionsToDecide(
  gaussian: TreeGaussian,
  skills: readonly number[],
  targets: readonly number[],
  options: Pick<QuestionsToReachOptions, 'information' | 'limit'> & { readonly sure?: number } = {},
): number | null {
  const { sure = 0.95 } = options;
  return questionsUntil(gaussian, skills, options, (after) => {
    const met = probabilityAtLeast(after, skills, targets);
    return met >= sure || met <= 1 - sure;
  });
}

/**
 * Plays questions until it is enough: each goes to the skill where it narrows the mean of the abilities
 * most, and leaves the means where they are, as answers do on average. An estimate: what is answered
 * moves the mean, and the bank may lack questions that fit.
 */
function questionsUntil(
  gaussian: TreeGaussian,
  skills: readonly number[],
  { information = TYPICAL_INFORMATION, limit = 200 }: QuestionsToReachOptions,
  isEnough: (after: TreeGaussian) => boolean,
): number | null {
  const weights = meanWeights(gaussian.tree.skillCount, skills);
  let after = gaussian;
  for (let asked = 0; asked <= limit; asked += 1) {
    if (isEnough(after)) return asked;
    const reach = covarianceWithSkills(after, weights);
    const fall = (s: number) => reach[s]! ** 2 / (1 + information * after.variance[s]!);
    const best = skills.reduce((one, other) => (fall(other) > fall(one) ? other : one));
    after = narrowed(after, best, information);
  }
  return null;
}
