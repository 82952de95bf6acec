import { describe, expect, test } from 'vitest';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { toXapi } from '#lib/server/exports/xapi/to-xapi.ts';
import { uuidOf } from '#lib/server/exports/xapi/statement-id.ts';
import { always, newAttempt, play } from '../../engine/quiz/attempts.ts';
import { recordOf } from '../../engine/report/records.ts';
import { smallBank } from '../../support/small-bank.ts';
import { xapiStatements } from '../../support/xapi-schema.ts';

const bank = smallBank();
const reportOf = (moods: Parameters<typeof play>[2]) => {
  const played = play(newAttempt(bank, { length: 100 }), bank, moods);
  const record = { ...recordOf(played, bank), finishedAt: '2026-03-01T12:40:00.000Z' };
  return { record, view: buildReport(record, bank), bank };
};
const read = (report: ReturnType<typeof reportOf>) =>
  xapiStatements.parse(JSON.parse(toXapi(report)));

describe('xAPI statements', () => {
  const mixed = ['right', 'wrong', 'dont-know', 'right', 'wrong', 'right', 'wrong'] as const;

  test('keep to the specification and tell every answer with its score and time', () => {
    const report = reportOf(mixed);
    const statements = read(report);
    expect(statements).toHaveLength(mixed.length + 1);
    report.view.answers.forEach(({ score, answeredAt, itemId }, index) => {
      const { verb, object, result, timestamp } = statements[index]!;
      expect(verb.id).toBe('http://adlnet.gov/expapi/verbs/answered');
      expect(object.id).toContain(`/items/${itemId}?`);
      expect(timestamp).toBe(answeredAt);
      expect(result).toMatchObject({
        score: { scaled: score, raw: score, min: 0, max: 1 },
        success: score === 1,
        completion: true,
        duration: 'PT60S',
      });
    });
  });

  test('answer rightly with the very pattern that they call right', () => {
    for (const { object, result, verb } of read(reportOf(always('right')))) {
      if (!verb.id.endsWith('/answered')) continue;
      const { correctResponsesPattern } = object.definition as {
        correctResponsesPattern: string[];
      };
      const sorted = (text: string | undefined) => text?.split('[,]').toSorted();
      expect(correctResponsesPattern.map(sorted)).toEqual([sorted(result?.response)]);
    }
  });

  test('say which kind of interaction it was, of every kind in the bank', () => {
    const kinds: Record<string, string> = {
      'single-choice': 'choice',
      'multiple-response': 'choice',
      numeric: 'numeric',
      ordering: 'sequencing',
      matching: 'matching',
    };
    const report = reportOf(always('wrong'));
    const types = read(report).map(({ object }) =>
      object.definition && 'interactionType' in object.definition
        ? object.definition.interactionType
        : null,
    );
    report.view.answers.forEach(({ kind }, index) => {
      expect(types[index]).toBe(kinds[kind] ?? 'other');
    });
    expect(new Set(types).size).toBeGreaterThan(2);
  });

  test('end with the whole: score, levels and whether all was asked', () => {
    const report = reportOf(mixed);
    const whole = read(report).at(-1)!;
    const raw = report.view.answers.reduce((sum, { score }) => sum + score, 0);
    expect(whole.result).toMatchObject({ score: { raw, max: mixed.length }, duration: 'PT2400S' });
    const levels = whole.result?.extensions?.['https://sextant.invalid/xapi/levels'];
    expect(levels).toEqual(
      Object.fromEntries(
        report.view.domains.map(({ id, level, target, chanceMet }) => [
          id,
          { ...level, target, chanceMet },
        ]),
      ),
    );
    const left = {
      ...report.record,
      attempt: { ...report.record.attempt, finished: 'learner' as const },
    };
    const last = read({ ...report, record: left }).at(-1)!;
    expect(last.verb.id).toMatch(/exited$/);
    expect(last.result?.completion).toBe(false);
  });

  test('have ids that follow from the attempt, so that a store takes each once', () => {
    const ids = (report: ReturnType<typeof reportOf>) => read(report).map(({ id }) => id);
    const report = reportOf(mixed);
    expect(ids(report)).toEqual(ids(reportOf(mixed)));
    expect(new Set(ids(report)).size).toBe(mixed.length + 1);
    const other = ids({ ...report, record: { ...report.record, id: 'attempt-2' } });
    expect(other.filter((id) => ids(report).includes(id))).toEqual([]);
    expect(uuidOf('x')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('of nothing answered have no score', () => {
    const [whole, ...more] = read(reportOf([]));
    expect(more).toEqual([]);
    expect(whole?.result?.score).toBeUndefined();
  });
});
