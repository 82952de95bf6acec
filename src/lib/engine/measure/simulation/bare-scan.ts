import { type ItemPool, placeOnGrid } from '../selection/item-pool.ts';

/**
 * The most informative item at one ability, whatever its skill and whether it may be asked: the two rows of
 * information read once each and nothing else. As fast as this machine can go over the items; what selection
 * costs is held against it.
 */
export function bareScan({ items, information }: ItemPool, theta: number): number {
  const { node, share } = placeOnGrid(theta);
  const below = node * items.length;
  const above = below + items.length;
  let best = -1;
  let most = -1;
  for (let i = 0; i < items.length; i += 1) {
    const value = (1 - share) * information[below + i]! + share * information[above + i]!;
    if (value > most) {
      most = value;
      best = i;
    }
  }
  return best;
}
