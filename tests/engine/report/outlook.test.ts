import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport, domainLevels } from '#lib/engine/report/build-report.ts';
import { tellDay, tellFinish, tellFocus, tellUsual } from '#lib/engine/report/tell-plan.ts';
import { smallBank } from '../../support/small-bank.ts';
import { anyMoods, anyStart, newAttempt, play } from '../quiz/attempts.ts';
import { recordOf, reportOf } from './records.ts';

const bank = smallBank();
const record = recordOf(
  play(newAttempt(bank, { length: 4 }), bank, ['right', 'wrong', 'right', 'wrong']),
  bank,
);

describe('what lies ahead', () => {
  test('a right answer in place of a wrong one never makes the plan longer', () => {
    fc.assert(
      fc.property(anyStart(bank), anyMoods, (start, moods) => {
        const finish = (last: 'right' | 'wrong') =>
          buildReport(recordOf(play(start, bank, [...moods, last]), bank), bank).schedule.finish;
        const [right, wrong] = [finish('right'), finish('wrong')];
        expect(right.p50.hours).toBeLessThanOrEqual(wrong.p50.hours + 1e-9);
        expect(right.p80.hours).toBeLessThanOrEqual(wrong.p80.hours + 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same whenever it is worked out, and only its calendar follows the pace', () => {
    const { schedule, gaps, focus } = buildReport(record, bank);
    expect(buildReport(record, smallBank()).schedule).toEqual(schedule);
    const slow = buildReport(record, bank, { hoursPerWeek: 2 });
    expect(slow.gaps).toEqual(gaps);
    expect(slow.focus).toEqual(focus);
    expect(slow.schedule.finish.p50.hours).toBe(schedule.finish.p50.hours);
    expect(slow.schedule.finish.p50.weeks).toBeCloseTo(4 * schedule.finish.p50.weeks, 9);
  });

  test('starts on the day of the report unless a later one is chosen', () => {
    const startOf = (startsOn?: string) =>
      buildReport(record, bank, startsOn ? { startsOn } : {}).schedule.pace.startsOn;
    expect(record.finishedAt).toBe('2026-03-01T12:40:00.000Z');
    expect(startOf()).toBe('2026-03-01');
    expect(startOf('2026-02-01')).toBe('2026-03-01');
    expect(startOf('2026-06-01')).toBe('2026-06-01');
  });

  test('has a gap for every phase with skills and every asked domain, levels as elsewhere', () => {
    const { gaps, domains } = buildReport(record, bank);
    expect(
      gaps.phases.map(({ id, skills }) => [id, Object.values(skills).reduce((a, b) => a + b)]),
    ).toEqual([
      ['1', 3],
      ['2', 1],
    ]);
    expect(gaps.domains.map(({ id, level, target }) => ({ id, level, target }))).toEqual(
      domains.map(({ id, level, target }) => ({ id, level, target })),
    );
    const one = buildReport(
      recordOf(play(newAttempt(bank, { domains: ['logic'] }), bank, ['right']), bank),
      bank,
    );
    expect(one.gaps.domains.map(({ id }) => id)).toEqual(['logic']);
  });

  test('of a group of one skill is that skill’s own chance, but for the draw', () => {
    const { gaps, skills } = reportOf(
      bank,
      ['right', 'wrong', 'right', 'right', 'right', 'right'],
      { seed: 3 },
    );
    const conditions = skills.find(({ id }) => id === 'conditions')!;
    const { chanceAll, met, level } = gaps.phases[1]!;
    expect(level).toEqual(conditions.level);
    expect(Math.abs(met - conditions.chanceMet)).toBeLessThan(0.06);
    if (chanceAll !== null) expect(chanceAll).toBe(met);
  });

  test('the levels for lists of attempts are those of the report', () => {
    fc.assert(
      fc.property(anyStart(bank), anyMoods, (start, moods) => {
        const played = recordOf(play(start, bank, moods), bank);
        expect(domainLevels(played, bank)).toEqual(
          buildReport(played, bank).domains.map(({ id, level }) => ({ domain: id, level })),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('the plan in words', () => {
  const { schedule, focus } = buildReport(record, bank);
  const at = (weeks: number, on: string) => ({ hours: 8 * weeks, weeks, on });
  const known = {
    ...schedule,
    finish: { p50: at(30, '2026-09-26'), p80: at(60, '2027-04-24') },
    usual: { ...schedule.usual, hoursPerWeek: 10 },
  };

  test('says when it ends, with the chances and what is counted', () => {
    expect(tellFinish(known)).toBe(
      'At 8 hours a week from 1 March 2026, the whole roadmap ends by 26 September 2026 with a chance of 50 % and by 24 April 2027 with a chance of 80 %.',
    );
    const none = { p50: at(0, '2026-03-01'), p80: at(0, '2026-03-01') };
    const pace = { ...known.pace, counting: 'measured' as const };
    expect(tellFinish({ ...known, pace, finish: none })).toBe(
      'Nothing is left to study for the measured skills alone.',
    );
  });

  test('compares it with the months of the roadmap, and says what would fit them', () => {
    expect(tellUsual(known)).toBe(
      'That is 7 to 14 months; the roadmap reckons with 6 to 12. To be done within 12 months with a chance of 80 % takes 10 hours a week.',
    );
    const soon = { ...known, finish: { p50: at(3, ''), p80: at(4, '') } };
    expect(tellUsual({ ...soon, usual: { ...known.usual, hoursPerWeek: 1 } })).toBe(
      'That is 1 month; the roadmap reckons with 6 to 12.',
    );
    expect(tellUsual({ ...known, usual: { ...known.usual, hoursPerWeek: 41 } })).toMatch(
      /takes more than 40 hours a week\.$/,
    );
  });

  test('says what would settle the least certain skill', () => {
    const of = (rest: object) =>
      tellFocus({ ...focus!, title: 'Sets', margin: 19.6, hoursApart: 2.6, ...rest });
    expect(of({ standing: 'tested', settle: { to: 'decide', questions: 6 } })).toBe(
      'Least certain of what matters most: Sets. Its level is known to ±20 points, which alone moves the plan by about 3 hours either way. About 6 more questions on it would settle whether you meet its target.',
    );
    expect(of({ standing: 'unknown', settle: { to: 'narrow', questions: 1, margin: 13 } })).toMatch(
      /Its level is not known yet, .* About 1 more question on it would tell its level to ±13 points\.$/,
    );
    expect(of({ hoursApart: 0.6, settle: null })).toMatch(/by about 1 hour either way\.$/);
  });

  test('names days without a time zone', () => {
    expect(tellDay('2026-01-05')).toBe('5 January 2026');
  });
});
