import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { allOrNone } from './item/all-or-none.ts';
import { articleClue } from './item/article-clue.ts';
import { decidingCriteria } from './item/deciding-criteria.ts';
import { keyChecked } from './item/key-checked.ts';
import { lengthClue } from './item/length-clue.ts';
import { lengthOfTexts } from './item/length-of-texts.ts';
import { minutesFit } from './item/minutes-fit.ts';
import { negativeWording } from './item/negative-wording.ts';
import { optionComputed } from './item/option-computed.ts';
import { readingLevel } from './item/reading-level.ts';
import { unusedVariable } from './item/unused-variable.ts';
import { variantCount } from './item/variant-count.ts';
import type { ItemRule, Tell } from './rule.ts';

const rules: readonly ItemRule[] = [
  keyChecked,
  variantCount,
  unusedVariable,
  decidingCriteria,
  optionComputed,
  lengthClue,
  articleClue,
  allOrNone,
  negativeWording,
  readingLevel,
  lengthOfTexts,
  minutesFit,
];

/** What a rule finds in one item that computes; `variants` are all that differ. */
export function lintItem(item: Item, variants: readonly Variant[], tell: Tell): void {
  for (const rule of rules) rule(item, variants, tell);
}
