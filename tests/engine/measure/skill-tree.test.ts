import { describe, expect, test } from 'vitest';
import { priorCovariance, skillsOfDomain, skillTree } from '#lib/engine/measure/skill-tree.ts';

const tree = skillTree([0, 0, 1, 0]);

describe('skillTree', () => {
  test('counts skills and domains', () => {
    expect(tree).toEqual({ skillCount: 4, domainCount: 2, domainOf: [0, 0, 1, 0] });
    expect(skillTree([])).toEqual({ skillCount: 0, domainCount: 0, domainOf: [] });
  });

  test('lists the skills of a domain', () => {
    expect(skillsOfDomain(tree, 0)).toEqual([0, 1, 3]);
    expect(skillsOfDomain(tree, 5)).toEqual([]);
  });

  test('refuses what is not a domain', () => {
    expect(() => skillTree([0, -1])).toThrow(RangeError);
    expect(() => skillTree([0.5])).toThrow(RangeError);
  });
});

test('the prior covariance adds what two skills share', () => {
  const covariance = priorCovariance(tree, { global: 1, domain: 10, skill: 100 });
  expect([...covariance]).toEqual([111, 11, 1, 11, 11, 111, 1, 11, 1, 1, 111, 1, 11, 11, 1, 111]);
});
