import type { Random } from '#lib/engine/kernel/random.ts';
import type { ItemPool } from './item-pool.ts';

/** Which items may be asked next. The highest rank of a skill goes first, then the highest of an item. */
export interface OpenItems {
  /** One a skill: 0 not asked about, 1 asked about, 2 of a domain that lags behind. */
  readonly skillRank: Uint8Array;
  /** One an item: 0 where it may not be asked; the higher the sooner. */
  readonly itemRank: Uint8Array;
}

/** A domain may fall this far behind its even share of the questions before it must be asked. */
const MOST_LAG = 1.5;

/**
 * What may be asked in an attempt about `domains` that has met these items of the pool: nothing of a
 * family twice, lagging domains first, otherwise as `preference` ranks the items. O(items) of copying.
 */
export function openItems(
  { tree, items, membersOf }: ItemPool,
  preference: Uint8Array,
  domains: readonly number[],
  met: readonly number[],
): OpenItems {
  const itemRank = preference.slice();
  const count = new Int32Array(tree.domainCount);
  for (const i of met) {
    const { skill, family } = items[i]!;
    for (const member of membersOf.get(family)!) itemRank[member] = 0;
    count[tree.domainOf[skill]!]! += 1;
  }
  const skillRank = new Uint8Array(tree.skillCount);
  for (const domain of domains) {
    const lags = count[domain]! <= met.length / domains.length - MOST_LAG;
    for (const skill of tree.skillsOf[domain]!) skillRank[skill] = lags ? 2 : 1;
  }
  return { skillRank, itemRank };
}

/**
 * The ranks of all items for one attempt: fresh ones before those met in recent attempts (`seen`), and
 * among those the ones the lottery draws.
 *
 * Exposure control by lottery: for each attempt every item is drawn with the given chance, whatever its
 * worth, and others are asked only when no drawn one is left. So no item is shown in more than that
 * share of attempts, in the long run, without a table of rates that would have to be simulated anew
 * after every change of the bank. A chance of 1 draws all.
 */
export function preference(
  { items }: ItemPool,
  seen: readonly number[],
  chance: number,
  random: Random,
): Uint8Array {
  const ranks = new Uint8Array(items.length).fill(3);
  for (const i of seen) ranks[i] = 1;
  for (let i = 0; i < ranks.length; i += 1) if (random.unit() < chance) ranks[i]! += 1;
  return ranks;
}
