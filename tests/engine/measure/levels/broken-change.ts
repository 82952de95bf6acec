import { normalCdf } from '#lib/engine/kernel/normal.ts';
import { type Change, changeBetween } from '#lib/engine/measure/levels/change.ts';
import { meanWeights, readingOf } from '#lib/engine/measure/levels/reading.ts';
import type { Mistake } from '../laws.ts';

/** Compared by z = (difference)/(spread) of what two readings make of it. */
function comparing(z: (m1: number, v1: number, m2: number, v2: number) => number) {
  return {
    changeBetween: (
      ...[prior, before, after, skills]: Parameters<typeof changeBetween>
    ): Change => {
      const weights = meanWeights(prior.tree.skillCount, skills);
      const [one, other] = [readingOf(before, weights), readingOf(after, weights)];
      const chanceHigher = normalCdf(z(one.mean, one.variance, other.mean, other.variance));
      return { verdict: 'unchanged', chanceHigher };
    },
  };
}

export const changeMistakes = {
  'the same answers are no change, as likely higher as lower': [
    'the earlier mean pulled to the middle once more',
    comparing((m1, v1, m2, v2) => (m2 - m1 / 2) / Math.sqrt(v1 + v2)),
  ],
  'no information is exactly as likely higher as lower': [
    'the prior counted as a measurement',
    comparing((m1, v1, m2, v2) => (m2 - m1) / Math.sqrt(v1 + v2)),
  ],
  'higher one way is lower the other way': [
    'the error of the earlier attempt forgotten',
    comparing((m1, _, m2, v2) => (m2 - m1) / Math.sqrt(v2)),
  ],
  'far better answers are an improvement, far worse ones a decline': [
    'now taken for then',
    {
      changeBetween: (prior, before, after, skills) => changeBetween(prior, after, before, skills),
    },
  ],
} satisfies Record<string, Mistake>;
