import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { type Reading, unreadable } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import { readPlaces } from './read-places.ts';

const words = {
  missing: (count: number) =>
    count === 1 ? 'One entry has no place yet.' : `${count} entries have no place yet.`,
  name: (place: number) => `Place ${place}`,
  nothing: 'Nothing is in order yet.',
  hint: 'Give each entry a place of its own.',
};

/** Reads what a form sends: for each entry, in shown order, the place from 1 that it is brought to. */
export function readOrdering(
  { options }: Variant<ItemOf<'ordering'>>,
  sent: readonly string[],
): Reading<ResponseOf<'ordering'>> {
  const places = readPlaces(sent, options.length, options.length, words);
  if (!places.ok) return places;
  // Sent by a hand that slipped: the order shown is never the right one, and nobody is told more by this.
  if (places.value.every((place, index) => place === index + 1)) {
    return unreadable(
      'order-unchanged',
      'This is still the order in which it was shown, which is never right.',
      'Move at least one entry, or say that you don’t know yet.',
    );
  }
  const order = options
    .map(({ id }, index) => ({ id, place: places.value[index] ?? 0 }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ id }) => id);
  return ok({ response: { kind: 'ordering', order }, echo: null });
}
