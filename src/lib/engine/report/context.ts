import { type Bank, type Skill, profileOf } from '#lib/engine/bank/bank.ts';
import type { Profile } from '#lib/engine/bank/roadmap-schema.ts';
import { meanWeights, readingOf } from '#lib/engine/measure/levels/reading.ts';
import { type Standing, standings } from '#lib/engine/measure/levels/standing.ts';
import type { Beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import {
  type BeforeAndAfter,
  beforeAndAfter,
  estimate,
  estimateAlone,
} from '#lib/engine/quiz/estimate.ts';
import { measuredBank } from '#lib/engine/quiz/measured-bank.ts';

/** What every row of the report is read from. */
export interface Context {
  readonly bank: Bank;
  readonly profile: Profile;
  readonly beliefs: Beliefs;
  /** The Gaussian of these beliefs. */
  readonly abilities: TreeGaussian;
  readonly prior: TreeGaussian;
  readonly number: (skill: Skill) => number;
  readonly standing: readonly Standing[];
  /** Answers of this attempt that count, by skill number; and those of the year before with them. */
  readonly answered: Int32Array;
  readonly recent: Int32Array;
  /** This attempt by itself, and the two sides of a comparison; null where nothing was answered before. */
  readonly alone: TreeGaussian | null;
  readonly sides: BeforeAndAfter | null;
}

export function contextOf(attempt: Attempt, bank: Bank): Context {
  const { start, skillNumber } = measuredBank(bank);
  const prior = start.gaussian;
  const { evidence, recent, beliefs } = estimate(attempt, bank);
  const sides = beforeAndAfter(attempt, bank);
  return {
    bank,
    profile: profileOf(bank, attempt.profile),
    beliefs,
    abilities: beliefs.gaussian,
    prior,
    number: (skill) => skillNumber.get(skill.id) ?? 0,
    standing: standings(prior, beliefs.gaussian, recent),
    answered: countBySkill(evidence, skillNumber.size),
    recent: countBySkill(recent, skillNumber.size),
    alone: sides && estimateAlone(attempt, bank).gaussian,
    sides,
  };
}

function countBySkill(evidence: readonly Evidence[], skills: number): Int32Array {
  const counts = new Int32Array(skills);
  for (const { skill } of evidence) counts[skill] = (counts[skill] ?? 0) + 1;
  return counts;
}

/** The variance of the mean ability of some skills, logits squared. */
export function readVariance(abilities: TreeGaussian, numbers: readonly number[]): number {
  return readingOf(abilities, meanWeights(abilities.tree.skillCount, numbers)).variance;
}
