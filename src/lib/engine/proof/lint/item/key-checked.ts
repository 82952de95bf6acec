import type { ItemRule } from '../rule.ts';

/** A key that is computed or typed is checked by another road. */
export const keyChecked: ItemRule = (item, _, tell) => {
  const isTyped = item.kind === 'numeric' || item.kind === 'matrix';
  const isComputed = Object.keys(item.variables).length > 0;
  if (item.check !== undefined || !(isTyped || isComputed)) return;
  tell.problem(
    isComputed ? ['variables'] : ['rubric', 0],
    'check-missing',
    'its key is computed and nothing checks it.',
    'Add a `check` by another road.',
  );
};
