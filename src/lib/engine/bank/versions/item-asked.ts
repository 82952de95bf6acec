import type { Bank } from '../bank.ts';
import type { Item } from '../item-schema.ts';

/**
 * The item that a question of some version was made from, to be drawn and judged today. Where only the
 * judging has changed since, it is today's item under the version of then (which the draw depends on):
 * so a mended key mends every answer. Null where the item has left the bank, or asks something else now.
 */
export function itemAsked(bank: Bank, itemId: string, version: number): Item | null {
  const item = bank.items.get(itemId)?.item;
  if (item === undefined || item.version === version) return item ?? null;
  const history = bank.versions.get(itemId) ?? [];
  const askedAt = (wanted: number) => history.find((each) => each.version === wanted)?.asked;
  const then = askedAt(version);
  return then !== undefined && then === askedAt(item.version) ? { ...item, version } : null;
}
