import { randomFrom } from '#lib/engine/kernel/random.ts';
import type { ItemParameters } from '../models/item-parameters.ts';
import { twoParameter } from '../models/three-parameter.ts';
import { type SkillTree, skillTree } from '../posterior/skill-tree.ts';
import type { PoolItem } from '../selection/item-pool.ts';

export type SyntheticKind = 'constructed' | 'single-choice' | 'mixed';

export interface SyntheticBank {
  readonly domains: number;
  /** In all, shared out evenly: skills over domains and items over skills. */
  readonly skills: number;
  readonly items: number;
  /** Nothing to guess; one chance in five; the two in turn; or the share, in [0, 1], of the latter. */
  readonly kind: SyntheticKind | number;
  readonly seed: number;
}

/** Difficulties as an author would spread them: every one of the five, the middle three more often. */
const DIFFICULTIES = [-2, -1, 0, 1, 2, -1, 0, 1];
const GUESSING = 0.2;

/** Items whose discriminations are lognormal with log-mean 0.2 and log-SD 0.3, each a family of its own. */
export function syntheticItems(bank: SyntheticBank): { tree: SkillTree; items: PoolItem[] } {
  const random = randomFrom('synthetic bank', bank.seed);
  const tree = skillTree(sharedOut(bank.skills, bank.domains));
  let place = -1; // within the item's skill
  const items = sharedOut(bank.items, bank.skills).map((skill, i, skillOf): PoolItem => {
    place = skill === skillOf[i - 1] ? place + 1 : 0;
    const guessed = isGuessed(bank.kind, i, place);
    const parameters: ItemParameters = {
      discrimination: Math.exp(0.2 + 0.3 * random.normal()),
      difficulty: DIFFICULTIES[place % DIFFICULTIES.length]!,
      guessing: guessed ? GUESSING : 0,
    };
    return { skill, family: i, parameters };
  });
  return { tree, items };
}

/** True of as many items, spread evenly, as the kind has that can be guessed. */
function isGuessed(kind: SyntheticBank['kind'], i: number, place: number): boolean {
  if (typeof kind === 'number') return Math.floor((i + 1) * kind) > Math.floor(i * kind);
  return kind === 'single-choice' || (kind === 'mixed' && place % 2 === 1);
}

/** For each of `count` things the one of `owners` it belongs to: ascending, as many to each as can be. */
function sharedOut(count: number, owners: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor((i * owners) / count));
}

/** Two-parameter items, b ~ N(0, 1), log a ~ N(logMean, logDeviation²), as many for each skill. */
export function normalItems(
  skills: number,
  itemsPerSkill: number,
  { logMean, logDeviation }: { readonly logMean: number; readonly logDeviation: number },
  seed: number,
): PoolItem[] {
  const random = randomFrom('normal items', seed);
  return sharedOut(skills * itemsPerSkill, skills).map((skill, family) => ({
    skill,
    family,
    parameters: twoParameter(Math.exp(logMean + logDeviation * random.normal()), random.normal()),
  }));
}

/** The items as they truly are, where the difficulties we go by are wrong by a normal error. */
export function withDifficultyError(
  items: readonly PoolItem[],
  deviation: number,
  seed: number,
): PoolItem[] {
  const random = randomFrom('difficulty error', seed);
  return items.map((item) => {
    const error = deviation * random.normal();
    const { parameters } = item;
    return {
      ...item,
      parameters:
        'steps' in parameters
          ? { ...parameters, steps: parameters.steps.map((step) => step + error) }
          : { ...parameters, difficulty: parameters.difficulty + error },
    };
  });
}
