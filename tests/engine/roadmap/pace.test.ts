import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayAfterMonths,
  dayAfterWeeks,
  lastDayOfWeeks,
} from '#lib/engine/roadmap/calendar.ts';
import { pace, paceFrom } from '#lib/engine/roadmap/pace.ts';

describe('the pace of a plan', () => {
  test('is the usual one from the day of the report on', () => {
    expect(paceFrom({}, '2026-03-01T23:59:00.000Z')).toEqual({
      hoursPerWeek: 8,
      startsOn: '2026-03-01',
      counting: 'all',
    });
  });

  test('is what the learner chose, but never begins before the report', () => {
    const choice = { hoursPerWeek: 5, startsOn: '2026-04-01', counting: 'known' } as const;
    expect(paceFrom(choice, '2026-03-01T12:00:00.000Z')).toEqual(choice);
    expect(paceFrom(choice, '2026-05-01T12:00:00.000Z').startsOn).toBe('2026-05-01');
  });

  test.each([
    [{ hoursPerWeek: 0 }],
    [{ hoursPerWeek: 41 }],
    [{ hoursPerWeek: 7.5 }],
    [{ startsOn: '2026-02-30' }],
    [{ startsOn: '1999-12-31' }],
    [{ startsOn: '2100-01-01' }],
    [{ counting: 'some' }],
  ])('cannot be %j', (part) => {
    const good = { hoursPerWeek: 40, startsOn: '2026-02-28', counting: 'measured' };
    expect(pace.safeParse(good).success).toBe(true);
    expect(pace.safeParse({ ...good, ...part }).success).toBe(false);
  });
});

describe('days', () => {
  test('go on over the ends of months, leap days and the change of clocks', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('of a week of work are its first and its last', () => {
    expect(dayAfterWeeks('2026-01-05', 1)).toBe('2026-01-12');
    expect(lastDayOfWeeks('2026-01-05', 1)).toBe('2026-01-11');
    expect(lastDayOfWeeks('2026-01-05', 0)).toBe('2026-01-05');
    expect(dayAfterWeeks('2026-01-05', 0.3)).toBe('2026-01-07');
    expect(lastDayOfWeeks('2026-01-05', 0.3)).toBe('2026-01-07');
  });

  test('after twelve average months are a year later', () => {
    expect(dayAfterMonths('2026-01-05', 12)).toBe('2027-01-05');
  });
});
