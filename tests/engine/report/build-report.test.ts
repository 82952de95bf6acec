import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersBefore } from '#lib/engine/quiz/attempt.ts';
import { attemptTitle, buildReport } from '#lib/engine/report/build-report.ts';
import { tellLevel } from '#lib/engine/report/summary.ts';
import { smallBank } from '../../support/small-bank.ts';
import {
  type Mood,
  always,
  anyMoods,
  anyStart,
  newAttempt,
  play,
  stepped,
  without,
} from '../quiz/attempts.ts';
import { recordOf, reportOf } from './records.ts';

const bank = smallBank();

describe('laws', () => {
  test('levels lie within 0..100, low ≤ expected ≤ high, chances within 0..1', () => {
    fc.assert(
      fc.property(anyStart(bank), anyMoods, (start, moods) => {
        const { domains, skills } = buildReport(recordOf(play(start, bank, moods), bank), bank);
        for (const { level, target, chanceMet } of [...domains, ...skills]) {
          expect(level.low).toBeGreaterThanOrEqual(0);
          expect(level.low).toBeLessThanOrEqual(level.expected);
          expect(level.expected).toBeLessThanOrEqual(level.high);
          expect(level.high).toBeLessThanOrEqual(100);
          expect(target >= 5 && target <= 95).toBe(true);
          expect(chanceMet >= 0 && chanceMet <= 1).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has the asked domains and their skills, in the order of the bank, and every answer', () => {
    fc.assert(
      fc.property(anyStart(bank), anyMoods, (start, moods) => {
        const attempt = play(start, bank, moods);
        const report = buildReport(recordOf(attempt, bank), bank);
        const asked = start.blueprint.domains;
        expect(report.domains.map(({ id }) => id)).toEqual(asked);
        expect(report.skills.map(({ id }) => id)).toEqual(
          [...bank.skills.values()]
            .filter((each) => asked.includes(each.domain))
            .map(({ id }) => id),
        );
        expect(report.answers.map(({ position }) => position)).toEqual(
          attempt.answers.map(({ position }) => position),
        );
        const answeredOf = (rows: readonly { answered: number }[]) =>
          rows.reduce((sum, { answered }) => sum + answered, 0);
        expect(answeredOf(report.domains)).toBe(attempt.answers.length);
        expect(answeredOf(report.skills)).toBe(attempt.answers.length);
      }),
      { numRuns: 300 },
    );
  });

  test('the same record gives the same report, on a bank read anew', () => {
    const readAnew = smallBank();
    fc.assert(
      fc.property(anyStart(bank), anyMoods, (start, moods) => {
        const record = recordOf(play(start, bank, moods), bank);
        expect(JSON.stringify(buildReport(record, readAnew))).toBe(
          JSON.stringify(buildReport(record, bank)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('a report', () => {
  test('says of what attempt it is', () => {
    expect(
      reportOf(bank, ['right'], { domains: ['logic'], length: 8, profile: 'scientist' }),
    ).toMatchObject({
      attemptId: 'attempt-1',
      kind: 'domain',
      title: 'Logic and sets',
      profile: { id: 'scientist', title: 'Scientist' },
      bankVersion: bank.version,
      startedAt: '2026-03-01T12:00:00.000Z',
      finishedAt: null,
      answered: 1,
      length: 8,
      withdrawn: 0,
    });
  });

  test('takes the default profile where the chosen one has left the bank', () => {
    expect(reportOf(bank, [], { profile: 'left-the-bank' }).profile.id).toBe('engineer');
  });

  test('has self-ratings where they were given and null elsewhere', () => {
    const { domains } = reportOf(bank, ['right']);
    expect(domains.map(({ selfRating }) => selfRating)).toEqual([null, 35]);
  });

  test('keeps answers to withdrawn items out of everything but the count', () => {
    const attempt = play(newAttempt(bank, { length: 100 }), bank, always('right', 5));
    const gone = attempt.questions[1]!.itemId;
    const report = buildReport(recordOf(attempt, bank), without(bank, gone));
    expect(report).toMatchObject({ answered: 5, withdrawn: 1 });
    expect(report.answers.map(({ position }) => position)).toEqual([1, 3, 4, 5]);
    expect(report.skills.reduce((sum, { answered }) => sum + answered, 0)).toBe(4);
  });

  test('shows higher levels for right answers than for wrong ones, with the band they fall in', () => {
    const right = reportOf(bank, always('right'), { length: 100 });
    const wrong = reportOf(bank, always('wrong'), { length: 100 });
    right.domains.forEach((domain, index) => {
      const other = wrong.domains[index]!;
      expect(domain.level.expected).toBeGreaterThan(other.level.expected + 20);
      expect(domain.chanceMet).toBeGreaterThan(other.chanceMet);
      expect([domain.standing, other.standing]).toEqual(['tested', 'tested']);
      expect(other.band.title).toBe('New');
    });
    expect(right.domains.map(({ band }) => band.title)).not.toContain('New');
  });

  test('knows nothing of a domain without answers', () => {
    const { domains, skills, plan } = reportOf(bank, []);
    expect(domains.map(({ standing }) => standing)).toEqual(['unknown', 'unknown']);
    expect(new Set(skills.map(({ standing }) => standing))).toEqual(new Set(['unknown']));
    expect(domains[0]?.level.expected).toBeCloseTo(50, 6);
    const measured = plan.phases.flatMap(({ steps }) => steps).filter((step) => step.domain);
    expect(new Set(measured.map(({ action }) => action))).toEqual(new Set(['unmeasured']));
  });

  test('has a target for a domain between those of its skills, raised by the profile', () => {
    const [arithmetic, logic] = reportOf(bank, []).domains;
    expect(arithmetic!.target).toBeGreaterThan(65);
    expect(arithmetic!.target).toBeLessThan(70);
    const [lower, higher] = reportOf(bank, [], { profile: 'scientist' }).domains;
    expect(lower!.target).toBeLessThan(arithmetic!.target);
    expect(higher!.target).toBeGreaterThan(logic!.target);
  });

  test('says how many more questions would narrow a wide interval, and that is more than none', () => {
    for (const { narrower, level } of reportOf(bank, ['right', 'wrong']).domains) {
      expect(narrower!.margin).toBeLessThan((level.high - level.low) / 2);
      expect(narrower!.questions).toBeGreaterThan(0);
    }
  });

  test('plans for skills of domains that were not asked as well', () => {
    const { plan, skills } = reportOf(bank, always('right', 5), { domains: ['arithmetic'] });
    const steps = plan.phases.flatMap((phase) => phase.steps.map(({ id }) => id));
    expect(steps.toSorted()).toEqual(['conditions', 'fractions', 'proofs', 'sets', 'sums']);
    expect(skills.map(({ id }) => id)).toEqual(['sums', 'fractions']);
  });
});

describe('titles and ends', () => {
  test('name the domains of a quiz and call a diagnostic what it is', () => {
    const titleOf = (domains?: string[]) =>
      attemptTitle(play(newAttempt(bank, domains ? { domains } : {}), bank, []), bank);
    expect(titleOf()).toBe('Full diagnostic');
    expect(titleOf(['arithmetic'])).toBe('Arithmetic');
  });

  test('say why the attempt ended', () => {
    const open = play(newAttempt(bank, { length: 9 }), bank, ['right', 'wrong']);
    const endOf = (finished: typeof open.finished) =>
      buildReport(recordOf({ ...open, finished }, bank), bank).ended;
    expect(endOf(null)).toBe('It is still open: this is what the answers so far say.');
    expect(endOf('length')).toBe('It ended after the 9 questions you chose.');
    expect(endOf('learner')).toBe('You ended it after 2 of 9 questions.');
    expect(endOf('expired')).toContain('closed after 2 of 9 questions');
    expect(endOf('exhausted')).toContain('the bank had no more to ask');
    expect(endOf('precision')).toContain('ended early, after 2 questions');
    expect(endOf('decision')).toContain('clear whether you meet the target');
    expect(stepped(open, { type: 'finished' }, bank).finished).toBe('learner');
  });
});

describe('a domain that was asked about before', () => {
  const all = { length: 100, domains: ['logic'] };
  const before = play(newAttempt(bank, { ...all, seed: 2 }), bank, always('wrong', 2));
  const earlier = answersBefore([before], '2026-03-11T12:00:00.000Z');
  const choices = { length: 8, seed: 5, earlier, avoid: earlier.map(({ itemId }) => itemId) };
  const again = (mood: Mood) =>
    buildReport(recordOf(play(newAttempt(bank, choices), bank, always(mood)), bank), bank);
  const logic = (mood: Mood) => again(mood).domains.find(({ id }) => id === 'logic')!;

  test('has what this attempt says alone, and whether it changed, in figures and in words', () => {
    const { alone, change, level } = logic('right');
    const view = buildReport(recordOf(before, bank), bank);
    expect(change?.before.expected).toBeCloseTo(view.domains[0]!.level.expected, 1);
    expect(alone?.expected).toBeGreaterThan(level.expected);
    expect(change?.chanceHigher).toBeGreaterThan(0.5);
    expect(change?.sentence).toContain(tellLevel({ level: change!.before }));
    expect(change?.sentence).toContain(tellLevel({ level: alone! }));
  });

  test('is better, worse or not reliably changed, and says so', () => {
    const stories = (['right', 'wrong'] as const).map((mood) => {
      const { verdict, chanceHigher, sentence } = logic(mood).change!;
      return [verdict, chanceHigher > 0.5, sentence.split(':')[0]!.replace(/\d+/, 'N')];
    });
    expect(stories).toEqual([
      ['improved', true, 'Better than before with N % probability'],
      ['unchanged', false, 'No reliable change'],
    ]);
  });

  test('is alone in that: a domain never asked about has nothing to compare', () => {
    const arithmetic = again('right').domains.find(({ id }) => id === 'arithmetic')!;
    // Its level has moved with what was answered about logic, but nobody asked about it.
    expect(arithmetic.change).toBeNull();
    expect(reportOf(bank, ['right']).domains.map(({ change }) => change)).toEqual([null, null]);
  });
});
