import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/engine/roadmap/calendar.ts';
import type { Pace } from '#lib/engine/roadmap/pace.ts';
import { schedulePlan } from '#lib/engine/roadmap/schedule-plan.ts';
import { type Schedule, schedule as schema } from '#lib/engine/roadmap/schedule.ts';
import { parseBank } from '#lib/engine/bank/parse-bank.ts';
import { smallBank, smallBankFilesWith } from '../../support/small-bank.ts';
import { DRAWS, type MadeUp, anyLearner, simulated } from './simulated.ts';

const bank = smallBank();
const ROUNDING = 1e-9;
const anyPace: fc.Arbitrary<Pace> = fc.record({
  hoursPerWeek: fc.integer({ min: 1, max: 40 }),
  startsOn: fc.nat(20_000).map((days) => addDays('2000-01-01', days)),
  counting: fc.constantFrom('all' as const, 'measured' as const, 'known' as const),
});
const usual: Pace = { hoursPerWeek: 8, startsOn: '2026-01-05', counting: 'all' };

function everySchedule(
  law: (schedule: Schedule, made: ReturnType<typeof simulated>) => void,
  of = bank,
) {
  fc.assert(
    fc.property(anyLearner(of), anyPace, fc.nat(), (learner, pace, seed) => {
      const made = simulated(of, learner, seed);
      law(schedulePlan(made.plan, made.hours, pace), made);
    }),
    { numRuns: 200 },
  );
}

describe('a schedule', () => {
  test('begins no step before what it builds on has ended', () => {
    everySchedule(({ steps }, { plan }) => {
      const needs = new Map(
        plan.phases.flatMap((phase) => phase.steps.map((step) => [step.id, step.prerequisites])),
      );
      for (const later of steps) {
        for (const earlier of steps.filter(({ step }) => needs.get(later.step)!.includes(step))) {
          expect(earlier.weeks[1]).toBeLessThanOrEqual(later.weeks[0]);
          expect(earlier.to <= later.to && earlier.from <= later.from).toBe(true);
        }
      }
    });
  });

  test('does so across phases, even where a step builds on one of a later phase', () => {
    const files = smallBankFilesWith(
      'roadmap.yaml',
      'skill: fractions\n        target: 65\n        hours: [3, 6]\n        prerequisites: [sums]',
      'skill: fractions\n        target: 65\n        hours: [3, 6]\n        prerequisites: [conditions]',
    );
    const parsed = parseBank(files);
    if (!parsed.ok) throw new Error('the bank is not sound');
    everySchedule(({ steps }) => {
      const place = (id: string) => steps.findIndex(({ step }) => step === id);
      if (place('fractions') >= 0) expect(place('conditions')).toBeLessThan(place('fractions'));
    }, parsed.value);
  });

  test('asks for no more than the hours of any week', () => {
    everySchedule(({ steps, pace, finish }) => {
      for (let week = 0; week < Math.min(60, finish.p50.weeks); week += 1) {
        const studied = steps.reduce((sum, { hours, weeks: [from, to] }) => {
          const shared = Math.min(to, week + 1) - Math.max(from, week);
          return shared > 0 ? sum + (hours * shared) / (to - from) : sum;
        }, 0);
        expect(studied).toBeLessThanOrEqual(pace.hoursPerWeek + ROUNDING);
      }
      for (const { hours, weeks } of steps) {
        expect(hours).toBeCloseTo((weeks[1] - weeks[0]) * pace.hoursPerWeek, 6);
      }
    });
  });

  test('is done four times in five no sooner than half of the time, in every part', () => {
    everySchedule(({ steps, phases, finish, finishes }) => {
      for (const part of [...steps, ...phases]) expect(part.p80 >= part.to).toBe(true);
      for (const { p50, p80 } of [finish, ...finishes]) {
        expect(p80.hours).toBeGreaterThanOrEqual(p50.hours);
        expect(p80.on >= p50.on).toBe(true);
      }
    });
  });

  test('has its steps one after another and ends with the last of them', () => {
    everySchedule(({ steps, phases, finish, pace }) => {
      const made = phases.reduce((sum, { makeUpHours }) => sum + makeUpHours, 0);
      const studied = steps.reduce((sum, { hours }) => sum + hours, 0);
      expect(studied + made).toBeCloseTo(finish.p50.hours, 6);
      expect(phases.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(finish.p50.hours, 6);
      steps.forEach(({ weeks, from, to }, i) => {
        expect(weeks[0]).toBeGreaterThanOrEqual(steps[i - 1]?.weeks[1] ?? 0);
        expect(from <= to && from >= pace.startsOn && to <= finish.p50.on).toBe(true);
      });
    });
  });

  test('holds every step that is counted and not skipped, and no other', () => {
    everySchedule(({ steps, pace: { counting } }, { plan }) => {
      const wanted = plan.phases
        .flatMap((phase) => phase.steps)
        .filter(({ action }) => action !== 'skip')
        .filter(({ domain }) => counting === 'all' || domain !== null)
        .filter(({ action }) => counting !== 'known' || action !== 'unmeasured');
      expect(steps.map(({ step }) => step).toSorted()).toEqual(
        wanted.map(({ id }) => id).toSorted(),
      );
    });
  });

  test('is read by its own schema and never shorter for counting more', () => {
    everySchedule((schedule) => {
      expect(schema.parse(JSON.parse(JSON.stringify(schedule)))).toEqual(schedule);
      const [all, measured, known] = schedule.finishes;
      for (const of of ['p50', 'p80'] as const) {
        expect(all![of].hours).toBeGreaterThanOrEqual(measured![of].hours);
        expect(measured![of].hours).toBeGreaterThanOrEqual(known![of].hours);
      }
      expect(schedule.finish.p50).toEqual(
        schedule.finishes.find(({ counting }) => counting === schedule.pace.counting)!.p50,
      );
    });
  });

  test('is no longer for a learner who knows more', () => {
    const anyRise = fc.record({
      which: fc.nat(bank.skills.size - 1),
      points: fc.double({ min: 0, max: 60, noNaN: true }),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anyLearner(bank), anyRise, fc.nat(), (learner, rise, seed) => {
        const { known, levels } = learner[rise.which]!;
        const better: MadeUp = {
          known: { ...known, chanceMet: Math.min(1, known.chanceMet + rise.chance) },
          levels: levels.map((level) => Math.min(100, level + rise.points)),
        };
        const finish = (of: readonly MadeUp[]) => {
          const { plan, hours } = simulated(bank, of, seed);
          return schedulePlan(plan, hours, usual).finish;
        };
        const [before, after] = [finish(learner), finish(learner.with(rise.which, better))];
        expect(after.p50.hours).toBeLessThanOrEqual(before.p50.hours + ROUNDING);
        expect(after.p80.hours).toBeLessThanOrEqual(before.p80.hours + ROUNDING);
      }),
      { numRuns: 300 },
    );
  });

  test('is no longer at more hours a week, and moves with its start', () => {
    fc.assert(
      fc.property(anyLearner(bank), anyPace, fc.nat(400), (learner, pace, days) => {
        const { plan, hours } = simulated(bank, learner);
        const now = schedulePlan(plan, hours, pace);
        const faster = schedulePlan(plan, hours, { ...pace, hoursPerWeek: 40 });
        const startsOn = addDays(pace.startsOn, days);
        const later = schedulePlan(plan, hours, { ...pace, startsOn });
        expect(faster.finish.p80.on <= now.finish.p80.on).toBe(true);
        expect(later.finish.p50.on).toBe(addDays(now.finish.p50.on, days));
        expect(later.steps.map(({ from }) => from)).toEqual(
          now.steps.map(({ from }) => addDays(from, days)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a schedule worked out by hand', () => {
  const sure = (level: number, chanceMet: number): MadeUp => ({
    known: { standing: 'tested', chanceMet, level: { expected: level, low: level, high: level } },
    levels: new Float64Array(DRAWS).fill(level),
  });
  const everySkill = (one: MadeUp) => [...bank.skills.keys()].map(() => one);

  test('is the sum of hours in weeks and days', () => {
    const { plan } = simulated(bank, everySkill(sure(0, 0)));
    const each = (hours: number) => new Float64Array(DRAWS).fill(hours);
    const hours = new Map(
      Object.entries({ sums: 4, fractions: 6, sets: 8, proofs: 8, conditions: 6 }).map(
        ([id, taken]) => [id, each(taken)],
      ),
    );
    const { steps, phases, finish } = schedulePlan(plan, hours, usual);
    expect(steps.map(({ step, from, to }) => [step, from, to])).toEqual([
      ['sums', '2026-01-05', '2026-01-08'],
      ['fractions', '2026-01-08', '2026-01-13'],
      ['sets', '2026-01-13', '2026-01-20'],
      ['proofs', '2026-01-20', '2026-01-27'],
      ['conditions', '2026-01-27', '2026-02-01'],
    ]);
    expect(phases.map(({ phase, hours: taken }) => [phase, taken])).toEqual([
      [1, 18],
      [2, 14],
    ]);
    expect(finish.p50).toEqual({ hours: 32, weeks: 4, on: '2026-02-01' });
  });

  test('has nothing to do where every target is met, and ends on its first day', () => {
    const { plan, hours } = simulated(bank, everySkill(sure(95, 1)));
    const { steps, finish } = schedulePlan(plan, hours, { ...usual, counting: 'measured' });
    expect(steps).toEqual([]);
    expect(finish.p80).toEqual({ hours: 0, weeks: 0, on: '2026-01-05' });
  });

  test('makes up at the end of a phase for what was skipped wrongly', () => {
    const wrongly: MadeUp = { ...sure(95, 0.9), levels: new Float64Array(DRAWS).fill(30) };
    const { plan, hours } = simulated(bank, everySkill(wrongly));
    const { steps, phases, finish } = schedulePlan(plan, hours, usual);
    expect(steps.map(({ step }) => step)).toEqual(['proofs']);
    expect(phases[0]!.makeUpHours).toBeGreaterThan(3);
    expect(phases[0]!.hours).toBe(phases[0]!.makeUpHours);
    expect(finish.p50.hours).toBeGreaterThan(phases[0]!.makeUpHours + phases[1]!.makeUpHours);
  });

  test('says the hours a week that fit the usual months four times in five', () => {
    const { plan } = simulated(bank, everySkill(sure(0, 0)));
    // 12 months are 52.1775 weeks: 522 hours are just above 10 a week.
    const hours = new Map([['sums', new Float64Array(DRAWS).fill(522)]]);
    const { usual: compared } = schedulePlan(plan, hours, usual);
    expect(compared).toEqual({
      months: [6, 12],
      by: ['2026-07-06', '2027-01-05'],
      hoursPerWeek: 11,
    });
  });

  test('takes the median and the 80th percentile of the draws', () => {
    const { plan } = simulated(bank, everySkill(sure(0, 0)));
    const hours = new Map([['sums', Float64Array.from({ length: 10 }, (_, k) => 10 - k)]]);
    const { finish } = schedulePlan(plan, hours, usual);
    expect([finish.p50.hours, finish.p80.hours]).toEqual([5, 8]);
  });
});
