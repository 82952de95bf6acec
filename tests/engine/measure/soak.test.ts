import { test } from 'vitest';
import { realEngine } from './laws.ts';
import { answerLaws } from './posterior/answer-laws.ts';
import { oneAbilityLaws } from './posterior/one-ability-laws.ts';
test.each(
  Object.entries({ ...answerLaws, ...oneAbilityLaws }).filter(([k]) =>
    /widen|better|contradict|most probable/.test(k),
  ),
)(
  '%s',
  (_, law) => {
    law(realEngine, { numRuns: 30000, endOnFailure: true });
  },
  600000,
);
