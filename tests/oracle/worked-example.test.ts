import { expect, test } from 'vitest';
import { levelOf, probabilityAtLeast } from '#lib/engine/measure/level.ts';
import { posterior } from '#lib/engine/measure/posterior.ts';
import { measuredBank } from '#lib/engine/quiz/measured-bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { workedExample } from '../../src/routes/about/measurement/worked-example.ts';

/** Skill of linear algebra from 0, kind, difficulty, score: the answers that the page tells of. */
const answers = [
  [0, 'numeric', 3, 1],
  [1, 'numeric', 4, 0],
  [2, 'single-choice', 3, 1],
  [3, 'numeric', 3, 1],
  [4, 'numeric', 4, 1],
  [5, 'single-choice', 4, 0],
  [6, 'numeric', 3, 1],
  [4, 'numeric', 5, 0],
  [1, 'numeric', 3, 1],
  [7, 'single-choice', 4, 1],
  [2, 'numeric', 4, 0],
  [5, 'numeric', 3, 1],
] as const;

test('the figures of the page on measurement are what the engine computes from the bank’s settings', () => {
  const bank = loadBank('question-bank');
  const { prior, skillNumber } = measuredBank(bank);
  const skills = (bank.domains[0]?.skills ?? []).map(({ id }) => skillNumber.get(id) ?? -1);
  const { discrimination } = bank.roadmap.measurement;
  const evidence = answers.map(([skill, kind, difficulty, score]) => ({
    skill: skills[skill] ?? -1,
    parameters: {
      discrimination: discrimination[kind],
      difficulty: difficulty - 3,
      guessing: kind === 'numeric' ? 0 : 0.25,
    },
    score,
  }));
  const computed = [0, 1, 4, 8, 12].map((count) => {
    const abilities = posterior(prior, evidence.slice(0, count));
    const { expected, low, high } = levelOf(abilities, skills);
    const chanceMet = probabilityAtLeast(
      abilities,
      skills,
      skills.map(() => 60),
    );
    return [expected, low, high, 100 * chanceMet].map(Math.round);
  });
  expect(
    workedExample.map(({ level: { expected, low, high }, chanceMet }) =>
      [expected, low, high, 100 * chanceMet].map(Math.round),
    ),
  ).toEqual(computed);
});
