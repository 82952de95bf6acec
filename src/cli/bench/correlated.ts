import {
  type PriorVariance,
  type SkillTree,
  skillTree,
} from '#lib/engine/measure/posterior/skill-tree.ts';
import { tallyOfAll } from '#lib/engine/measure/simulation/examination.ts';
import { type Figures, figuresOf } from '#lib/engine/measure/simulation/figures.ts';
import {
  type Aim,
  fixedLengthExamination,
} from '#lib/engine/measure/simulation/fixed-length-examination.ts';
import { normalItems } from '#lib/engine/measure/simulation/synthetic-bank.ts';

/** How well several abilities that go together are measured at once. */
export interface CorrelatedFigures {
  readonly test: string;
  readonly questions: number;
  /** Of one ability, logits; and the share of nominal 95 % intervals that hold the truth. */
  readonly rmse: number;
  readonly coverage95: number;
}

interface Design {
  readonly tree: SkillTree;
  readonly variance: PriorVariance;
  readonly believed?: PriorVariance;
  readonly itemsPerSkill: number;
  readonly questions: number;
  readonly aim: Aim;
}

/** Five abilities of variance 1, ρ = 0.6 between any two. */
const FIVE: Design = {
  tree: skillTree([0, 1, 2, 3, 4]),
  variance: { global: 0.6, domain: 0.4, skill: 0 },
  itemsPerSkill: 60,
  questions: 25,
  aim: 'domains',
};
/** Fifty, ρ = 0.6 again, of which every single one is wanted. */
const FIFTY: Design = {
  tree: skillTree(Array.from({ length: 50 }, () => 0)),
  variance: { global: 0, domain: 0.6, skill: 0.4 },
  itemsPerSkill: 6,
  questions: 40,
  aim: 'skills',
};

/** Two-parameter items, log a ~ N(0.1, 0.25²), b ~ N(0, 1). */
export function correlatedBench(people: number, seed: number): CorrelatedFigures[] {
  const run = (test: string, design: Design): CorrelatedFigures => {
    const figures = figuresFor(design, people, seed);
    const { domainRmse, coverage95, skillRmse, skillCoverage95 } = figures;
    const common = { test, questions: design.questions };
    return design.aim === 'domains'
      ? { ...common, rmse: domainRmse, coverage95 }
      : { ...common, rmse: skillRmse, coverage95: skillCoverage95 };
  };
  return [
    run('five together', FIVE),
    // The same people and items, but what is learnt of one ability says nothing of the others.
    run('five apart', { ...FIVE, believed: { global: 0, domain: 1, skill: 0 } }),
    run('fifty together', FIFTY),
  ];
}

function figuresFor(design: Design, people: number, seed: number): Figures {
  const { tree, variance, believed = variance, itemsPerSkill, questions, aim } = design;
  const spread = { logMean: 0.1, logDeviation: 0.25 };
  const items = normalItems(tree.skillCount, itemsPerSkill, spread, seed);
  const examine = fixedLengthExamination({
    tree,
    variance,
    believed,
    items,
    trueItems: items,
    questions,
    rule: 'variance-reduction',
    aim,
    exposure: 1,
    ability: 'prior',
    slip: 0,
    seed,
  });
  return figuresOf(tallyOfAll(examine, items.length, people));
}
