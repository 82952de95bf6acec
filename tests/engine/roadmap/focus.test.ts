import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { level } from '#lib/engine/measure/levels/level.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import { drawAbilities } from '#lib/engine/measure/posterior/draws.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { type FocusSkill, focusOf } from '#lib/engine/roadmap/focus.ts';
import { USUAL_VARIANCE } from '../measure/gaussians.ts';

const prior = priorOf(skillTree([0, 0, 0]), USUAL_VARIANCE);

/** The focus among three skills of these hours and targets, after some answers. */
function focusAmong(
  skills: readonly Pick<FocusSkill, 'hours' | 'target'>[],
  evidence: readonly Evidence[] = [],
) {
  const believed = beliefs(prior, evidence);
  const random = randomFrom('focus');
  const drawn = drawAbilities(believed, 2000, () => random.unit());
  return focusOf(
    skills.map((skill, number) => ({
      ...skill,
      id: `s${number}`,
      title: `Skill ${number}`,
      domain: 'd',
      number,
      standing: 'inferred',
      levels: drawn[number]!.map(level),
    })),
    believed.gaussian,
  );
}

const answers = (skill: number, categories: readonly number[]): Evidence[] =>
  categories.map((category) => ({
    skill,
    parameters: { discrimination: 1.2, difficulty: 0, guessing: 0 },
    category,
  }));

describe('the least certain skill that matters most', () => {
  test('is the longest of those that are equally uncertain', () => {
    const short = { hours: [4, 8], target: 60 } as const;
    const long = { hours: [20, 40], target: 60 } as const;
    expect(focusAmong([short, long, short])?.skill).toBe('s1');
  });

  test('is the least certain of those that are equally long', () => {
    const each = { hours: [10, 20], target: 60 } as const;
    const known = [...answers(0, [1, 0, 1, 0, 1, 0]), ...answers(2, [1, 0, 1, 0, 1, 0])];
    expect(focusAmong([each, each, each], known)?.skill).toBe('s1');
  });

  test('is none where no skill moves the plan by half an hour', () => {
    const tiny = { hours: [0.5, 1], target: 60 } as const;
    expect(focusAmong([tiny, tiny, tiny])).toBeNull();
  });

  test('moves the plan by the deviation of its hours: 15 h times that of the share to go', () => {
    const each = { hours: [10, 20], target: 100 } as const;
    const random = randomFrom('focus');
    const levels = drawAbilities(beliefs(prior, []), 2000, () => random.unit())[0]!.map(level);
    const mean = levels.reduce((sum, x) => sum + x, 0) / 2000;
    const deviation = Math.sqrt(levels.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 2000);
    const focus = focusAmong([each, { hours: [1, 2], target: 50 }, { hours: [1, 2], target: 50 }]);
    expect(focus?.hoursApart).toBeCloseTo((15 * deviation) / 100, 6);
  });

  test('is settled by a decision where its target is far, else by a narrower level', () => {
    const other = { hours: [0.5, 1], target: 60 } as const;
    const far = focusAmong([{ hours: [40, 80], target: 75 }, other, other]);
    expect(far?.settle).toMatchObject({ to: 'decide' });
    const near = focusAmong([{ hours: [40, 80], target: 50 }, other, other]);
    expect(near?.settle).toMatchObject({
      to: 'narrow',
      margin: Math.round((2 * near!.margin) / 3),
    });
    for (const focus of [far, near]) {
      expect(focus!.settle!.questions).toBeGreaterThan(0);
      expect(focus!.settle!.questions).toBeLessThanOrEqual(12);
    }
  });
});
