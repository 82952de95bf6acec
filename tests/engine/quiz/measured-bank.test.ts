import { expect, test } from 'vitest';
import { measuredBank } from '#lib/engine/quiz/measured-bank.ts';
import { smallBank } from '../../support/small-bank.ts';

const bank = smallBank();
const measured = measuredBank(bank);
const candidateOf = (id: string) => measured.candidates[measured.itemNumber.get(id)!]!;

test('is worked out once for a bank', () => {
  expect(measuredBank(bank)).toBe(measured);
  expect(measuredBank(smallBank())).not.toBe(measured);
});

test('numbers skills and domains in the order of the bank', () => {
  expect([...measured.skillNumber]).toEqual([
    ['sums', 0],
    ['fractions', 1],
    ['sets', 2],
    ['conditions', 3],
  ]);
  expect(measured.tree).toEqual({ skillCount: 4, domainCount: 2, domainOf: [0, 0, 1, 1] });
});

test('takes the prior from the variances of the bank', () => {
  const { mean, covariance } = measured.prior;
  expect([...mean]).toEqual([0, 0, 0, 0]);
  expect([...covariance.slice(0, 4)].map((value) => Number(value.toFixed(9)))).toEqual([
    1, 0.75, 0.45, 0.45,
  ]);
});

test('has a candidate for every item, at its own place', () => {
  expect(measured.items.map(({ id }) => id)).toEqual([...bank.items.keys()]);
  measured.items.forEach(({ id }, index) => {
    expect(candidateOf(id).index).toBe(index);
    expect(candidateOf(id).skill).toBe(measured.skillNumber.get(bank.items.get(id)!.skill.id));
  });
});

test('maps difficulties 1 to 5 onto −2 to 2', () => {
  const difficultyOf = (id: string) => candidateOf(id).parameters.difficulty;
  expect(
    ['sets-empty', 'sums-ten', 'sums-odd', 'sets-count', 'conditions-count'].map(difficultyOf),
  ).toEqual([-2, -1, 0, 1, 2]);
});

test('takes the slope from the kind and the floor from what a blind guess earns', () => {
  expect(candidateOf('sums-add').parameters).toMatchObject({ discrimination: 1.5, guessing: 0 });
  expect(candidateOf('sets-empty').parameters.discrimination).toBe(1.2);
  expect(candidateOf('sets-empty').parameters.guessing).toBeCloseTo(1 / 3, 12);
  // Four options, one right and one worth a quarter.
  expect(candidateOf('sums-odd').parameters.guessing).toBeCloseTo(1.25 / 4, 12);
  // Fifteen selections of four options, exactly one right.
  expect(candidateOf('sums-ten').parameters.guessing).toBeCloseTo(1 / 15, 12);
});
