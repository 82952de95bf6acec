import { randomFrom } from '#lib/engine/kernel/random.ts';
import { domainWeights } from '#lib/engine/measure/levels/reading.ts';
import { beliefs, observe } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import type { Prior } from '#lib/engine/measure/posterior/prior.ts';
import type { PriorVariance } from '#lib/engine/measure/posterior/skill-tree.ts';
import { type PoolItem, itemPool } from '#lib/engine/measure/selection/item-pool.ts';
import { openItems, preference } from '#lib/engine/measure/selection/open-items.ts';
import { varianceReduction } from '#lib/engine/measure/selection/rules.ts';
import { drawAbilities, drawCategory } from '#lib/engine/measure/simulation/learners.ts';

/** A simulated learner: the abilities, and the answers to the questions chosen one after the other. */
export interface SimulatedLearner {
  readonly truth: Float64Array;
  readonly evidence: readonly Evidence[];
}

/** Learners who are asked what the exact posterior and variance reduction would ask them. */
export function adaptiveAnswers(
  prior: Prior,
  variance: PriorVariance,
  items: readonly PoolItem[],
  { learners, questions, seed }: { learners: number; questions: number; seed: number },
): SimulatedLearner[] {
  const { tree } = prior;
  const pool = itemPool(tree, items);
  const domains = tree.skillsOf.map((_, domain) => domain);
  const objectives = domains.map((domain) => ({
    weights: domainWeights(tree, domain),
    importance: 1,
  }));
  const fresh = beliefs(prior, []);
  return Array.from({ length: learners }, (_, index) => {
    const own = seed * 1_000_003 + index;
    const truth = drawAbilities(tree, variance, 'prior', own);
    const random = randomFrom('compared attempt', own);
    const ranks = preference(pool, [], 1, random);
    const met: number[] = [];
    const evidence: Evidence[] = [];
    let now = fresh;
    while (evidence.length < questions) {
      const open = openItems(pool, ranks, domains, met);
      const chosen = varianceReduction(pool, open, { gaussian: now.gaussian, objectives, random });
      const { skill, parameters } = items[chosen]!;
      const category = drawCategory(parameters, truth[skill]!, 0, random);
      met.push(chosen);
      evidence.push({ skill, parameters, category });
      now = observe(now, { skill, parameters, category });
    }
    return { truth, evidence };
  });
}
