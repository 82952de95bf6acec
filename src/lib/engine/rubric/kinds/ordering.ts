import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { readOrdering } from '../readers/read-ordering.ts';
import type { ResponseOf } from '../response.ts';
import { scoreOrdering } from '../scorers/score-ordering.ts';
import { arrangements } from './arrangements.ts';
import type { Kind } from './kind.ts';

const kind = 'ordering';

export const ordering: Kind<typeof kind> = {
  read: readOrdering,
  score: scoreOrdering,
  ask: () => null,
  rule: ({ credit }) =>
    credit === 'all-or-nothing'
      ? 'Bring these in order, first to last. It counts if the whole order is right.'
      : 'Bring these in order, first to last. Each two neighbours that rightly follow each other earn a share.',
  key: ({ item }) => ({ kind, order: Object.keys(item.entries) }),
  // Numbered, so that it also reads well where an export makes one line of it.
  tell: ({ options }, { order }) =>
    order
      .map((id) => options.find((option) => option.id === id)?.text.trim() ?? '')
      .map((text, index) => `${index + 1}. ${text}`)
      .join('\n'),
  chosen: () => [],
  guesses: everyOrder,
  known: ({ item }) => everyOrder(item),
};

/** Every order, the key first and the key backwards, which no neighbours survive, last. */
function everyOrder({ entries }: ItemOf<typeof kind>): ResponseOf<typeof kind>[] {
  return arrangements(Object.keys(entries)).map((order) => ({ kind, order }));
}
