import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { type Gaussian, priorGaussian } from '#lib/engine/measure/posterior.ts';
import type { Candidate } from '#lib/engine/measure/selection.ts';
import { type SkillTree, skillTree } from '#lib/engine/measure/skill-tree.ts';
import type { ItemParameters } from '#lib/engine/measure/three-parameter.ts';
import { guessFloor } from '#lib/engine/rubric/guess-floor.ts';

/** A bank as the measurement sees it: numbers for skills, domains and items. */
export interface MeasuredBank {
  readonly tree: SkillTree;
  readonly prior: Gaussian;
  /** Skill id to its number. */
  readonly skillNumber: ReadonlyMap<string, number>;
  /** One for each item; `index` is its place in `items`. */
  readonly candidates: readonly Candidate[];
  readonly items: readonly Item[];
  /** Item id to its place in `items`. */
  readonly itemNumber: ReadonlyMap<string, number>;
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
  const entries = [...bank.items.values()];
  return {
    tree,
    prior: priorGaussian(tree, bank.roadmap.measurement.variance),
    skillNumber,
    items: entries.map(({ item }) => item),
    itemNumber: new Map(entries.map(({ item }, index) => [item.id, index])),
    candidates: entries.map(({ item, skill }, index) => ({
      index,
      skill: skillNumber.get(skill.id) ?? 0,
      parameters: parametersOf(bank, item),
    })),
  };
}

/** b from the author's difficulty (1..5 to −2..2), a by kind, c from blind guessing. */
function parametersOf(bank: Bank, item: Item): ItemParameters {
  return {
    discrimination: bank.roadmap.measurement.discrimination[item.kind],
    difficulty: item.difficulty - 3,
    guessing: guessFloor(item),
  };
}
