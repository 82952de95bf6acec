import { expect, test } from 'vitest';
import { changeMistakes } from './levels/broken-change.ts';
import { changeLaws } from './levels/change-laws.ts';
import { type Mistake, realEngine } from './laws.ts';
import { modelMistakes } from './models/broken-models.ts';
import { modelLaws } from './models/model-laws.ts';
import { answerLaws } from './posterior/answer-laws.ts';
import { beliefMistakes } from './posterior/broken-beliefs.ts';
import { fadeMistakes } from './posterior/broken-fade.ts';
import { gaussianMistakes } from './posterior/broken-gaussian.ts';
import { oneAbilityMistakes } from './posterior/broken-one-ability.ts';
import { exactLaws } from './posterior/exact-laws.ts';
import { fadeLaws } from './posterior/fade-laws.ts';
import { gaussianLaws } from './posterior/gaussian-laws.ts';
import { oneAbilityLaws } from './posterior/one-ability-laws.ts';
import { selectionMistakes } from './selection/broken-selection.ts';
import { selectionLaws } from './selection/selection-laws.ts';
import { worthLaws } from './selection/worth-laws.ts';

/** Every law, by what it says. */
const laws = {
  ...modelLaws,
  ...answerLaws,
  ...exactLaws,
  ...fadeLaws,
  ...gaussianLaws,
  ...oneAbilityLaws,
  ...changeLaws,
  ...selectionLaws,
  ...worthLaws,
};

/** For each a mistake that breaks it; the compiler sees to it that none is left out. */
const mistakes: Record<keyof typeof laws, Mistake> = {
  ...modelMistakes,
  ...beliefMistakes,
  ...fadeMistakes,
  ...gaussianMistakes,
  ...oneAbilityMistakes,
  ...changeMistakes,
  ...selectionMistakes,
};

const cases = Object.keys(laws).map((key) => {
  const outcome = key as keyof typeof laws;
  return [outcome, ...mistakes[outcome]] as const;
});

test.each(cases)('"%s" is seen to be broken by %s', (outcome, _, instead) => {
  const broken = { ...realEngine, ...instead };
  let caught: unknown;
  try {
    laws[outcome](broken, { numRuns: 300, seed: 1, endOnFailure: true });
  } catch (error) {
    caught = error;
  }
  // An assertion of the law, rather than an engine that merely falls over.
  expect(caught).toBeInstanceOf(Error);
  expect((caught as Error).cause).toMatchObject({ name: 'AssertionError' });
});
