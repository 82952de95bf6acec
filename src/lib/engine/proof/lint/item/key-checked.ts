import { blindGuesses } from '#lib/engine/rubric/registry.ts';
import type { ItemRule } from '../rule.ts';

/** A key that is computed or typed is checked by another road. */
export const keyChecked: ItemRule = (item, _, tell) => {
  const isTyped = blindGuesses(item).length === 0;
  const isComputed = Object.keys(item.variables).length > 0;
  if (item.check !== undefined || !(isTyped || isComputed)) return;
  tell.problem(
    isComputed ? ['variables'] : ['rubric', 0],
    'check-missing',
    `its key is ${isComputed ? 'computed' : 'typed'} and nothing checks it.`,
    'Add a `check` by another road.',
  );
};
