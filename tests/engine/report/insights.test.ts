import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt, EarlierAnswer } from '#lib/engine/quiz/attempt.ts';
import { shareInterval, viewCalibration } from '#lib/engine/report/insights/calibration.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import type { CertaintyView } from '#lib/engine/report/view-model.ts';
import type { Certainty } from '#lib/engine/quiz/question-view.ts';
import { smallBank } from '../../support/small-bank.ts';
import { always, anyMoods, anyStart, newAttempt, play } from '../quiz/attempts.ts';
import { recordOf } from './records.ts';

const bank = smallBank();

/** The report of a dozen questions answered in one mood with one certainty, self-rated as said. */
function reportOfCertain(
  mood: 'right' | 'wrong',
  certainty: Certainty | null,
  selfRatings: Readonly<Record<string, number>> = {},
) {
  const { questions, answers, ...rest } = play(newAttempt(bank), bank, always(mood));
  const dozen = Array.from({ length: 12 }, (_, index) => index);
  const attempt: Attempt = {
    ...rest,
    questions: dozen.map((index) => ({
      ...questions[index % answers.length]!,
      position: index + 1,
    })),
    answers: dozen.map((index) => ({
      ...answers[index % answers.length]!,
      position: index + 1,
      certainty,
    })),
  };
  return buildReport({ ...recordOf(attempt, bank), selfRatings }, bank);
}

describe('the interval of a share', () => {
  test('ends at the shares from which what was seen lies Φ⁻¹(0.95) standard errors away', () => {
    for (const [right, answered] of [
      [8, 10],
      [1, 7],
      [3.5, 9],
    ] as const) {
      const { low, high } = shareInterval(right, answered)!;
      const errorsAway = (share: number) =>
        (right / answered - share) / Math.sqrt((share * (1 - share)) / answered);
      expect(errorsAway(low)).toBeCloseTo(1.6448536269514722, 9);
      expect(errorsAway(high)).toBeCloseTo(-1.6448536269514722, 9);
    }
    expect(shareInterval(0, 5)?.low).toBe(0);
    expect(shareInterval(20, 20)?.high).toBeCloseTo(1, 12);
  });

  test('holds the share, lies in [0, 1] and narrows with more of the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const { low, high } = shareInterval(share * n, n)!;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(share + 1e-9);
          expect(high).toBeGreaterThanOrEqual(share - 1e-9);
          const more = shareInterval(share * 4 * n, 4 * n)!;
          expect(more.high - more.low).toBeLessThan(high - low);
        },
      ),
    );
  });

  test('is none without answers', () => {
    expect(shareInterval(0, 0)).toBeNull();
  });
});

describe('calibration', () => {
  test('calls it over-confident to be certain and wrong, by word and in all', () => {
    const { certainties, calibration } = reportOfCertain('wrong', 3);
    expect(certainties.map(({ verdict }) => verdict)).toEqual([
      'too-few',
      'too-few',
      'over-confident',
    ]);
    expect(calibration.verdict).toBe('over-confident');
    expect(calibration.sentence).toContain('surer than you are right');
  });

  test('calls it under-confident to guess and be right, and fitting to be certain and right', () => {
    expect(reportOfCertain('right', 1).calibration.verdict).toBe('under-confident');
    expect(reportOfCertain('right', 3).calibration.verdict).toBe('fitting');
    expect(reportOfCertain('wrong', 1).calibration.verdict).toBe('fitting');
  });

  test('says nothing of a habit from fewer answers than it takes, however wrong', () => {
    const row = (certainty: Certainty, answered: number): CertaintyView => ({
      certainty,
      answered,
      right: 0,
      interval: shareInterval(0, answered),
      promised: { low: 0.9, high: 1 },
      verdict: 'too-few',
    });
    const few = viewCalibration([row(3, 9)]);
    expect(few.verdict).toBe('too-few');
    expect(few.sentence).toBe(
      'Too few answers to say: 9 of the 10 it takes came with a word of certainty.',
    );
    expect(viewCalibration([row(3, 10)]).verdict).toBe('over-confident');
  });

  test('knows that nothing was said', () => {
    const { calibration } = reportOfCertain('right', null);
    expect(calibration).toMatchObject({ answered: 0, interval: null, verdict: 'too-few' });
    expect(calibration.sentence).toBe('You did not say how sure you were of your answers.');
  });
});

describe('self-ratings', () => {
  test('above what was measured name the steps the plan keeps all the same', () => {
    const { selfRatings, plan } = reportOfCertain('wrong', null, { logic: 95 });
    expect(selfRatings).toHaveLength(1);
    expect(selfRatings[0]).toMatchObject({ domain: 'logic', verdict: 'above', skipped: [] });
    expect(selfRatings[0]?.sentence).toMatch(/^Higher than measured: you rated yourself at 95 %/);
    const learnt = plan.phases
      .flatMap(({ steps }) => steps)
      .filter(({ domain, action }) => domain === 'logic' && action === 'learn');
    expect(learnt).not.toEqual([]);
    expect(selfRatings[0]?.kept.map(({ id }) => id)).toEqual(learnt.map(({ id }) => id));
  });

  test('below what was measured name the steps it skips', () => {
    const [rating] = reportOfCertain('right', null, { arithmetic: 5 }).selfRatings;
    expect(rating).toMatchObject({ domain: 'arithmetic', verdict: 'below', kept: [] });
    for (const { action } of rating!.skipped) expect(action).toBe('skip');
    expect(rating!.skipped).not.toEqual([]);
  });

  test('inside the interval fit, and are none where nobody rated themselves', () => {
    const [domain] = reportOfCertain('right', null).domains;
    const own = { [domain!.id]: Math.round(domain!.level.expected) };
    expect(reportOfCertain('right', null, own).selfRatings[0]?.verdict).toBe('within');
    expect(reportOfCertain('right', null).selfRatings).toEqual([]);
  });

  test('point to steps that do as is said, whatever was answered', () => {
    fc.assert(
      fc.property(
        anyStart(bank),
        anyMoods,
        fc.integer({ min: 0, max: 100 }),
        (start, moods, own) => {
          const record = {
            ...recordOf(play(start, bank, moods), bank),
            selfRatings: { arithmetic: own, logic: 100 - own },
          };
          const { selfRatings, skills } = buildReport(record, bank);
          for (const { rating, kept, skipped } of selfRatings) {
            const target = (id: string) => skills.find((skill) => skill.id === id)!.target;
            for (const { id, action } of kept) {
              expect(['learn', 'refresh']).toContain(action);
              expect(rating).toBeGreaterThanOrEqual(target(id));
            }
            for (const { id, action } of skipped) {
              expect(action).toBe('skip');
              expect(rating).toBeLessThan(target(id));
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what was answered before', () => {
  const converse = (daysBefore: number, option: string): EarlierAnswer => ({
    itemId: 'conditions-converse',
    itemVersion: 1,
    seed: 4,
    response: { kind: 'single-choice', option },
    daysBefore,
  });
  const view = (earlier: readonly EarlierAnswer[]) =>
    buildReport(
      recordOf(play(newAttempt(bank, { earlier }), bank, always('right', 3)), bank),
      bank,
    );

  test('shows a misconception over time, day by day, also where it is gone since', () => {
    const { misconceptions, pastMisconceptions } = view([
      converse(20.1, 'contrapositive'),
      converse(20, 'converse'),
      converse(5, 'converse'),
    ]);
    expect(misconceptions).toEqual([]);
    expect(pastMisconceptions).toMatchObject([
      {
        id: 'converse-for-condition',
        seen: 0,
        positions: [],
        steps: [{ id: 'conditions' }],
        before: [
          { on: '2026-02-09', seen: 1, chances: 2 },
          { on: '2026-02-24', seen: 0, chances: 1 },
        ],
      },
    ]);
  });

  test('is not a misconception where it never showed', () => {
    expect(view([converse(5, 'converse')]).pastMisconceptions).toEqual([]);
  });

  test('gives each domain it asked about the level it had then, and counts new questions', () => {
    const { domains, retake, answered } = view([converse(5, 'contrapositive')]);
    const [arithmetic, logic] = domains;
    expect(arithmetic?.earlier).toBeNull();
    expect(logic?.earlier?.expected).toBeLessThan(50);
    expect(retake!.fresh + retake!.again).toBe(answered);
    expect(view([]).retake).toBeNull();
  });
});
