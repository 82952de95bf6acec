import { readingOf } from '#lib/engine/measure/levels/reading.ts';
import { narrowed } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import type { Mistake } from '../laws.ts';
import { misread } from './broken-beliefs.ts';

export const gaussianMistakes = {
  'the Gaussian of any beliefs is a proper one': [
    'slopes twice too steep',
    misread(({ skillSlope }) => ({ skillSlope: skillSlope.map((slope) => 2 * slope) })),
  ],
  'one more answer narrows as a rank-one update of the whole matrix does': [
    'slopes left as they were',
    {
      narrowed: (gaussian, skill, information) => {
        const { skillSlope, domainSlope } = gaussian;
        return { ...narrowed(gaussian, skill, information), skillSlope, domainSlope };
      },
    },
  ],
  'a reading has the mean and variance of the sum, covariances included': [
    'covariances forgotten',
    {
      readingOf: (gaussian, weights) => ({
        mean: readingOf(gaussian, weights).mean,
        variance: weights.reduce((sum, w, s) => sum + w * w * gaussian.variance[s]!, 0),
      }),
    },
  ],
} satisfies Record<string, Mistake>;
