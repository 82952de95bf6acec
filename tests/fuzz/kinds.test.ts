import { describe, expect, test } from 'vitest';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { itemKinds } from '../support/items.ts';
import { fuzzKinds } from './fuzz-kinds.ts';

const RUNS = 100_000;
const MEGABYTE = 2 ** 20;

const runsEach = Math.ceil(RUNS / itemKinds.length);
const reports = fuzzKinds(runsEach, 7, loadBank('question-bank'));

describe.each(reports)('$runs fuzzed submissions of the kind $kind', (report) => {
  test('are read or refused with a reason, scored in [0, 1] and none of them slowly', () => {
    expect(report.faults).toEqual([]);
  });

  test('leave nothing in memory', () => {
    expect(report.heapGrowth).toBeLessThan(16 * MEGABYTE);
  });

  test('come near enough to answers that many are read, and many refused for several reasons', () => {
    expect(report.read).toBeGreaterThan(runsEach / 50);
    expect(report.read).toBeLessThan(runsEach);
    expect(Object.keys(report.refused).length).toBeGreaterThan(1);
  });
});

test(`are ${RUNS} in all`, () => {
  expect(reports.reduce((sum, { runs }) => sum + runs, 0)).toBeGreaterThanOrEqual(RUNS);
});
