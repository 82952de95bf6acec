import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawnSkill, skillCount, targetsMet } from '#lib/engine/roadmap/gap.ts';

const skill = (
  target: number,
  levels: readonly number[],
  standing: DrawnSkill['standing'] = 'tested',
): DrawnSkill => ({ target, levels: Float64Array.from(levels), standing });

describe('targets that are met together', () => {
  test('are counted in every draw', () => {
    // Met in the four draws: 2, 1, 0 and 2 of the two targets.
    const gap = targetsMet([skill(50, [60, 50, 40, 90]), skill(70, [70, 60, 60, 80], 'inferred')]);
    expect(gap).toEqual({
      skills: { tested: 1, inferred: 1, unknown: 0 },
      met: 5 / 4,
      most: 2,
      chanceMost: 2 / 4,
      chanceAll: 2 / 4,
    });
    expect(skillCount(gap)).toBe(2);
  });

  test('"most" are four fifths, rounded up', () => {
    const levels = [[1], [1], [1], [1], [0]];
    expect(targetsMet(levels.map((each) => skill(1, each)))).toMatchObject({
      most: 4,
      chanceMost: 1,
      chanceAll: 0,
    });
    expect(targetsMet(levels.slice(0, 4).map((each) => skill(1, each))).most).toBe(4);
  });

  test('have no chance to tell where no skill is known, and one where any is', () => {
    const unknown = skill(50, [60, 40], 'unknown');
    expect(targetsMet([unknown, unknown])).toMatchObject({ chanceMost: null, chanceAll: null });
    expect(targetsMet([unknown, skill(50, [60, 60])])).toMatchObject({ chanceAll: 0.5 });
  });

  test('are never all more often than most, and never fewer for lower targets', () => {
    const anySkill = fc.tuple(
      fc.double({ min: 5, max: 95, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 20, maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(anySkill, { minLength: 1, maxLength: 12 }), (skills) => {
        const met = (ease: number) =>
          targetsMet(skills.map(([target, levels]) => skill(target - ease, levels)));
        const [now, easier] = [met(0), met(10)];
        expect(now.chanceAll!).toBeLessThanOrEqual(now.chanceMost!);
        expect(easier.met).toBeGreaterThanOrEqual(now.met);
        expect(easier.chanceMost!).toBeGreaterThanOrEqual(now.chanceMost!);
      }),
    );
  });
});
