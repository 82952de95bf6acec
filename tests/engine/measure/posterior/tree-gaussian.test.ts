import { describe, expect, test } from 'vitest';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import {
  covariance,
  domainCovariance,
  narrowed,
  ownVariance,
} from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { USUAL_VARIANCE, freshGaussian } from '../gaussians.ts';
import { testLaws } from '../test-laws.ts';
import { gaussianLaws } from './gaussian-laws.ts';

describe('whatever was answered', () => {
  testLaws(gaussianLaws);
});

describe('the prior as a Gaussian', () => {
  const prior = freshGaussian([0, 0, 1]);

  test('has domains that share what is common to all', () => {
    expect(domainCovariance(prior, 0, 0)).toBeCloseTo(0.75, 9);
    expect(domainCovariance(prior, 0, 1)).toBeCloseTo(0.45, 9);
    expect(prior.rootVariance).toBeCloseTo(0.45, 9);
  });

  test('has skills that hold something of their own', () => {
    expect(ownVariance(prior, 0)).toBeCloseTo(0.25, 9);
    expect(ownVariance(freshGaussian([0, 0], { ...USUAL_VARIANCE, skill: 0 }), 0)).toBe(0);
  });
});

describe('narrowed', () => {
  const gaussian = freshGaussian([0, 0, 1]);

  test('says nothing new without information', () => {
    expect(covariance(narrowed(gaussian, 0, 0), 0, 1)).toBeCloseTo(covariance(gaussian, 0, 1), 12);
  });

  test('leaves what it was given alone', () => {
    const copy = structuredClone(gaussian);
    narrowed(gaussian, 1, 2);
    expect(gaussian).toEqual(copy);
  });

  test('foresees about what an answer does', () => {
    // Two thirds of the way to the exact variance: the information is that at the mean, not beyond it.
    const parameters = { discrimination: 1, difficulty: 0, guessing: 0 };
    const answered = beliefs(priorOf(skillTree([0, 0, 1]), USUAL_VARIANCE), [
      { skill: 0, parameters, category: 1 },
    ]).gaussian;
    const foreseen = narrowed(gaussian, 0, 0.25);
    for (const s of [0, 1, 2]) {
      expect(Math.abs(foreseen.variance[s]! - answered.variance[s]!)).toBeLessThan(0.04);
    }
  });
});
