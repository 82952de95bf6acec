import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallBank } from '../../support/small-bank.ts';
import { type MadeUp, anyLearner, simulated } from './simulated.ts';

const bank = smallBank();
const many = 4000;
/** Everybody at one level, known or not. */
const all = (level: number, chanceMet: number, standing: 'tested' | 'unknown' = 'tested') =>
  [...bank.skills.keys()].map((): MadeUp => ({
    known: { standing, chanceMet, level: { expected: level, low: level, high: level } },
    levels: new Float64Array(many).fill(level),
  }));
const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviation = (values: Float64Array) =>
  Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));

describe('simulated hours', () => {
  test('from nothing are triangular on the range of the roadmap', () => {
    // sets: 4 to 8 hours. The triangular distribution has deviation (8 − 4)/√24.
    const sets = simulated(bank, all(0, 0)).hours.get('sets')!;
    expect(Math.min(...sets)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...sets)).toBeLessThanOrEqual(8);
    expect(mean(sets)).toBeCloseTo(6, 1);
    expect(deviation(sets)).toBeCloseTo(4 / Math.sqrt(24), 1);
  });

  test('of two steps correlate by a half: a learner is slow or fast at both', () => {
    const { hours } = simulated(bank, all(0, 0));
    const [sets, proofs] = [hours.get('sets')!, hours.get('proofs')!];
    const [ms, mp] = [mean(sets), mean(proofs)];
    const together = mean(sets.map((x, k) => (x - ms) * (proofs[k]! - mp)));
    expect(together / (deviation(sets) * deviation(proofs))).toBeCloseTo(0.5, 1);
  });

  test('are the share of the way still to go', () => {
    const { hours } = simulated(bank, all(45, 0.1));
    expect(mean(hours.get('sets')!)).toBeCloseTo((6 * 15) / 60, 1);
    expect(mean(hours.get('proofs')!)).toBeCloseTo(9, 0);
  });

  test('are a tenth at least where a step is not skipped, and none where skipping is right', () => {
    expect(mean(simulated(bank, all(90, 0.5)).hours.get('sets')!)).toBeCloseTo(0.6, 1);
    expect(mean(simulated(bank, all(90, 0.5, 'unknown')).hours.get('sets')!)).toBeCloseTo(0.6, 1);
    expect(Math.max(...simulated(bank, all(90, 0.9)).hours.get('sets')!)).toBe(0);
  });

  test('of a step that is skipped count where skipping is wrong', () => {
    const split = all(90, 0.9).map(({ known, levels }) => ({
      known,
      levels: levels.map((level, k) => (k % 4 === 0 ? 30 : level)),
    }));
    const sets = simulated(bank, split).hours.get('sets')!;
    expect(sets.every((taken, k) => taken > 0 === (k % 4 === 0))).toBe(true);
  });

  test('depend on the seed and on nothing else', () => {
    fc.assert(
      fc.property(anyLearner(bank), fc.nat(), (learner, seed) => {
        const of = (s: number) => [...simulated(bank, learner, s).hours.values()];
        expect(of(seed)).toEqual(of(seed));
        expect(of(seed)).not.toEqual(of(seed + 1));
      }),
      { numRuns: 50 },
    );
  });
});
