import { describe, expect, test } from 'vitest';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';

describe('skillTree', () => {
  test('counts skills and domains, and lists the skills of each', () => {
    expect(skillTree([0, 0, 1, 0])).toEqual({
      skillCount: 4,
      domainCount: 2,
      domainOf: [0, 0, 1, 0],
      skillsOf: [[0, 1, 3], [2]],
    });
    expect(skillTree([])).toEqual({ skillCount: 0, domainCount: 0, domainOf: [], skillsOf: [] });
  });

  test('has a domain without skills where a number is left out', () => {
    expect(skillTree([2]).skillsOf).toEqual([[], [], [0]]);
  });

  test('refuses what is not a domain', () => {
    expect(() => skillTree([0, -1])).toThrow(RangeError);
    expect(() => skillTree([0.5])).toThrow(RangeError);
  });
});
