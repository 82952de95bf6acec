import { STEP } from '#lib/engine/measure/posterior/grid.ts';
import { fade } from '#lib/engine/measure/posterior/likelihood.ts';
import type { Mistake } from '../laws.ts';

export const fadeMistakes = {
  'no time fades nothing': [
    'one step taken whatever the time',
    { fade: (before, moved) => fade(before, moved + STEP ** 2 / 2) },
  ],
  'fading changes nothing it was given, and stays finite': [
    'fading in place',
    {
      fade: (before, moved) => {
        before.set(fade(before, moved));
        return before;
      },
    },
  ],
  'what rises with ability still rises once faded, what falls falls': [
    'a walk that leaves the grid at one end and comes back at the other',
    {
      fade: (before, moved) => {
        const after = fade(before, moved);
        const ends = Math.log((Math.exp(after.at(0)!) + Math.exp(after.at(-1)!)) / 2);
        return after.with(0, ends).with(-1, ends);
      },
    },
  ],
  'after a very long time nothing is left but the prior': [
    'no more than a year ever counted',
    { fade: (before, moved) => fade(before, Math.min(1, moved)) },
  ],
  'the longer ago, the less is said': [
    'answers that ripen',
    { fade: (before, moved) => before.map((value) => value * (1 + moved)) },
  ],
  'fading twice is fading once for as long, in whole steps exactly': [
    'a variance taken for a deviation',
    { fade: (before, moved) => fade(before, moved ** 2) },
  ],
  'fading twice is fading once for as long, nearly, whatever the times': [
    'a deviation taken for a variance',
    { fade: (before, moved) => fade(before, Math.sqrt(moved)) },
  ],
} satisfies Record<string, Mistake>;
