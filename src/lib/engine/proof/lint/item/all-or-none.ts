import { optionTexts } from '#lib/engine/template/arrange.ts';
import type { ItemRule } from '../rule.ts';

const refers =
  /\b(all|none|both|neither|any|two) of (the )?(above|these|them|others?|other options)\b|\b(both|neither) \(?[a-d]\)? (and|n?or) \(?[a-d]\)?\b/i;

/** No option refers to others: to know one of them would be enough. */
export const allOrNone: ItemRule = (item, _, tell) => {
  if (!('options' in item)) return;
  for (const [id, text] of Object.entries(optionTexts(item))) {
    if (!refers.test(text)) continue;
    tell.problem(
      ['options', id],
      'all-or-none',
      `the option "${text.trim()}" refers to the others.`,
      'Let it say something of its own.',
    );
  }
};
