import { expect, test } from 'vitest';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';

const prior = priorOf(skillTree([0, 0]), { global: 0.45, domain: 0.3, skill: 0.25 });
const answers = (skill: number, count: number, difficulty: number, category: number) =>
  Array.from({ length: count }, () => ({
    skill,
    parameters: { discrimination: 3, difficulty, guessing: 0 },
    category,
  }));

test('a right answer lowers no skill however sharply the answers contradict each other', () => {
  const means = Array.from({ length: 30 }, (_, right) =>
    Array.from(
      beliefs(prior, [...answers(0, right, 10, 1), ...answers(1, 13, -10, 0)]).gaussian.mean,
    ),
  );
  means.slice(1).forEach((after, place) => {
    after.forEach((mean, skill) => {
      expect(mean).toBeGreaterThanOrEqual(means[place]![skill]! - 1e-8);
    });
  });
});
