import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { ItemParameters } from '#lib/engine/measure/models/item-parameters.ts';
import { evenSteps } from '#lib/engine/measure/models/partial-credit.ts';
import { type Beliefs, beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import { type Prior, priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { type ItemPool, itemPool } from '#lib/engine/measure/selection/item-pool.ts';
import { type ScoreLevel, scoreLevels } from '#lib/engine/rubric/score-levels.ts';

/** A bank as the measurement sees it: numbers for skills, domains and items. */
export interface MeasuredBank {
  readonly prior: Prior;
  /** What is believed before the first answer. */
  readonly start: Beliefs;
  /** Skill id to its number. */
  readonly skillNumber: ReadonlyMap<string, number>;
  readonly pool: ItemPool;
  /** The items in the order of the pool. */
  readonly items: readonly Item[];
  /** Item id to its place in the pool. */
  readonly itemNumber: ReadonlyMap<string, number>;
  /** The scores of each item, lowest first: an answer's category is the place of its score. */
  readonly levels: readonly (readonly ScoreLevel[])[];
}

const measured = new WeakMap<Bank, MeasuredBank>();

/** The numbers of a bank, worked out once for each bank. */
export function measuredBank(bank: Bank): MeasuredBank {
  let result = measured.get(bank);
  if (!result) {
    result = measure(bank);
    measured.set(bank, result);
  }
  return result;
}

function measure(bank: Bank): MeasuredBank {
  const skills = [...bank.skills.values()];
  const skillNumber = new Map(skills.map((skill, index) => [skill.id, index]));
  const domains = bank.domains.map(({ id }) => id);
  const tree = skillTree(skills.map((skill) => domains.indexOf(skill.domain)));
  const prior = priorOf(tree, bank.roadmap.measurement.variance);
  const entries = [...bank.items.values()]
    .map(({ item, skill }) => ({ item, skill: skillNumber.get(skill.id) ?? 0 }))
    .toSorted((one, other) => one.skill - other.skill);
  const items = entries.map(({ item }) => item);
  const levels = items.map(scoreLevels);
  const families = new Map([...new Set(items.map(({ family }) => family))].map((id, n) => [id, n]));
  return {
    prior,
    start: beliefs(prior, []),
    skillNumber,
    pool: itemPool(
      tree,
      entries.map(({ item, skill }, i) => ({
        skill,
        family: families.get(item.family) ?? 0,
        parameters: parametersOf(bank, item, levels[i] ?? []),
      })),
    ),
    items,
    itemNumber: new Map(items.map(({ id }, place) => [id, place])),
    levels,
  };
}

/** b from the author's difficulty (1..5 to −2..2), a by kind, c from blind guessing. */
export function parametersOf(
  bank: Bank,
  item: Item,
  levels: readonly ScoreLevel[],
): ItemParameters {
  const discrimination = bank.roadmap.measurement.discrimination[item.kind];
  const difficulty = item.difficulty - 3;
  const [guessing = 0, ...more] = levels.slice(1).map(({ luck }) => luck);
  return more.length === 0
    ? { discrimination, difficulty, guessing }
    : evenSteps(discrimination, difficulty, [guessing, ...more]);
}
