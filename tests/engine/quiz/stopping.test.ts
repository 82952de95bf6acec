import { describe, expect, test } from 'vitest';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import { nextQuestion } from '#lib/engine/quiz/next-question.ts';
import { smallBank, smallBankFiles } from '../../support/small-bank.ts';
import { always, newAttempt, play } from './attempts.ts';

const targets = [
  ['target: 70', 'target: 50'],
  ['target: 65', 'target: 50'],
  ['target: 60', 'target: 50'],
  ['target: 55', 'target: 50'],
] as const;

/** The small bank whose learners all but agree and whose skills are one, so that little is left to find out. */
function bankOfLikeLearners(everyTargetAtTheMean = false): Bank {
  const files = smallBankFiles().map(({ path, text }) => ({
    path,
    text:
      path === 'roadmap.yaml' && everyTargetAtTheMean
        ? targets.reduce((all, [old, to]) => all.replace(old, to), text)
        : text,
  }));
  const bank = parseBank(files);
  if (!bank.ok) throw new Error(JSON.stringify(bank.error));
  const { roadmap } = bank.value;
  const variance = { global: 0.04, domain: 0, skill: 0 };
  return {
    ...bank.value,
    roadmap: { ...roadmap, measurement: { ...roadmap.measurement, variance } },
  };
}

describe('an attempt stops before its length', () => {
  test.each([
    ['half of the chosen length', 14, 7],
    ['three answers for each of two domains', 7, 6],
  ])('when every skill is decided, but not before %s', (_, length, answers) => {
    const bank = bankOfLikeLearners();
    const attempt = play(newAttempt(bank, { length }), bank, always('wrong'));
    expect(attempt.finished).toBe('decision');
    expect(attempt.answers).toHaveLength(answers);
  });

  test('when every domain is known well enough though no skill is decided', () => {
    const bank = bankOfLikeLearners(true);
    const moods = (['right', 'dont-know', 'right'] as const).flatMap((mood) => [mood, mood]);
    const attempt = play(newAttempt(bank, { length: 8 }), bank, moods);
    expect(attempt.finished).toBe('precision');
    expect(attempt.answers).toHaveLength(6);
  });

  test('not at all where half of the answers leave much open', () => {
    const bank = smallBank();
    const moods = (['right', 'dont-know'] as const).flatMap((mood) => [mood, mood, mood, mood]);
    const attempt = play(newAttempt(bank, { length: 8 }), bank, moods);
    expect(attempt.finished).toBe('length');
    expect(attempt.answers).toHaveLength(8);
  });

  test('for the targets of its own profile', () => {
    // Known so well that only targets near the mean are undecided.
    const bank = bankOfLikeLearners(true);
    const open = play(newAttempt(bank, { length: 8 }), bank, always('right', 6));
    expect(nextQuestion(open, bank)).toBe('precision');
    expect(nextQuestion({ ...open, profile: 'left-the-bank' }, bank)).toBe('precision');
    expect(nextQuestion({ ...open, profile: 'scientist' }, bank)).toBe('decision');
  });
});
