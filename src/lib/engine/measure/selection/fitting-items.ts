import type { ItemParameters } from '../models/item-parameters.ts';
import type { TreeGaussian } from '../posterior/tree-gaussian.ts';
import type { ItemPool } from './item-pool.ts';
import type { OpenItems } from './open-items.ts';

/** Logits between an ability and the difficulty of an item that still fits it: one of the five steps. */
const FITTING = 1;
/** Abilities beyond the easiest and the hardest difficulty that an author may write ask for those. */
const OUTERMOST = 2;

/** How many skills have no item left that may be asked and fits what is believed of their ability. */
export function unfittedSkills(
  { items, firstOf, tree }: ItemPool,
  { itemRank }: OpenItems,
  gaussian: TreeGaussian,
): number {
  let unfitted = 0;
  for (let s = 0; s < tree.skillCount; s += 1) {
    const wanted = Math.max(-OUTERMOST, Math.min(OUTERMOST, gaussian.mean[s]!));
    const own = items.slice(firstOf[s], firstOf[s + 1]);
    const fits = own.some(
      ({ parameters }, i) =>
        itemRank[firstOf[s]! + i]! > 0 && Math.abs(difficultyOf(parameters) - wanted) <= FITTING,
    );
    if (!fits) unfitted += 1;
  }
  return unfitted;
}

/** Of an item with steps their mean. */
function difficultyOf(item: ItemParameters): number {
  if (!('steps' in item)) return item.difficulty;
  return item.steps.reduce((sum, step) => sum + step, 0) / item.steps.length;
}
