import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { readMultipleResponse } from '../readers/read-choice.ts';
import type { ResponseOf } from '../response.ts';
import { scoreMultipleResponse } from '../scorers/score-multiple-response.ts';
import type { Kind } from './kind.ts';
import { optionTexts } from './options.ts';

const kind = 'multiple-response';

export const multipleResponse: Kind<typeof kind> = {
  read: readMultipleResponse,
  score: scoreMultipleResponse,
  ask: () => null,
  rule: ({ credit }) =>
    credit === 'all-or-nothing'
      ? 'Choose all that apply. It counts if your choice is exactly right.'
      : 'Choose all that apply. Each right choice earns a share, each wrong one takes at least as much away; choosing everything earns nothing.',
  key: ({ item }) => ({ kind, options: item.keys }),
  tell: (variant, { options }) => optionTexts(variant, options),
  chosen: ({ options }) => options,
  guesses: everySelection,
  known: ({ item }) => everySelection(item),
};

/** Every non-empty selection. */
function everySelection(item: ItemOf<typeof kind>): ResponseOf<typeof kind>[] {
  const options = Object.keys(item.options);
  return Array.from({ length: 2 ** options.length - 1 }, (_, index) => ({
    kind,
    options: options.filter((_, place) => ((index + 1) >> place) & 1),
  }));
}
