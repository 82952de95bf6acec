import { isParametrised } from '#lib/engine/template/instantiate.ts';
import type { ItemRule } from '../rule.ts';

/** Fewer and a learner who comes back, or two who compare, meet the same numbers. */
const fewestVariants = 8;

/** An item that draws its variables has enough variants to be worth it. */
export const variantCount: ItemRule = (item, variants, tell) => {
  if (!isParametrised(item) || variants.length >= fewestVariants) return;
  tell.problem(
    ['variables'],
    'hardly-varies',
    `it has only ${variants.length} variants.`,
    `Widen the ranges to ${fewestVariants} variants at least, or drop the variables.`,
  );
};
