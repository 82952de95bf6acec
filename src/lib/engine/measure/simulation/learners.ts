import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { type ItemParameters, categoryProbabilities } from '../models/item-parameters.ts';
import type { PriorVariance, SkillTree } from '../posterior/skill-tree.ts';

/** Where simulated learners come from: the prior, or one like it but skewed, which the engine is not told. */
export type AbilityDistribution = 'prior' | 'skewed';

/** The seed of learner number `index`: no two alike in any simulation of up to a million learners. */
export function learnerSeed(seed: number, index: number): number {
  return seed * 1_000_003 + index;
}

/** θ of each skill, g + d + u, of the learner with this seed. */
export function drawAbilities(
  tree: SkillTree,
  variance: PriorVariance,
  distribution: AbilityDistribution,
  seed: number,
): Float64Array {
  const random = randomFrom('learner', seed);
  const draw = distribution === 'prior' ? () => random.normal() : () => skewed(random);
  const general = Math.sqrt(variance.global) * draw();
  const domains = Array.from(
    { length: tree.domainCount },
    () => general + Math.sqrt(variance.domain) * draw(),
  );
  return Float64Array.from(
    tree.domainOf,
    (domain) => domains[domain]! + Math.sqrt(variance.skill) * draw(),
  );
}

/** Mean 0, variance 1, skewness 1.15: (χ²₆ − 6)/√12, many a little below the middle, a few far above. */
function skewed(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 6; i += 1) sum += random.normal() ** 2;
  return (sum - 6) / Math.sqrt(12);
}

/** The category that an answer falls in; with chance `slip` it earns nothing, whatever is known. */
export function drawCategory(
  parameters: ItemParameters,
  theta: number,
  slip: number,
  random: Random,
): number {
  const place = random.unit();
  if (random.unit() < slip) return 0;
  let sum = 0;
  const probabilities = categoryProbabilities(parameters, theta);
  for (let k = probabilities.length - 1; k > 0; k -= 1) {
    sum += probabilities[k]!;
    if (place < sum) return k;
  }
  return 0;
}
