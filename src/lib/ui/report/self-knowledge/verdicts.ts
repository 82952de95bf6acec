import type { CertaintyVerdict, SelfRatingView } from '#lib/engine/report/view-model.ts';

export const certaintyVerdicts = {
  'over-confident': 'over-confident',
  'under-confident': 'under-confident',
  fitting: 'nothing against it',
  'too-few': 'too few answers to say',
} as const satisfies Record<CertaintyVerdict, string>;

export const ratingVerdicts = {
  above: 'higher than measured',
  below: 'lower than measured',
  within: 'within the interval',
  unknown: 'too little known',
} as const satisfies Record<SelfRatingView['verdict'], string>;
