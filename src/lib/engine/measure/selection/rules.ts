import type { Random } from '#lib/engine/kernel/random.ts';
import { categoryProbabilities } from '../models/item-parameters.ts';
import { covarianceWithSkills } from '../levels/reading.ts';
import type { TreeGaussian } from '../posterior/tree-gaussian.ts';
import { type ItemPool, placeOnGrid } from './item-pool.ts';
import type { OpenItems } from './open-items.ts';

/** A reading we want to know, such as a domain's: its weights over skills, and how much it counts (≥ 0). */
export interface Objective {
  readonly weights: Float64Array;
  readonly importance: number;
}

/** What a choice may rest on. */
export interface SelectionState {
  readonly gaussian: TreeGaussian;
  readonly objectives: readonly Objective[];
  /** Only the random rule draws from it. */
  readonly random: Random;
}

/**
 * Chooses an item: its place in the pool, or −1 where none is open. Equals go by the lower place.
 * O(items), nothing allocated an item.
 */
export type SelectionRule = (pool: ItemPool, open: OpenItems, state: SelectionState) => number;

/**
 * The best open item where worth rises with information. Within a skill the most informative item is
 * the best, so each skill is valued once. Information is interpolated between the nodes of the grid.
 */
function mostInformative(
  { tree, items, firstOf, information }: ItemPool,
  { skillRank, itemRank }: OpenItems,
  mean: Float64Array,
  worth: (skill: number, information: number) => number,
): number {
  let best = -1;
  let bestRank = 0;
  let bestWorth = -Infinity;
  for (let s = 0; s < tree.skillCount; s += 1) {
    if (skillRank[s] === 0) continue;
    const { node, share } = placeOnGrid(mean[s]!);
    const below = node * items.length;
    const above = below + items.length;
    let own = -1;
    let ownRank = 1;
    let most = -1;
    for (let i = firstOf[s]!, end = firstOf[s + 1]!; i < end; i += 1) {
      const rank = itemRank[i]!;
      if (rank < ownRank) continue;
      const value = (1 - share) * information[below + i]! + share * information[above + i]!;
      if (rank > ownRank || value > most) {
        own = i;
        ownRank = rank;
        most = value;
      }
    }
    if (own < 0) continue;
    const rank = jointRank(skillRank[s]!, ownRank);
    const value = worth(s, most);
    if (rank > bestRank || (rank === bestRank && value > bestWorth)) {
      best = own;
      bestRank = rank;
      bestWorth = value;
    }
  }
  return best;
}

/** The skill's rank decides, then the item's; 0 where either is closed. */
function jointRank(skillRank: number, itemRank: number): number {
  return skillRank === 0 || itemRank === 0 ? 0 : 256 * skillRank + itemRank;
}

/** Places of the items of the highest rank, ascending. */
function foremost({ items }: ItemPool, { skillRank, itemRank }: OpenItems): number[] {
  const rankOf = (i: number) => jointRank(skillRank[items[i]!.skill]!, itemRank[i]!);
  let highest = 1;
  let places: number[] = [];
  for (let i = 0; i < items.length; i += 1) {
    const rank = rankOf(i);
    if (rank > highest) [highest, places] = [rank, [i]];
    else if (rank === highest) places.push(i);
  }
  return places;
}

/**
 * What asking about each skill could tell of the objectives: Σ_d w_d·Cov(d, s)², length n.
 * O(skills) an objective, once an answer; after it an item costs O(1).
 */
export function leverage(gaussian: TreeGaussian, objectives: readonly Objective[]): Float64Array {
  const result = new Float64Array(gaussian.mean.length);
  for (const { weights, importance } of objectives) {
    const covariance = covarianceWithSkills(gaussian, weights);
    for (let s = 0; s < result.length; s += 1) result[s]! += importance * covariance[s]! ** 2;
  }
  return result;
}

/**
 * The fall of Σ_d w_d·Var(d) that one more answer brings, by Sherman–Morrison on the covariance:
 *
 *     I·Σ_d w_d·Cov(d, s)² / (1 + I·Var θ_s) ≥ 0
 *
 * I the Fisher information at the current mean. This is A-optimality (Mulder & van der Linden 2009,
 * Psychometrika 74, 273–296), for chosen readings rather than for all abilities.
 */
export const varianceReduction: SelectionRule = (pool, open, { gaussian, objectives }) => {
  const leverages = leverage(gaussian, objectives);
  return mostInformative(
    pool,
    open,
    gaussian.mean,
    (s, information) => (information * leverages[s]!) / (1 + information * gaussian.variance[s]!),
  );
};

/** The most informative item about its own skill, whatever is known of that skill already. */
export const maximumInformation: SelectionRule = (pool, open, { gaussian }) =>
  mostInformative(pool, open, gaussian.mean, (_, information) => information);

/** Standard deviations from the mean, and the normal weights there, at which divergence is read. */
const DEVIATIONS = [-2, -1, 1, 2].map((z) => ({ z, weight: Math.exp((-z * z) / 2) }));

/**
 * The item whose answers would best tell the mean from abilities around it: the Kullback–Leibler
 * divergence Σ_k P_k(m)·log(P_k(m)/P_k(θ)), averaged over θ = m ± 1 and ± 2 posterior deviations.
 *
 * Source: Chang & Ying (1996), Applied Psychological Measurement 20, 213–229.
 */
export const kullbackLeibler: SelectionRule = (pool, open, { gaussian }) => {
  let best = -1;
  let most = -Infinity;
  for (const i of foremost(pool, open)) {
    const { skill, parameters } = pool.items[i]!;
    const mean = gaussian.mean[skill]!;
    const deviation = Math.sqrt(gaussian.variance[skill]!);
    const here = categoryProbabilities(parameters, mean);
    let divergence = 0;
    for (const { z, weight } of DEVIATIONS) {
      const there = categoryProbabilities(parameters, mean + z * deviation);
      here.forEach((p, k) => {
        if (p > 0) divergence += weight * p * Math.log(p / Math.max(there[k]!, Number.MIN_VALUE));
      });
    }
    if (divergence > most) {
      most = divergence;
      best = i;
    }
  }
  return best;
};

/** Any open item, each as likely: what the others are held against. */
export const randomItem: SelectionRule = (pool, open, { random }) => {
  const places = foremost(pool, open);
  return places.length === 0 ? -1 : random.pick(places);
};

/** Every rule by the name a simulation calls it. */
export const selectionRules = {
  'variance-reduction': varianceReduction,
  'maximum-information': maximumInformation,
  'kullback-leibler': kullbackLeibler,
  random: randomItem,
} as const satisfies Record<string, SelectionRule>;
export type SelectionRuleName = keyof typeof selectionRules;
