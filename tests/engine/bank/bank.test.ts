import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domainOf, profileOf, targetOf } from '#lib/engine/bank/bank.ts';
import { smallBank } from '../../support/small-bank.ts';

const bank = smallBank();
const skill = bank.skills.get('sets')!;
const profile = (shift: Record<string, number>) => ({ ...profileOf(bank, null), shift });

test('a domain is found by its id, and none by an id that is not there', () => {
  expect(domainOf(bank, 'logic')?.title).toBe('Logic and sets');
  expect(domainOf(bank, 'art')).toBeUndefined();
});

test.each([
  ['scientist', 'scientist'],
  ['left-the-bank', 'engineer'],
  [null, 'engineer'],
])('the profile for %j is %s', (id, found) => {
  expect(profileOf(bank, id).id).toBe(found);
});

describe('a target', () => {
  test.each([
    ['as it stands without a shift', {}, 60],
    ['as it stands when another domain is shifted', { arithmetic: 10 }, 60],
    ['raised by the shift of its domain', { logic: 10 }, 70],
    ['lowered by the shift of its domain', { logic: -15 }, 45],
    ['never above 95', { logic: 36 }, 95],
    ['never below 5', { logic: -56 }, 5],
  ])('is %s', (_, shift, target) => {
    expect(targetOf(skill, profile(shift))).toBe(target);
  });

  test('stays in 5..95 and moves with the shift', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), fc.nat(100), (shift, more) => {
        const target = targetOf(skill, profile({ logic: shift }));
        expect(target).toBeGreaterThanOrEqual(5);
        expect(target).toBeLessThanOrEqual(95);
        expect(targetOf(skill, profile({ logic: shift + more }))).toBeGreaterThanOrEqual(target);
      }),
      { numRuns: 300 },
    );
  });
});
