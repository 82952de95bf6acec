import type { Item } from '#lib/engine/bank/item-schema.ts';
import { chosenOptions, keyResponse } from '#lib/engine/rubric/registry.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';

export interface ShownOption {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  /** How long the text looks on the page, in characters; a formula by what it shows of its source. */
  readonly length: number;
  readonly isKey: boolean;
}

/** True where one of several texts is chosen, so that the look of a text could give it away. */
export function isSingleChoice(item: Item): boolean {
  return item.kind === 'single-choice';
}

/** The options of a variant in the order shown, and which of them are right. */
export function shownOptions(variant: Variant): ShownOption[] {
  const key = keyResponse(variant);
  const keys = key ? chosenOptions(variant.item, key) : [];
  return variant.options.map(({ id, text }) => ({
    id,
    text,
    length: lengthShown(text),
    isKey: keys.includes(id),
  }));
}

/** Names of operators and letters take the place of one or a few characters, and braces of none. */
function lengthShown(text: string): number {
  return text
    .trim()
    .replace(/\$[^$]*\$/g, (formula) =>
      formula.replace(/\\[a-zA-Z]+/g, 'x').replace(/[{}$\s]/g, ''),
    )
    .replace(/[*`]/g, '').length;
}
