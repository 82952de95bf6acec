import { describe, expect, test } from 'vitest';
import { logLikelihood } from '#lib/engine/measure/models/item-parameters.ts';
import { NODES, NODE_COUNT } from '#lib/engine/measure/posterior/grid.ts';
import {
  type Evidence,
  type LogLikelihood,
  fade,
  scaled,
  withAnswer,
} from '#lib/engine/measure/posterior/likelihood.ts';
import { testLaws } from '../test-laws.ts';
import { fadeLaws } from './fade-laws.ts';

const RIGHT: Evidence = {
  skill: 0,
  parameters: { discrimination: 1.2, difficulty: 0.3, guessing: 0.25 },
  category: 1,
};
const WRONG: Evidence = {
  skill: 0,
  parameters: { discrimination: 1.2, difficulty: -0.3, guessing: 0 },
  category: 0,
};
const both = withAnswer(withAnswer(null, RIGHT), WRONG);
const logOf = (theta: number) =>
  [RIGHT, WRONG].reduce((sum, { parameters, category }) => {
    return sum + logLikelihood(parameters, theta, category);
  }, 0);

describe('withAnswer', () => {
  test('adds the logarithm of the answer at every node', () => {
    NODES.forEach((theta, k) => {
      expect(both[k]).toBeCloseTo(logOf(theta), 12);
    });
  });

  test('leaves what was there before alone', () => {
    const before = withAnswer(null, RIGHT);
    const copy = before.slice();
    withAnswer(before, WRONG);
    expect(before).toEqual(copy);
  });
});

describe('scaled', () => {
  test('has 1 as its largest value, and the same ratios', () => {
    const result = scaled(both);
    expect(Math.max(...result)).toBe(1);
    expect(result[30]! / result[33]!).toBeCloseTo(Math.exp(both[30]! - both[33]!), 12);
  });

  test('takes what is less than e^−300 of the largest as nothing', () => {
    const steep: LogLikelihood = NODES.map((theta) => 100 * theta); // e²⁵ from node to node
    const result = scaled(steep).toReversed();
    expect(result[0]).toBe(1);
    expect(result[11]).toBeGreaterThan(0);
    expect(result[13]).toBe(0);
  });

  test('writes where it is told to', () => {
    const place = new Float64Array(NODE_COUNT);
    expect(scaled(both, place)).toBe(place);
    expect(place).toEqual(scaled(both));
  });
});

describe('fade', () => {
  testLaws(fadeLaws);

  test('is the mean of the likelihood over where the ability may have come from', () => {
    // A walk of steps a quarter long stands for the Gaussian: its fourth moment is a little smaller.
    for (const moved of [0.02, 0.1, 0.5, 1]) {
      const expectedAt = (theta: number) => {
        let [sum, mass] = [0, 0];
        for (let z = -8; z <= 8; z += 0.01) {
          const weight = Math.exp((-z * z) / 2);
          sum += weight * Math.exp(logOf(theta + Math.sqrt(moved) * z));
          mass += weight;
        }
        return Math.log(sum / mass);
      };
      const faded = fade(both, moved);
      const middle = (NODE_COUNT - 1) / 2;
      for (let k = middle - 12; k <= middle + 12; k += 1) {
        const found = faded[k]! - faded[middle]!;
        expect(Math.abs(found - (expectedAt(NODES[k]!) - expectedAt(0)))).toBeLessThan(1e-3);
      }
    }
  });

  test('has the variance it is asked for, to the last bit that counts', () => {
    const point = new Float64Array(NODE_COUNT).fill(-1e9);
    point[(NODE_COUNT - 1) / 2] = 0;
    for (const moved of [0.001, 0.05, 0.3, 0.7]) {
      const values = fade(point, moved).map(Math.exp);
      const mass = values.reduce((sum, value) => sum + value, 0);
      const variance = values.reduce((sum, value, k) => sum + value * NODES[k]! ** 2, 0) / mass;
      expect(variance).toBeCloseTo(moved, 9);
    }
  });
});
