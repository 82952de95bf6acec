import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answersBefore } from '#lib/engine/quiz/attempt.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { reportJson, reportJsonSchema, toJson } from '#lib/engine/report/exports/to-json.ts';
import { smallBank } from '../../../support/small-bank.ts';
import { anyMoods, anyStart, newAttempt, play } from '../../quiz/attempts.ts';
import { recordOf } from '../records.ts';

const bank = smallBank();
const exportOf = (record: ReturnType<typeof recordOf>) => toJson(buildReport(record, bank), record);

describe('the JSON of a report', () => {
  test('is read by its own schema and, scored again from its attempt, gives the same figures', () => {
    const readAnew = smallBank();
    fc.assert(
      fc.property(anyStart(bank), anyMoods, anyMoods, (start, moods, before) => {
        const earlier = answersBefore(
          [play(newAttempt(bank, { seed: 2 }), bank, before)],
          '2026-04-01T12:00:00.000Z',
        );
        const attempt = play({ ...start, earlier }, bank, moods);
        const text = JSON.stringify(exportOf(recordOf(attempt, bank)));
        const read = reportJson.parse(JSON.parse(text));
        const again = buildReport(
          {
            id: read.attemptId,
            attempt: read.attempt,
            startedAt: read.startedAt,
            finishedAt: read.finishedAt,
            selfRatings: read.selfRatings,
            bankVersion: read.bankVersion,
          },
          readAnew,
        );
        const domains = again.domains.map(({ id, title, answered, level, ...rest }) => {
          const { target, chanceMet, standing, alone } = rest;
          const change = rest.change && {
            verdict: rest.change.verdict,
            chanceHigher: rest.change.chanceHigher,
            before: rest.change.before,
          };
          return { id, title, answered, level, target, chanceMet, standing, alone, change };
        });
        expect(domains).toEqual(read.domains);
        expect(again.answers.map(({ score }) => score)).toEqual(
          read.scores.map(({ score }) => score),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the attempt as it is stored and says of what it is the report', () => {
    const attempt = play(newAttempt(bank, { feedback: 'each' }), bank, ['right', 'wrong']);
    expect(exportOf(recordOf(attempt, bank))).toMatchObject({
      format: 'sextant-report',
      formatVersion: 1,
      attemptId: 'attempt-1',
      bankVersion: bank.version,
      startedAt: '2026-03-01T12:00:00.000Z',
      finishedAt: null,
      selfRatings: { logic: 35 },
      attempt,
    });
  });

  test('is refused by the schema with a field too many, a level past 100 or a score past 1', () => {
    const good = exportOf(recordOf(play(newAttempt(bank), bank, ['right']), bank));
    const [domain] = good.domains;
    const level = { ...domain!.level, high: 100.5 };
    expect(reportJson.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, key: 1 },
      { ...good, domains: [{ ...domain!, level }] },
      { ...good, scores: [{ ...good.scores[0]!, score: 1.01 }] },
      { ...good, formatVersion: 2 },
    ]) {
      expect(reportJson.safeParse(bad).success).toBe(false);
    }
  });
});

test('a report from before there were schedules is read still', () => {
  const now = exportOf(recordOf(play(newAttempt(bank), bank, ['right']), bank));
  const earlier = {
    ...now,
    plan: now.plan.map(({ phase, step, action, hours }) => ({ phase, step, action, hours })),
    gaps: undefined,
    focus: undefined,
    schedule: undefined,
  };
  expect(reportJson.safeParse(JSON.parse(JSON.stringify(earlier))).success).toBe(true);
  expect(reportJson.safeParse({ ...now, schedule: { ...now.schedule, steps: null } }).success).toBe(
    false,
  );
});

describe('the published schema', () => {
  test('is the one in static/schemas, at the address the export names', () => {
    const { $schema } = exportOf(recordOf(play(newAttempt(bank), bank, []), bank));
    const published: unknown = JSON.parse(readFileSync(`static${$schema}`, 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  });
});
