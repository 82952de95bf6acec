import {
  curvesOf,
  fisherInformation,
  logLikelihood,
  withoutGuessing,
} from '#lib/engine/measure/models/item-parameters.ts';
import { probability } from '#lib/engine/measure/models/three-parameter.ts';
import type { Mistake } from '../laws.ts';

export const modelMistakes = {
  'information is finite and never below 0': [
    'information of the right answer alone, which guessing can turn below 0',
    {
      fisherInformation: (item, theta) => {
        const { value, slope, curvature } = curvesOf(item, theta).at(-1)!;
        return (slope ** 2 / value - curvature) / value;
      },
    },
  ],
  'information is that of the curves it goes with, Σ P′²/P': [
    'information of the model without guessing beside curves with it',
    { fisherInformation: (item, theta) => fisherInformation(withoutGuessing(item), theta) },
  ],
  'guessing never adds information': [
    'a slope without its factor 1 − c',
    {
      fisherInformation: (item, theta) => {
        const luck = typeof item.guessing === 'number' ? item.guessing : item.guessing[0]!;
        return fisherInformation(item, theta) / (1 - luck) ** 2;
      },
    },
  ],
  'category probabilities lie in [0, 1] and sum to 1': [
    'luck added to the right answer and not taken from the wrong one',
    {
      curvesOf: (item, theta) => [
        curvesOf(withoutGuessing(item), theta)[0]!,
        ...curvesOf(item, theta).slice(1),
      ],
    },
  ],
  'slopes and curvatures are those of finite differences': [
    'slopes in a(θ − b) instead of θ',
    {
      curvesOf: (item, theta) =>
        curvesOf(item, theta).map((curve) => {
          return { ...curve, slope: curve.slope / item.discrimination };
        }),
    },
  ],
  'log-likelihoods are finite, and the logarithms of the probabilities': [
    'the logarithm of 1 − P, worked out in that order',
    {
      logLikelihood: (item, theta, category) =>
        'steps' in item || category === 1
          ? logLikelihood(item, theta, category)
          : Math.log(1 - probability(item, theta)),
    },
  ],
  'one step is the three-parameter model': [
    'guessing left out of partial credit',
    {
      curvesOf: (item, theta) => curvesOf('steps' in item ? withoutGuessing(item) : item, theta),
    },
  ],
  "without guessing partial credit is Muraki's formula": [
    'steps taken from the hardest down',
    {
      curvesOf: (item, theta) =>
        curvesOf('steps' in item ? { ...item, steps: item.steps.toReversed() } : item, theta),
    },
  ],
  '"I don\'t know yet" is judged without a guessing floor': [
    'a guessing floor under those who say they do not know',
    { withoutGuessing: (item) => item },
  ],
} satisfies Record<string, Mistake>;
