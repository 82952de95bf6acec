import type { ItemRule } from '../rule.ts';
import { isSingleChoice, shownOptions } from '../shown-options.ts';

/** The key is too long where it passes this many times the next longest option, */
const tooManyTimes = 1.5;
/** and by this many characters more: numbers differ in length for other reasons. */
const tooManyMore = 12;

/** The key is not the longest option by far. */
export const lengthClue: ItemRule = (item, [variant], tell) => {
  if (!variant || !isSingleChoice(item)) return;
  const options = shownOptions(variant);
  const key = options.find(({ isKey }) => isKey);
  const next = Math.max(...options.filter(({ isKey }) => !isKey).map(({ length }) => length));
  if (!key || key.length <= tooManyTimes * next || key.length < next + tooManyMore) return;
  tell.problem(
    ['options', key.id],
    'length-clue',
    `the key has ${key.length} characters, the next longest option ${next}.`,
    'Shorten the key, or say as much in the others.',
  );
};
