import { expect, test } from 'vitest';
import { simulateLearners } from '#lib/engine/quiz/simulate-learners.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { smallBank } from '../../support/small-bank.ts';

const small = smallBank();

test('gives the same figures for the same seed and others for another', () => {
  const once = simulateLearners(small, 10, 6, 3);
  expect(simulateLearners(smallBank(), 10, 6, 3)).toEqual(once);
  expect(simulateLearners(small, 10, 6, 4)).not.toEqual(once);
});

test('gives figures that can be: finite, errors above 0, coverage a share', () => {
  const figures = simulateLearners(small, 10, 6, 3);
  for (const figure of Object.values(figures)) {
    expect(Number.isFinite(figure) && figure > 0).toBe(true);
  }
  expect(figures.coverage90).toBeLessThanOrEqual(1);
});

test('more questions leave less in doubt', () => {
  const few = simulateLearners(small, 60, 2, 1);
  const many = simulateLearners(small, 60, 11, 1);
  expect(many.meanSe).toBeLessThan(few.meanSe - 0.1);
  expect(many.domainRmse).toBeLessThan(few.domainRmse);
});

test(
  'adaptive questions of the real bank measure sixty learners better than random ones',
  { timeout: 60_000 },
  () => {
    const { domainRmse, randomDomainRmse, coverage90, meanSe } = simulateLearners(
      loadBank('question-bank'),
      60,
      15,
      7,
    );
    expect(domainRmse).toBeLessThan(randomDomainRmse - 0.02);
    expect(coverage90).toBeGreaterThan(0.8);
    expect(Math.abs(domainRmse - meanSe)).toBeLessThan(0.12);
  },
);
