import { keyPlaces } from './bank/key-places.ts';
import { likeStems } from './bank/like-stems.ts';
import { longestKeys } from './bank/longest-keys.ts';
import { misconceptionsShown } from './bank/misconceptions-shown.ts';
import { rulesOfThumb } from './bank/rules-of-thumb.ts';
import type { BankFacts, BankRule } from './rule.ts';

const rules: readonly BankRule[] = [
  likeStems,
  misconceptionsShown,
  longestKeys,
  keyPlaces,
  rulesOfThumb,
];

/** What the rules find that look at many items at once. */
export function lintBank(facts: BankFacts): void {
  for (const rule of rules) rule(facts);
}
