import { expect, test } from 'vitest';
import { evenSteps } from '#lib/engine/measure/models/partial-credit.ts';
import { covariance } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { measuredBank } from '#lib/engine/quiz/measured-bank.ts';
import { smallBank } from '../../support/small-bank.ts';

const bank = smallBank();
const measured = measuredBank(bank);
const measuredItem = (id: string) => measured.pool.items[measured.itemNumber.get(id)!]!;
const parametersOf = (id: string) => measuredItem(id).parameters;

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
  expect(measured.pool.tree).toEqual({
    skillCount: 4,
    domainCount: 2,
    domainOf: [0, 0, 1, 1],
    skillsOf: [
      [0, 1],
      [2, 3],
    ],
  });
});

test('takes the prior from the variances of the bank', () => {
  const { gaussian } = measured.start;
  [...gaussian.mean].forEach((mean) => {
    expect(mean).toBeCloseTo(0, 12);
  });
  expect([0, 1, 2, 3].map((s) => Number(covariance(gaussian, 0, s).toFixed(6)))).toEqual([
    1, 0.75, 0.45, 0.45,
  ]);
});

test('has every item in the pool, grouped by skill, at its own place', () => {
  expect(measured.items.map(({ id }) => id).toSorted()).toEqual([...bank.items.keys()].toSorted());
  measured.items.forEach(({ id }, place) => {
    expect(measured.itemNumber.get(id)).toBe(place);
    expect(measuredItem(id).skill).toBe(measured.skillNumber.get(bank.items.get(id)!.skill.id));
  });
});

test('has items of one family in one family and of others in others', () => {
  const family = (id: string) => bank.items.get(id)!.item.family;
  for (const one of measured.items) {
    for (const other of measured.items) {
      expect(measuredItem(one.id).family === measuredItem(other.id).family).toBe(
        family(one.id) === family(other.id),
      );
    }
  }
});

test('maps difficulties 1 to 5 onto −2 to 2', () => {
  // Steps lie evenly about the difficulty.
  const difficultyOf = (id: string) => {
    const parameters = parametersOf(id);
    if (!('steps' in parameters)) return parameters.difficulty;
    return parameters.steps.reduce((sum, step) => sum + step, 0) / parameters.steps.length;
  };
  expect(
    ['sets-empty', 'sums-ten', 'sums-odd', 'sets-count', 'conditions-count'].map(difficultyOf),
  ).toEqual([-2, -1, 0, 1, 2]);
});

test('takes the slope from the kind and the floor from what a blind guess earns', () => {
  expect(parametersOf('sums-add')).toMatchObject({ discrimination: 1.5, guessing: 0 });
  expect(parametersOf('sets-empty')).toMatchObject({ discrimination: 1.2 });
  expect(parametersOf('sets-empty').guessing).toBeCloseTo(1 / 3, 12);
  // Fifteen selections of four options, exactly one right.
  expect(parametersOf('sums-ten').guessing).toBeCloseTo(1 / 15, 12);
});

test('gives an item with part of the credit a step for each score', () => {
  // Four options, one right and one worth a quarter.
  expect(parametersOf('sums-odd')).toEqual(evenSteps(1.2, 0, [0.5, 0.25]));
});
