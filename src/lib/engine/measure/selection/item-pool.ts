import { type ItemParameters, fisherInformation } from '../models/item-parameters.ts';
import { NODES, NODE_COUNT, STEP } from '../posterior/grid.ts';
import type { SkillTree } from '../posterior/skill-tree.ts';

/** An item as the selection sees it. */
export interface PoolItem {
  readonly skill: number;
  /** Items of one family never meet in one attempt; any number, one for each family. */
  readonly family: number;
  readonly parameters: ItemParameters;
}

/** The items that can be asked, grouped by skill, with their information worked out on the grid. */
export interface ItemPool {
  readonly tree: SkillTree;
  readonly items: readonly PoolItem[];
  /** Items of skill s: firstOf[s] ≤ i < firstOf[s + 1]. Length skills + 1. */
  readonly firstOf: Int32Array;
  /** Items of each family, by the name of the family. */
  readonly membersOf: ReadonlyMap<number, readonly number[]>;
  /**
   * Fisher information of item i at node k, at [k·items + i]: one row a node, so that the items of a
   * skill stand side by side at the ability where they are compared.
   */
  readonly information: Float32Array;
}

/** @throws RangeError where the items are not in ascending order of skill */
export function itemPool(tree: SkillTree, items: readonly PoolItem[]): ItemPool {
  const firstOf = new Int32Array(tree.skillCount + 1);
  items.forEach(({ skill }, i) => {
    if (i > 0 && skill < items[i - 1]!.skill) throw new RangeError('items must go by skill');
    firstOf[skill + 1]! += 1;
  });
  for (let s = 0; s < tree.skillCount; s += 1) firstOf[s + 1]! += firstOf[s]!;
  const membersOf = new Map<number, number[]>();
  items.forEach(({ family }, i) => {
    const members = membersOf.get(family);
    if (members) members.push(i);
    else membersOf.set(family, [i]);
  });
  const information = new Float32Array(NODE_COUNT * items.length);
  items.forEach(({ parameters }, i) => {
    NODES.forEach((theta, k) => {
      information[k * items.length + i] = fisherInformation(parameters, theta);
    });
  });
  return { tree, items, firstOf, membersOf, information };
}

/** How many items some domains have. */
export function itemCount({ tree, firstOf }: ItemPool, domains: readonly number[]): number {
  let count = 0;
  for (const domain of domains) {
    for (const s of tree.skillsOf[domain]!) count += firstOf[s + 1]! - firstOf[s]!;
  }
  return count;
}

/** Where an ability lies on the grid: the node below it, and how far on the way to the next, in [0, 1]. */
export function placeOnGrid(theta: number): { node: number; share: number } {
  const place = Math.max(0, Math.min(NODE_COUNT - 1, theta / STEP + (NODE_COUNT - 1) / 2));
  const node = Math.min(NODE_COUNT - 2, Math.floor(place));
  return { node, share: place - node };
}
