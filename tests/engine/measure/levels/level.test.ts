import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import {
  level,
  levelOf,
  probabilityAtLeast,
  thetaOfLevel,
} from '#lib/engine/measure/levels/level.ts';
import { beliefs } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { anyAbility, anySituation, extremeItems, real, usualItems } from '../arbitraries.ts';
import { USUAL_VARIANCE, independent } from '../gaussians.ts';
import { believing, realEngine } from '../laws.ts';
import { denseCovariance } from '../posterior/gaussian-laws.ts';

const RUNS = { numRuns: 1000 };
const single = (mean: number, variance: number) => independent([mean], [variance]);
const anyLearner = fc.oneof(anySituation(usualItems, 12), anySituation(extremeItems, 12));

describe('level', () => {
  test('is 50 at 0, and mirrors about it', () => {
    expect(level(0)).toBeCloseTo(50, 12);
    expect(level(1.3) + level(-1.3)).toBeCloseTo(100, 12);
  });

  test('is the mean of the five yardstick curves', () => {
    const curve = (b: number) => 1 / (1 + Math.exp(-1.2 * (0.7 - b)));
    const mean = (curve(-2) + curve(-1) + curve(0) + curve(1) + curve(2)) / 5;
    expect(level(0.7)).toBeCloseTo(100 * mean, 12);
  });

  test('rises strictly with ability, between 0 and 100', () => {
    fc.assert(
      fc.property(anyAbility, (theta) => {
        expect(level(theta + 0.01)).toBeGreaterThan(level(theta));
        expect(level(theta)).toBeGreaterThan(0);
        expect(level(theta)).toBeLessThan(100);
      }),
      RUNS,
    );
    expect(level(-1e6)).toBe(0);
    expect(level(1e6)).toBe(100);
  });

  test('is undone by thetaOfLevel', () => {
    fc.assert(
      fc.property(anyAbility, (theta) => {
        expect(thetaOfLevel(level(theta))).toBeCloseTo(theta, 6);
      }),
      RUNS,
    );
  });

  test('has a finite ability for 0 % and 100 %', () => {
    expect(thetaOfLevel(0)).toBe(-10);
    expect(thetaOfLevel(100)).toBe(10);
  });
});

describe('levelOf', () => {
  test('of one skill is the level at the quantiles of its ability', () => {
    const { low, high } = levelOf(single(0.4, 0.5), [0]);
    expect(low).toBeCloseTo(level(0.4 - 1.6448536269514722 * Math.sqrt(0.5)), 9);
    expect(high).toBeCloseTo(level(0.4 + 1.6448536269514722 * Math.sqrt(0.5)), 9);
  });

  test('of a certain ability is its level, with no width', () => {
    const { expected, low, high } = levelOf(single(1, 0), [0]);
    for (const value of [expected, low, high]) expect(value).toBeCloseTo(level(1), 10);
  });

  test('expects what dense quadrature gives', () => {
    let [sum, mass] = [0, 0];
    for (let z = -8; z <= 8; z += 0.001) {
      sum += level(0.8 + z) * Math.exp((-z * z) / 2);
      mass += Math.exp((-z * z) / 2);
    }
    expect(levelOf(single(0.8, 1), [0]).expected).toBeCloseTo(sum / mass, 5);
  });

  test('of a domain agrees with simulation within half a point', () => {
    const parameters = { discrimination: 1.2, difficulty: 0, guessing: 0 };
    const answers = [1, 1, 1, 0].map((category, i): Evidence => {
      return { skill: i % 2, parameters, category };
    });
    const { gaussian } = beliefs(priorOf(skillTree([0, 0, 0, 0]), USUAL_VARIANCE), answers);

    const factor = choleskyFactor(denseCovariance(gaussian));
    const random = randomFrom('levels of a domain');
    const draws = Array.from({ length: 100000 }, () => {
      const z = [0, 1, 2, 3].map(() => random.normal());
      let sum = 0;
      for (let s = 0; s < 4; s += 1) {
        const theta = z.reduce(
          (total, value, i) => total + factor[s]![i]! * value,
          gaussian.mean[s]!,
        );
        sum += level(theta) / 4;
      }
      return sum;
    }).sort((a, b) => a - b);

    const { expected, low, high } = levelOf(gaussian, [0, 1, 2, 3]);
    expect(Math.abs(expected - draws.reduce((a, b) => a + b, 0) / draws.length)).toBeLessThan(0.2);
    expect(Math.abs(low - draws[5000]!)).toBeLessThan(0.5);
    expect(Math.abs(high - draws[95000]!)).toBeLessThan(0.5);
  });

  test('keeps 0 ≤ low ≤ expected ≤ high ≤ 100 whatever was answered', () => {
    fc.assert(
      fc.property(anyLearner, (situation) => {
        const { gaussian } = believing(realEngine, situation)(situation.evidence);
        const skills = situation.population.domainOf.map((_, s) => s);
        const { expected, low, high } = levelOf(gaussian, skills);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(expected).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(expected);
        expect(high).toBeLessThanOrEqual(100);
      }),
      RUNS,
    );
  });

  test('is wider at higher confidence', () => {
    const narrow = levelOf(single(0, 1), [0], 0.5);
    const wide = levelOf(single(0, 1), [0], 0.99);
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });
});

describe('probabilityAtLeast', () => {
  test('is one half at the estimate itself', () => {
    expect(probabilityAtLeast(single(0.4, 0.5), [0], [level(0.4)])).toBeCloseTo(0.5, 8);
  });

  test('is certain of a certain ability', () => {
    expect(probabilityAtLeast(single(0.4, 0), [0], [level(0.3)])).toBe(1);
    expect(probabilityAtLeast(single(0.4, 0), [0], [level(0.5)])).toBe(0);
  });

  test('falls as the target rises, and stays a probability', () => {
    fc.assert(
      fc.property(anyLearner, real(0, 95), (situation, target) => {
        const after = believing(realEngine, situation)(situation.evidence).gaussian;
        const easy = probabilityAtLeast(after, [0], [target]);
        const hard = probabilityAtLeast(after, [0], [target + 5]);
        expect(easy).toBeLessThanOrEqual(1);
        expect(hard).toBeGreaterThanOrEqual(0);
        expect(hard).toBeLessThanOrEqual(easy);
      }),
      RUNS,
    );
  });

  test('compares the mean ability with the mean target ability', () => {
    expect(probabilityAtLeast(independent([1, -1], [1, 1]), [0, 1], [30, 70])).toBeCloseTo(0.5, 8);
  });
});

function choleskyFactor(a: readonly (readonly number[])[]): number[][] {
  const l = a.map((row) => row.map(() => 0));
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k += 1) sum -= l[i]![k]! * l[j]![k]!;
      l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!;
    }
  }
  return l;
}
