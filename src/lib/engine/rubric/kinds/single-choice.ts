import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { readSingleChoice } from '../readers/read-choice.ts';
import type { ResponseOf } from '../response.ts';
import { scoreSingleChoice } from '../scorers/score-single-choice.ts';
import type { Kind } from './kind.ts';
import { optionTexts } from './options.ts';

const kind = 'single-choice';

export const singleChoice: Kind<typeof kind> = {
  read: readSingleChoice,
  score: scoreSingleChoice,
  ask: () => null,
  rule: () => 'Choose one.',
  key({ item }) {
    const when = item.rubric.find(({ score }) => score === 1)?.when;
    return when && when !== 'otherwise' ? { kind, option: when.option } : null;
  },
  tell: (variant, { option }) => optionTexts(variant, [option]),
  chosen: ({ option }) => [option],
  guesses: everyOption,
  known: ({ item }) => everyOption(item),
};

function everyOption({ options }: ItemOf<typeof kind>): ResponseOf<typeof kind>[] {
  return Object.keys(options).map((option) => ({ kind, option }));
}
