import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Skill, profileOf } from '#lib/engine/bank/bank.ts';
import { type SkillStanding, planAttempt } from '#lib/engine/roadmap/plan-attempt.ts';
import type { Plan } from '#lib/engine/roadmap/plan.ts';
import { smallBank } from '../../support/small-bank.ts';

const bank = smallBank();
const profile = profileOf(bank, null);
const skillIds = [...bank.skills.keys()];

const at = (
  expected: number,
  chanceMet: number,
  standing: SkillStanding['standing'] = 'tested',
) => ({
  standing,
  chanceMet,
  level: { expected, low: Math.max(0, expected - 10), high: Math.min(100, expected + 10) },
});
/** A level without any uncertainty, whose shortfall is plain subtraction. */
const sure = (
  expected: number,
  chanceMet: number,
  standing: SkillStanding['standing'] = 'tested',
) => ({ ...at(expected, chanceMet, standing), level: { expected, low: expected, high: expected } });
const planOf = (known: (skill: Skill) => SkillStanding, of = profile) =>
  planAttempt(bank, of, known);
const stepsOf = ({ phases }: Plan) => phases.flatMap(({ steps }) => steps);
const stepOf = (plan: Plan, id: string) => stepsOf(plan).find((step) => step.id === id)!;

const anyStanding: fc.Arbitrary<SkillStanding> = fc
  .record({
    standing: fc.constantFrom('tested' as const, 'inferred' as const, 'unknown' as const),
    expected: fc.double({ min: 0, max: 100, noNaN: true }),
    chanceMet: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ standing, expected, chanceMet }) => at(expected, chanceMet, standing));
const anyStandings = fc.tuple(...skillIds.map(() => anyStanding));
const among = (standings: readonly SkillStanding[]) => (skill: Skill) =>
  standings[skillIds.indexOf(skill.id)]!;

describe('what to do about a skill', () => {
  // The target of "sets" is 60, its hours 4 to 8.
  test.each([
    [
      'skip',
      sure(70, 0.8),
      '80 % likely to meet the target of 60 % already; skipping is wrong with a chance of 20 %.',
      [0, 0],
    ],
    [
      'refresh',
      sure(48, 0.3),
      'Near the target of 60 %, 30 % likely to meet it already.',
      [0.8, 1.6],
    ],
    [
      'refresh',
      sure(75, 0.79),
      'Near the target of 60 %, 79 % likely to meet it already.',
      [0.4, 0.8],
    ],
    ['learn', sure(30, 0.02), 'About 30 points below the target of 60 %.', [2, 4]],
    ['learn', sure(0, 0), 'About 60 points below the target of 60 %.', [4, 8]],
    [
      'learn',
      sure(45, 0.1, 'inferred'),
      'About 15 points below the target of 60 %, judged from neighbouring skills.',
      [1, 2],
    ],
    [
      'unmeasured',
      at(70, 0.9, 'unknown'),
      'Too little is known of it yet: take its domain’s quiz.',
      [0.4, 8],
    ],
  ])(
    '%s, with the reason and the hours of what is left of the way',
    (action, known, why, hours) => {
      const step = stepOf(
        planOf(() => known),
        'sets',
      );
      expect(step).toMatchObject({ action, why });
      expect(step.hours[0]).toBeCloseTo(hours[0]!, 9);
      expect(step.hours[1]).toBeCloseTo(hours[1]!, 9);
    },
  );

  test('takes more hours for an uncertain level than for the same level known well', () => {
    const hours = (known: SkillStanding) =>
      stepOf(
        planOf(() => known),
        'sets',
      ).hours[1];
    expect(hours(at(50, 0.4))).toBeGreaterThan(hours(sure(50, 0.4)));
    // E max(0, 60 − L) for L normal about 60 with a 90 % interval of ±10: 6.0796·φ(0) = 2.4254 points;
    // with ±40 four times that, of 60 points and 8 hours.
    const wide = { ...at(60, 0.5), level: { expected: 60, low: 20, high: 100 } };
    expect(hours(wide)).toBeCloseTo((8 * 4 * 2.4254) / 60, 3);
  });

  test('says no chance of what is not known', () => {
    expect(
      stepOf(
        planOf(() => at(50, 0.4, 'unknown')),
        'sums',
      ).chanceMet,
    ).toBeNull();
    expect(
      stepOf(
        planOf(() => at(50, 0.4)),
        'sums',
      ).chanceMet,
    ).toBe(0.4);
  });

  test('follows the target of the profile', () => {
    const known = () => at(55, 0.4);
    const scientist = bank.roadmap.profiles[1]!;
    expect(stepOf(planOf(known), 'sets').action).toBe('refresh');
    expect(stepOf(planOf(known, scientist), 'sets').action).toBe('learn');
  });
});

describe('a topic that the bank does not measure', () => {
  test('is listed with all its hours, which are counted apart', () => {
    const plan = planOf(() => at(95, 1));
    expect(stepOf(plan, 'proofs')).toMatchObject({
      action: 'unmeasured',
      domain: null,
      chanceMet: null,
      hours: [6, 12],
    });
    expect(plan).toMatchObject({ hours: [0, 0], unmeasuredHours: [6, 12] });
  });
});

describe('laws', () => {
  const everyPlan = (law: (plan: Plan, known: (skill: Skill) => SkillStanding) => void) => {
    fc.assert(
      fc.property(anyStandings, fc.nat(1), (standings, which) => {
        const known = among(standings);
        law(planOf(known, bank.roadmap.profiles[which]), known);
      }),
      { numRuns: 500 },
    );
  };

  test('every step of the roadmap is in its own phase, after what it builds on there', () => {
    everyPlan((plan) => {
      plan.phases.forEach(({ steps }, index) => {
        const { skills, topics } = bank.roadmap.phases[index]!;
        const ids = [...skills.map(({ skill }) => skill), ...topics.map(({ topic }) => topic)];
        expect(steps.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
        steps.forEach(({ prerequisites }, place) => {
          const later = steps.slice(place).map(({ id }) => id);
          expect(prerequisites.filter((id) => later.includes(id))).toEqual([]);
        });
      });
    });
    expect(planOf(() => at(0, 0)).phases[1]!.steps.map(({ id }) => id)).toEqual([
      'proofs',
      'conditions',
    ]);
  });

  test('hours are never negative, the fewest never above the most, none exactly where skipped', () => {
    everyPlan((plan) => {
      for (const { action, hours, domain } of stepsOf(plan)) {
        expect(hours[0]).toBeGreaterThanOrEqual(0);
        expect(hours[0]).toBeLessThanOrEqual(hours[1]);
        expect(hours[1] === 0).toBe(action === 'skip');
        if (domain === null) expect(action).toBe('unmeasured');
      }
    });
  });

  test('a skill takes no more hours than from nothing to its target', () => {
    everyPlan((plan) => {
      for (const { id, hours } of stepsOf(plan).filter(({ domain }) => domain !== null)) {
        const [fewest, most] = bank.skills.get(id)!.step.hours;
        expect(hours[0]).toBeLessThanOrEqual(fewest);
        expect(hours[1]).toBeLessThanOrEqual(most);
      }
    });
  });

  test('the hours of phases and plan are the sums of their steps', () => {
    const sumOf = (ranges: readonly (readonly [number, number])[], end: 0 | 1) =>
      ranges.reduce((sum, range) => sum + range[end], 0);
    everyPlan((plan) => {
      for (const end of [0, 1] as const) {
        for (const { steps, hours, unmeasuredHours } of plan.phases) {
          const measured = steps.filter(({ domain }) => domain !== null).map((step) => step.hours);
          const others = steps.filter(({ domain }) => domain === null).map((step) => step.hours);
          expect(hours[end]).toBeCloseTo(sumOf(measured, end), 9);
          expect(unmeasuredHours[end]).toBe(sumOf(others, end));
        }
        const phases = plan.phases.map(({ hours }) => hours);
        expect(plan.hours[end]).toBeCloseTo(sumOf(phases, end), 9);
        expect(plan.unmeasuredHours[end]).toBe([6, 12][end]);
      }
    });
  });

  test('a skill is skipped exactly when it is known and its target met in four cases of five', () => {
    everyPlan((plan, known) => {
      for (const { id, action } of stepsOf(plan).filter(({ domain }) => domain !== null)) {
        const { standing, chanceMet } = known(bank.skills.get(id)!);
        expect(action === 'skip').toBe(standing !== 'unknown' && chanceMet >= 0.8);
        expect(action === 'unmeasured').toBe(standing === 'unknown');
      }
    });
  });

  test('a higher level never lengthens the plan', () => {
    const anyRise = fc.record({
      points: fc.double({ min: 0, max: 60, noNaN: true }),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
      which: fc.nat(skillIds.length - 1),
    });
    fc.assert(
      fc.property(anyStandings, anyRise, (standings, { points, chance, which }) => {
        const { standing, level, chanceMet } = standings[which]!;
        const risen = standings.with(
          which,
          at(Math.min(100, level.expected + points), Math.min(1, chanceMet + chance), standing),
        );
        const before = planOf(among(standings));
        const after = planOf(among(risen));
        for (const end of [0, 1] as const) {
          expect(after.hours[end]).toBeLessThanOrEqual(before.hours[end] + 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });
});
