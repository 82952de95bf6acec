import { describe, expect, test } from 'vitest';
import {
  LEAST_VARIANCE,
  NODES,
  NODE_COUNT,
  STEP,
  kernelOnGrid,
  normalOnGrid,
} from '#lib/engine/measure/posterior/grid.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { covariance } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { USUAL_VARIANCE, freshGaussian } from '../gaussians.ts';

describe('the grid', () => {
  test('has its middle at 0, and nodes a step apart', () => {
    expect(NODES).toHaveLength(NODE_COUNT);
    expect(NODES[(NODE_COUNT - 1) / 2]).toBe(0);
    for (let k = 1; k < NODE_COUNT; k += 1) expect(NODES[k]! - NODES[k - 1]!).toBe(STEP);
  });

  test('holds a normal density of the variance asked for', () => {
    const density = normalOnGrid(0.3);
    const mass = density.reduce((sum, p) => sum + p, 0);
    const variance = density.reduce((sum, p, k) => sum + p * NODES[k]! ** 2, 0) / mass;
    expect(mass * STEP).toBeCloseTo(Math.sqrt(2 * Math.PI * 0.3), 12);
    expect(variance).toBeCloseTo(0.3, 12);
  });

  test('walks either way alike, and no farther than it says', () => {
    for (const variance of [0, LEAST_VARIANCE, 0.3, 1]) {
      const { density, reach } = kernelOnGrid(variance);
      const alike = density.every((own, place) => {
        const [i, j] = [Math.floor(place / NODE_COUNT), place % NODE_COUNT];
        return own === density[j * NODE_COUNT + i] && own > 0 === Math.abs(i - j) <= reach;
      });
      expect(alike).toBe(true);
    }
  });

  test('knows no difference at all where the variance is 0', () => {
    const { density, reach } = kernelOnGrid(0);
    expect(reach).toBe(0);
    expect(density.reduce((sum, p) => sum + p, 0)).toBe(NODE_COUNT);
  });

  test('refuses variances too small to see, or that are none', () => {
    for (const variance of [0.01, 0.0399, -1, NaN]) {
      expect(() => normalOnGrid(variance)).toThrow(RangeError);
      expect(() => priorOf(skillTree([0]), { ...USUAL_VARIANCE, domain: variance })).toThrow(
        RangeError,
      );
    }
  });
});

describe('the prior', () => {
  test('has a covariance that adds what two skills share', () => {
    const prior = freshGaussian([0, 0, 1, 0]);
    const { domainOf } = prior.tree;
    domainOf.forEach((domain, s) => {
      domainOf.forEach((other, t) => {
        const shared = 0.45 + (domain === other ? 0.3 : 0) + (s === t ? 0.25 : 0);
        expect(covariance(prior, s, t)).toBeCloseTo(shared, 9);
      });
      expect(prior.mean[s]).toBeCloseTo(0, 12);
    });
  });

  test('takes levels without variance exactly', () => {
    const prior = freshGaussian([0, 0, 1], { global: 0, domain: 0.5, skill: 0 });
    expect(covariance(prior, 0, 0)).toBeCloseTo(0.5, 9);
    expect(covariance(prior, 0, 1)).toBeCloseTo(0.5, 9);
    expect(covariance(prior, 0, 2)).toBe(0);
  });
});
