import { isParametrised } from '#lib/engine/template/instantiate.ts';
import { placeholdersOf } from '#lib/engine/template/format.ts';
import type { ItemRule } from '../rule.ts';

/**
 * Where the key is computed from drawn numbers, so is every other option: one that stays while the
 * others change is no thought's result, and gives itself away to whoever sees two variants.
 */
export const optionComputed: ItemRule = (item, _, tell) => {
  if (item.kind !== 'single-choice' || !isParametrised(item)) return;
  if (typeof item.check !== 'string') return;
  const isComputed = (text: string) => placeholdersOf(text).length > 0;
  const options = Object.entries(item.options);
  if (!options.some(([, text]) => isComputed(text))) return;
  for (const [id, text] of options) {
    if (isComputed(text)) continue;
    tell.problem(
      ['options', id],
      'option-not-computed',
      `no computation gives option "${id}" (${text.trim()}), while others are computed.`,
      'Compute it by the wrong thought that leads to it.',
    );
  }
};
