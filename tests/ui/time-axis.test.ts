import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/engine/roadmap/calendar.ts';
import type { Schedule } from '#lib/engine/roadmap/schedule.ts';
import { daysBetween, timeAxis } from '#lib/ui/roadmap/time-axis.ts';
import { lanesOf } from '#lib/ui/roadmap/timeline-lanes.ts';
import { smallBank } from '../support/small-bank.ts';
import { reportOf } from '../engine/report/records.ts';

const { schedule, plan } = reportOf(smallBank(), ['right', 'wrong', 'right', 'wrong']);
const figure = (length: string) => Number(length.replace('%', ''));

/** The schedule of a plan that is done after so many days, from a day on. */
const lasting = (days: number, startsOn = '2026-01-05'): Schedule => {
  const end = { hours: days, weeks: days / 7, on: addDays(startsOn, days) };
  const by: [string, string] = [addDays(startsOn, 182), addDays(startsOn, 365)];
  return {
    ...schedule,
    pace: { ...schedule.pace, startsOn },
    phases: [],
    finish: { p50: end, p80: end },
    usual: { ...schedule.usual, by },
  };
};

describe('the axis of time', () => {
  test('names the first days of quarters over a year', () => {
    const { months } = timeAxis(lasting(365));
    expect(months.map(({ label }) => label)).toEqual(['Apr ’26', 'Jul ’26', 'Oct ’26', 'Jan ’27']);
  });

  test('holds everything and has two to seven marks in order, however long the plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat(3000), (days, later) => {
        const lasts = lasting(days, addDays('2026-01-05', later));
        const { months, atDay, days: length } = timeAxis(lasts);
        expect(length).toBeGreaterThanOrEqual(Math.max(days, 365));
        expect(figure(atDay(days))).toBeLessThan(95);
        expect(months.length).toBeGreaterThanOrEqual(2);
        expect(months.length).toBeLessThanOrEqual(7);
        const places = months.map(({ at }) => figure(at));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(months.map(({ label }) => label)).size).toBe(months.length);
      }),
      { numRuns: 300 },
    );
  });

  test('counts days over leap years', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });
});

describe('the lanes of phases', () => {
  const lanes = lanesOf(plan, schedule, timeAxis(schedule));

  test('stand below one another and hold a bar a step', () => {
    expect(lanes.map(({ id, bars }) => [id, bars.map((bar) => bar.id)])).toEqual(
      schedule.phases.map(({ phase }) => [
        phase,
        schedule.steps.filter((step) => step.phase === phase).map(({ step }) => step),
      ]),
    );
    lanes.forEach(({ y, bars, height }, i) => {
      if (i > 0) expect(y).toBe(lanes[i - 1]!.y + lanes[i - 1]!.height);
      for (const bar of bars) {
        expect(bar.y).toBeGreaterThan(y);
        expect(bar.y).toBeLessThan(y + height - 8);
      }
    });
  });

  test('have bars one after another, none beyond its phase', () => {
    for (const { x, width, late, bars } of lanes) {
      const end = figure(x) + figure(width);
      expect(figure(late)).toBeGreaterThanOrEqual(end - 0.5);
      for (const bar of bars) {
        expect(figure(bar.x)).toBeGreaterThanOrEqual(figure(x) - 0.02);
        expect(figure(bar.x) + figure(bar.width)).toBeLessThanOrEqual(end + 0.04);
      }
    }
  });

  test('tell topics and unknown skills from known ones', () => {
    const kinds = new Map(lanes.flatMap(({ bars }) => bars.map(({ id, kind }) => [id, kind])));
    expect(kinds.get('proofs')).toBe('topic');
    for (const { step, basis } of schedule.steps) {
      if (basis !== 'known') expect(kinds.get(step)).toBe(basis);
      else expect(['learn', 'refresh']).toContain(kinds.get(step));
    }
  });
});
