import { describe, expect, test } from 'vitest';
import { percent, summarise, tellLevel } from '#lib/engine/report/summary.ts';
import { smallBank } from '../../support/small-bank.ts';
import { always } from '../quiz/attempts.ts';
import { reportOf } from './records.ts';

const bank = smallBank();
const { plan, domains, told } = reportOf(bank, ['right', 'wrong']);
const domainAt = (title: string, expected: number, target: number) => ({
  ...domains[0]!,
  title,
  target,
  chanceMet: 0.126,
  level: { expected, low: expected - 10, high: expected + 10 },
});

describe('the summary', () => {
  test('says that nothing is known when nothing is answered', () => {
    expect(reportOf(bank, []).summary).toEqual([
      'Nothing was answered, so nothing is known: every level below is the starting guess.',
    ]);
  });

  test('names the strongest domain and the one furthest below its target', () => {
    const [strongest, gap] = summarise(
      [domainAt('A', 60, 65), domainAt('B', 70, 90), domainAt('C', 40, 50)],
      plan,
      told.finish,
      3,
    );
    expect(strongest).toBe('Your strongest domain is B: 70 % (60–80).');
    expect(gap).toBe('The largest gap is in B: 70 % (60–80) against a target of 90 %.');
  });

  test('says so when every target is reached', () => {
    const [, gap] = summarise([domainAt('A', 60, 60), domainAt('B', 70, 50)], plan, told.finish, 3);
    expect(gap).toBe('In every domain your level is at or above the target.');
  });

  test('of one domain says its level, its target and the chance to meet it', () => {
    const [only] = summarise([domainAt('A', 62.4, 70)], plan, told.finish, 3);
    expect(only).toBe(
      'Your level is 62 % (52–72) against a target of 70 %; the chance that you meet the target is 13 %.',
    );
  });

  test('counts what to do about the measured skills of the plan', () => {
    const report = reportOf(bank, always('right'), { length: 100 });
    const steps = report.plan.phases.flatMap((phase) => phase.steps);
    const count = (action: string) =>
      steps.filter((step) => step.domain !== null && step.action === action).length;
    expect(count('skip')).toBeGreaterThan(0);
    expect(report.summary.at(-2)).toBe(
      `Of 4 measured skills on the roadmap you can skip ${count('skip')}, refresh ` +
        `${count('refresh')} and learn ${count('learn')}; ${count('unmeasured')} are not known yet.`,
    );
    expect(report.summary.at(-1)).toBe(report.told.finish);
  });
});

test('levels and percentages are told in whole points', () => {
  expect(tellLevel({ level: { expected: 61.5, low: 50.6, high: 72.4 } })).toBe('62 % (51–72)');
  expect([0, 49.4, 99.6].map(percent)).toEqual(['0 %', '49 %', '100 %']);
});
