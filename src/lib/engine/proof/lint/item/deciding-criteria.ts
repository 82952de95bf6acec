import { blindGuesses } from '#lib/engine/rubric/registry.ts';
import { criteriaDeciding } from '../../criterion-reach.ts';
import type { ItemRule } from '../rule.ts';

/** Up to this share of its variants a criterion may meet one above it: a coincidence of numbers. */
const mostShadowed = 0.05;

/**
 * Every criterion decides where it is meant to: some response reaches it past those above. Where wrong
 * values are typed and two of them meet, the lower one says nothing at those seeds.
 */
export const decidingCriteria: ItemRule = (item, variants, tell) => {
  // Conditions on options name ids and no numbers, so that one variant speaks for all.
  const asked = blindGuesses(item).length > 0 ? variants.slice(0, 1) : variants;
  const silent = item.rubric.map(() => 0);
  for (const variant of asked) {
    const decided = criteriaDeciding(variant);
    silent.forEach((count, index) => (silent[index] = count + Number(!decided.has(index))));
  }
  silent.forEach((count, index) => {
    const share = count / asked.length;
    if (share === 0) return;
    if (share === 1) {
      tell.problem(
        ['rubric', index],
        'criterion-unreachable',
        'this criterion never decides: one above it holds for the same responses.',
        'Drop it, or put it before the one that swallows it.',
      );
      return;
    }
    const isOften = share > mostShadowed;
    (isOften ? tell.problem : tell.advice)(
      ['rubric', index],
      isOften ? 'criterion-shadowed' : 'criterion-meets',
      `at ${percent(share)} of ${asked.length} variants one above this criterion has the same value.`,
      'Add a constraint that keeps them apart, or let them be one.',
    );
  });
};

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
