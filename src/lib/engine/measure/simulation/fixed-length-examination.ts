import { randomFrom } from '#lib/engine/kernel/random.ts';
import { domainWeights, meanWeights } from '../levels/reading.ts';
import { beliefs, observe } from '../posterior/beliefs.ts';
import { priorOf } from '../posterior/prior.ts';
import type { PriorVariance, SkillTree } from '../posterior/skill-tree.ts';
import { type PoolItem, itemPool } from '../selection/item-pool.ts';
import { openItems, preference } from '../selection/open-items.ts';
import { type Objective, type SelectionRuleName, selectionRules } from '../selection/rules.ts';
import type { Examination } from './examination.ts';
import { type AbilityDistribution, drawAbilities, drawCategory, learnerSeed } from './learners.ts';

/** What a test is to find out: the mean ability of every domain, or every skill. */
export type Aim = 'domains' | 'skills';

export interface FixedLengthSetting {
  readonly tree: SkillTree;
  /** Variances that learners are drawn with, and those that the engine believes in. */
  readonly variance: PriorVariance;
  readonly believed: PriorVariance;
  /** The items as the engine takes them, and as they truly are. */
  readonly items: readonly PoolItem[];
  readonly trueItems: readonly PoolItem[];
  readonly questions: number;
  readonly rule: SelectionRuleName;
  readonly aim: Aim;
  /** Chance with which an attempt may have an item; 1: no exposure control. */
  readonly exposure: number;
  readonly ability: AbilityDistribution;
  /** Chance that an answer earns nothing, whatever is known. */
  readonly slip: number;
  readonly seed: number;
}

/** Tests of fixed length over all domains, of items that are nothing but numbers. */
export function fixedLengthExamination(setting: FixedLengthSetting): Examination {
  const { tree, items, trueItems, exposure } = setting;
  const pool = itemPool(tree, items);
  const fresh = beliefs(priorOf(tree, setting.believed), []);
  const objectives = objectivesOf(tree, setting.aim);
  const domains = tree.skillsOf.map((_, domain) => domain);
  const choose = selectionRules[setting.rule];
  const everyItem = new Uint8Array(items.length).fill(1);

  return (learner) => {
    const seed = learnerSeed(setting.seed, learner);
    const truth = drawAbilities(tree, setting.variance, setting.ability, seed);
    const random = randomFrom('attempt', seed);
    const ranks = exposure === 1 ? everyItem : preference(pool, [], exposure, random);
    const met: number[] = [];
    let now = fresh;
    while (met.length < setting.questions) {
      const { gaussian } = now;
      const open = openItems(pool, ranks, domains, met);
      const item = choose(pool, open, { gaussian, objectives, random });
      if (item < 0) break;
      met.push(item);
      const { skill, parameters } = trueItems[item]!;
      const category = drawCategory(parameters, truth[skill]!, setting.slip, random);
      now = observe(now, { skill, parameters: items[item]!.parameters, category });
    }
    return { truth, gaussian: now.gaussian, met };
  };
}

/** One reading for each domain or skill, each counted alike. */
export function objectivesOf(tree: SkillTree, aim: Aim): Objective[] {
  return aim === 'domains'
    ? tree.skillsOf.map((_, domain) => ({ weights: domainWeights(tree, domain), importance: 1 }))
    : tree.domainOf.map((_, s) => ({ weights: meanWeights(tree.skillCount, [s]), importance: 1 }));
}
