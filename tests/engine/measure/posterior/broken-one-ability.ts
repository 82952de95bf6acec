import { logLikelihood } from '#lib/engine/measure/models/item-parameters.ts';
import { NODES } from '#lib/engine/measure/posterior/grid.ts';
import {
  type JudgedAnswer,
  expectedAPosteriori,
  maximumAPosteriori,
  weightedLikelihood,
} from '#lib/engine/measure/posterior/one-ability.ts';
import type { Mistake } from '../laws.ts';

export const oneAbilityMistakes = {
  'the most probable ability solves its equation, and none is more probable': [
    'the prior left out',
    { maximumAPosteriori: weightedLikelihood },
  ],
  'weighted likelihood solves its equation': [
    'a prior where there is none',
    { weightedLikelihood: maximumAPosteriori },
  ],
  'weighted likelihood is finite for all-right and all-wrong, right above wrong': [
    'maximum likelihood, −598 after two answers',
    { weightedLikelihood: (answers) => ({ theta: mostLikely(answers), standardError: 1 }) },
  ],
  'the expected ability is what dense quadrature gives': [
    'the prior taken back out',
    {
      expectedAPosteriori: (before) =>
        expectedAPosteriori(before.map((value, k) => value + NODES[k]! ** 2 / 2)),
    },
  ],
} satisfies Record<string, Mistake>;

/** The likeliest of a wide range of abilities, whole logits. */
function mostLikely(answers: readonly JudgedAnswer[]): number {
  const range = Array.from({ length: 1201 }, (_, i) => i - 600);
  const height = (theta: number) =>
    answers.reduce((sum, { parameters, category }) => {
      return sum + logLikelihood(parameters, theta, category);
    }, 0);
  return range.reduce((best, theta) => (height(theta) > height(best) ? theta : best));
}
