import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { level } from '#lib/engine/measure/levels/level.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { figuresOf } from '#lib/engine/measure/simulation/figures.ts';
import { addAttempt, emptyTally, mergeTally } from '#lib/engine/measure/simulation/tally.ts';

/** Two domains of one skill each, independent, of the given means and variance. */
function believed(mean: readonly number[], variance: number): TreeGaussian {
  return {
    tree: skillTree([0, 1]),
    mean: Float64Array.from(mean),
    variance: Float64Array.of(variance, variance),
    skillSlope: Float64Array.of(1, 1),
    domainVariance: Float64Array.of(variance, variance),
    domainSlope: Float64Array.of(0, 0),
    rootVariance: 0,
  };
}

describe('figures', () => {
  const tally = emptyTally(4);
  // Standard error 0.5: 90 % intervals reach ± 0.82, 95 % intervals ± 0.98.
  addAttempt(tally, Float64Array.of(1, -2), believed([0.1, -1.5], 0.25), [0, 2]);
  addAttempt(tally, Float64Array.of(0, 0), believed([0.3, 2], 0.25), [2, 3, 0]);
  const figures = figuresOf(tally);

  test('are those worked out by hand', () => {
    const errors = [-0.9, 0.5, 0.3, 2];
    const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
    expect(figures.domainRmse).toBeCloseTo(Math.sqrt(squares / 4), 12);
    expect(figures.skillRmse).toBeCloseTo(figures.domainRmse, 12);
    expect(figures.bias).toBeCloseTo(1.9 / 4, 12);
    [0.5, 0, 1.15, -0.9, 0].forEach((bias, i) => {
      expect(figures.biasByRegion[i]).toBeCloseTo(bias, 12);
    });
    expect(figures.meanSe).toBeCloseTo(0.5, 12);
    expect(figures).toMatchObject({ coverage90: 0.5, coverage95: 0.75 });
    expect(figures).toMatchObject({ skillCoverage90: 0.5, skillCoverage95: 0.75 });
    expect(figures).toMatchObject({ maxExposure: 1, unusedItems: 0.25, meanLength: 2.5 });
  });

  test('count the skills that are left without a fitting item', () => {
    const left = emptyTally(1);
    addAttempt(left, Float64Array.of(0, 0), believed([0, 0], 1), [0], 2);
    addAttempt(left, Float64Array.of(0, 0), believed([0, 0], 1), [0], 1);
    expect(figuresOf(left).unfittedSkills).toBe(3);
    expect(figures.unfittedSkills).toBe(0);
  });

  test('reckon reliability as the squared correlation', () => {
    const [truth, estimates] = [
      [1, -2, 0, 0],
      [0.1, -1.5, 0.3, 2],
    ];
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / 4;
    const covariance = (a: readonly number[], b: readonly number[]) =>
      mean(a.map((x, i) => (x - mean(a)) * (b[i]! - mean(b))));
    expect(figures.reliability).toBeCloseTo(
      covariance(truth, estimates) ** 2 /
        (covariance(truth, truth) * covariance(estimates, estimates)),
      12,
    );
  });

  test('hold levels against the interval that a report shows', () => {
    // One skill a domain: a level is monotone in its ability, so both intervals hold or miss alike.
    expect(figures.levelCoverage90).toBe(figures.coverage90);
    const wellKnown = emptyTally(1);
    addAttempt(wellKnown, Float64Array.of(1, -2), believed([1.3, -2], 1e-9), [0]);
    expect(figuresOf(wellKnown).levelInterval).toBeCloseTo(0, 2);
    expect(figures.levelInterval).toBeGreaterThan(10);
    expect(figuresOf(wellKnown).levelRmse).toBeCloseTo((level(1.3) - level(1)) / Math.SQRT2, 5);
  });
});

test('tallies merge to the tally of all', () => {
  const attempt = fc.record({
    truth: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
    mean: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
    met: fc.array(fc.nat(2), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(attempt), fc.array(attempt), (some, others) => {
      const tallyOf = (attempts: typeof some) => {
        const tally = emptyTally(3);
        for (const { truth, mean, met } of attempts) {
          addAttempt(tally, Float64Array.from(truth), believed(mean, 1), met);
        }
        return tally;
      };
      const merged = tallyOf(some);
      mergeTally(merged, tallyOf(others));
      const { levelSquaredError, levelWidth, ...whole } = tallyOf([...some, ...others]);
      // All the others sum whole numbers, exact in any order.
      expect(merged).toMatchObject(whole);
      expect(merged.levelWidth).toBeCloseTo(levelWidth, 6);
      expect(merged.levelSquaredError).toBeCloseTo(levelSquaredError, 6);
    }),
  );
});
