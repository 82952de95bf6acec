import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countReached,
  deviationOf,
  meanOf,
  percentiles,
  sumOf,
} from '#lib/engine/kernel/sample.ts';

const sample = (...values: number[]) => Float64Array.from(values);

test('samples are added draw by draw, and none give no draws', () => {
  expect(sumOf([sample(1, 2), sample(10, 20), sample(100, 200)])).toEqual(sample(111, 222));
  expect(sumOf([])).toEqual(sample());
});

test('adding leaves the samples alone', () => {
  const one = sample(1, 2);
  sumOf([one, one]);
  expect(one).toEqual(sample(1, 2));
});

test('marks that are reached are counted draw by draw, the mark itself included', () => {
  const marked = [
    { values: sample(1, 2, 3), mark: 2 },
    { values: sample(5, 1, 5), mark: 5 },
  ];
  expect([...countReached(marked)]).toEqual([1, 1, 2]);
});

test('a percentile is the least value that so large a share does not exceed', () => {
  expect(percentiles(sample(4, 2, 3, 1, 5), [0.2, 0.5, 0.8, 1])).toEqual([1, 3, 4, 5]);
  expect(percentiles(sample(), [0.5])).toEqual([0]);
  fc.assert(
    fc.property(
      fc.float64Array({ minLength: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (values, p) => {
        const [value = NaN] = percentiles(values, [p]);
        const share = (of: (each: number) => boolean) => values.filter(of).length / values.length;
        expect(share((each) => each <= value)).toBeGreaterThanOrEqual(p - 1e-12);
        expect(share((each) => each < value)).toBeLessThan(p);
      },
    ),
  );
});

test('mean and deviation', () => {
  expect(meanOf(sample(2, 4, 4, 4, 5, 5, 7, 9))).toBe(5);
  expect(deviationOf(sample(2, 4, 4, 4, 5, 5, 7, 9))).toBe(2);
});
