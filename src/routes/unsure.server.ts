import type { Problem } from '#lib/engine/kernel/problem.ts';

/** Where something cannot be undone and the box that says so was not ticked. */
export const unsure: Problem = {
  code: 'not-sure',
  path: 'sure',
  message: 'The box is not ticked.',
  hint: 'Nothing was deleted.',
};
