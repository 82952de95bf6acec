import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { beginsTooEarly, readPace, sentIn, toRemember } from '#lib/server/usecases/read-pace.ts';
import { newAttempt, play } from '../../engine/quiz/attempts.ts';
import { recordOf } from '../../engine/report/records.ts';
import { smallBank } from '../../support/small-bank.ts';

const read = (query: string, remembered: string | null = null) =>
  readPace(sentIn(query), remembered);

describe('a pace', () => {
  test('is what was sent', () => {
    expect(read('hours=12&start=2026-09-01&count=measured')).toEqual({
      choice: { hoursPerWeek: 12, startsOn: '2026-09-01', counting: 'measured' },
      problems: [],
    });
  });

  test('that nobody sent is the one remembered, or none', () => {
    expect(read('', 'hours=5&count=known')).toEqual({
      choice: { hoursPerWeek: 5, counting: 'known' },
      problems: [],
    });
    expect(read('')).toEqual({ choice: {}, problems: [] });
    expect(read('hours=&start=', 'hours=5').choice).toEqual({ hoursPerWeek: 5 });
    expect(read('hours=6', 'hours=5&count=known').choice).toEqual({
      hoursPerWeek: 6,
      counting: 'known',
    });
  });

  test.each(['0', '41', '-3', '7.5', '8h', '1e1', 'eight', '99999999999999999999'])(
    'of %s hours a week is a problem, and the one remembered stays',
    (hours) => {
      const { choice, problems } = read(`hours=${hours}`, 'hours=5');
      expect(choice).toEqual({ hoursPerWeek: 5 });
      expect(problems).toMatchObject([{ code: 'hours-out-of-range', path: 'hours' }]);
    },
  );

  test.each(['2026-02-30', '01/02/2026', 'tomorrow', '1999-12-31', '2100-01-01'])(
    'from %s on is a problem',
    (start) => {
      expect(read(`start=${start}`)).toMatchObject({
        choice: {},
        problems: [{ code: 'start-unreadable', path: 'start' }],
      });
    },
  );

  test('that counts in a way nobody knows is a problem', () => {
    expect(read('count=some').problems).toMatchObject([{ code: 'count-unknown', path: 'count' }]);
  });

  test('has one problem for each field, each with what to do', () => {
    const { problems } = read('hours=x&start=x&count=x');
    expect(problems.map(({ path }) => path)).toEqual(['hours', 'start', 'count']);
    for (const { message, hint } of problems) expect(message && hint).toBeTruthy();
  });

  test('survives being remembered, and what is remembered can be anything', () => {
    const choice = { hoursPerWeek: 40, startsOn: '2028-02-29', counting: 'all' } as const;
    expect(read('', toRemember(choice)).choice).toEqual(choice);
    expect(toRemember({})).toBe('');
    fc.assert(
      fc.property(fc.string(), (anything) => {
        expect(read('hours=3', anything).choice.hoursPerWeek).toBe(3);
        expect(read('hours=3', anything).problems).toEqual([]);
      }),
    );
  });
});

test('a first day before the report is a problem, that day and later ones are none', () => {
  const bank = smallBank();
  const { schedule } = buildReport(recordOf(play(newAttempt(bank), bank, ['right']), bank), bank);
  expect(schedule.pace.startsOn).toBe('2026-03-01');
  const problems = (start: string) => beginsTooEarly(sentIn(`start=${start}`), schedule);
  expect(problems('2026-02-28')).toMatchObject([{ code: 'start-before-report', path: 'start' }]);
  expect(problems('2026-02-28')[0]!.hint).toContain('2026-03-01');
  expect(problems('2026-03-01')).toEqual([]);
  expect(problems('x')).toEqual([]);
});
