import { optionTexts } from '#lib/engine/template/arrange.ts';
import type { ItemRule } from '../rule.ts';
import { proseOf } from '../prose.ts';

/** A stem that ends in "a" or "an" rules out the options that begin with the wrong sound. */
export const articleClue: ItemRule = (item, [variant], tell) => {
  const article = /\b(an?)[\s:…_.]*$/i.exec(proseOf(item.stem))?.[1]?.toLowerCase();
  if (!variant || article === undefined) return;
  for (const id of Object.keys(optionTexts(item))) {
    const text = variant.options.find((option) => option.id === id)?.text ?? '';
    const beginsWithVowel = /^[\W_]*[aeiou]/i.test(text);
    if (beginsWithVowel === (article === 'an')) continue;
    tell.problem(
      ['options', id],
      'article-clue',
      `the stem ends in "${article}", which does not go with "${text.trim()}".`,
      'Take the article into the options, or ask a whole question.',
    );
  }
};
