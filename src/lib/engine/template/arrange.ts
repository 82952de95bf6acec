import { leftTexts, rightTexts } from '#lib/engine/bank/kinds/matching.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { randomFrom } from '#lib/engine/kernel/random.ts';

export interface Option {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
}

interface Parts {
  readonly options: readonly Option[];
  readonly prompts: readonly Option[];
}

/** What an item's answer is made of, by id, as written. */
export function optionTexts(item: Item): Readonly<Record<string, string>> {
  if (item.kind === 'ordering') return item.entries;
  if (item.kind === 'matching') return rightTexts(item);
  return 'options' in item ? item.options : {};
}

/** What asks for one of the options each, by id, as written. */
export function promptTexts(item: Item): Readonly<Record<string, string>> {
  return item.kind === 'matching' ? leftTexts(item) : {};
}

/** The parts of an item in the order shown at a seed, which never gives the key away. */
export function arranged(item: Item, seed: number, { options, prompts }: Parts): Parts {
  const random = randomFrom('options', item.id, item.version, seed);
  switch (item.kind) {
    case 'ordering': {
      let shown = random.shuffle(options);
      // As written is the key. Drawing again keeps every other order as likely.
      while (options.length > 1 && shown.every((option, place) => option === options[place])) {
        shown = random.shuffle(options);
      }
      return { options: shown, prompts };
    }
    case 'matching':
      return {
        options: random.shuffle(options),
        prompts: item.order === 'shuffled' ? random.shuffle(prompts) : prompts,
      };
    default: {
      const isShuffled = 'order' in item && item.order === 'shuffled';
      return { options: isShuffled ? random.shuffle(options) : options, prompts };
    }
  }
}
