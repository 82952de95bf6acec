import { describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { toIcs } from '#lib/engine/report/exports/to-ics.ts';
import { addDays } from '#lib/engine/roadmap/calendar.ts';
import { smallBank } from '../../../support/small-bank.ts';
import { readIcs } from '../../../support/read-ics.ts';
import { newAttempt, play } from '../../quiz/attempts.ts';
import { recordOf } from '../records.ts';

const bank = smallBank();
const attempt = play(newAttempt(bank, { length: 100 }), bank, ['right', 'wrong', 'dont-know']);
const finishedAt = '2026-03-01T12:40:00.000Z';
const record = { ...recordOf(attempt, bank), owner: 'somebody', finishedAt };
const view = buildReport(record, bank, { hoursPerWeek: 2 });
const text = toIcs({ view, record });
const studyOf = (calendar: string) =>
  readIcs(calendar).filter(({ uid }) => uid.startsWith('step-'));

describe('the calendar of a plan', () => {
  test('has each planned step on the weekday it begins, every week until it ends', () => {
    const events = studyOf(text);
    expect(events).toHaveLength(view.schedule.steps.length);
    expect(events.length).toBeGreaterThan(1);
    view.schedule.steps.forEach(({ step, from, to }, index) => {
      const days: string[] = [];
      for (let day = from; day <= to; day = addDays(day, 7)) days.push(day);
      expect(events[index]).toMatchObject({ uid: `step-${step}.somebody@sextant.invalid`, days });
    });
    expect(events.some(({ days }) => days.length > 1)).toBe(true);
  });

  test('has the two days on which the plan may be done', () => {
    const { p50, p80 } = view.schedule.finish;
    const finishes = readIcs(text).filter(({ uid }) => uid.startsWith('finish-'));
    expect(finishes.map(({ days, summary }) => [days, summary])).toEqual([
      [[p50.on], 'Plan done with a chance of 50 %'],
      [[p80.on], 'Plan done with a chance of 80 %'],
    ]);
  });

  test('is stamped in UTC with the time of its report, and keeps to 75 octets a line', () => {
    expect(text.match(/^(DTSTAMP|LAST-MODIFIED).*$/gm)).toSatisfy((lines: string[]) =>
      lines.every((line) => line.trimEnd().endsWith(':20260301T124000Z')),
    );
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n') || text.endsWith('END:VCALENDAR')).toBe(true);
  });

  test('of a retake moves the same events, and calls off what is planned no more', () => {
    const earlier = attempt.answers.map(({ response }, index) => {
      const { itemId, itemVersion, seed } = attempt.questions[index]!;
      return { itemId, itemVersion, seed, response, daysBefore: 30 };
    });
    const again = play(newAttempt(bank, { length: 100, earlier, seed: 9 }), bank, [
      'right',
      'right',
    ]);
    const later = {
      ...recordOf(again, bank),
      id: 'attempt-2',
      owner: 'somebody',
      finishedAt: '2026-04-01T12:40:00.000Z',
    };
    const shorter = buildReport(later, bank, { hoursPerWeek: 2, counting: 'known' });
    const [before, after] = [studyOf(text), studyOf(toIcs({ view: shorter, record: later }))];
    expect(new Set(after.map(({ uid }) => uid)).size).toBe(after.length);
    const planned = new Set(shorter.schedule.steps.map(({ step }) => step));
    const uids = new Set(after.map(({ uid }) => uid));
    for (const { uid, sequence } of before) {
      expect(uids.has(uid)).toBe(true);
      expect(after.find((event) => event.uid === uid)!.sequence).toBeGreaterThan(sequence);
    }
    for (const { uid, status } of after) {
      const step = uid.slice('step-'.length, uid.indexOf('.'));
      expect(status).toBe(planned.has(step) ? 'CONFIRMED' : 'CANCELLED');
    }
    expect(after.some(({ status }) => status === 'CANCELLED')).toBe(true);
  });

  test('of a first attempt calls nothing off', () => {
    const known = buildReport(record, bank, { counting: 'known' });
    const events = readIcs(toIcs({ view: known, record }));
    expect(events.every(({ status }) => status === 'CONFIRMED')).toBe(true);
  });
});
