import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, orderFrom, placeAmong } from '#lib/ui/items/moving.ts';

test.each([
  [
    ['2', '3', '1'],
    [2, 0, 1],
  ],
  [
    ['1', '2', '3'],
    [0, 1, 2],
  ],
  [[], [0, 1, 2]],
  [
    ['3', '', '1'],
    [0, 1, 2],
  ],
  [
    ['2', '2', '1'],
    [0, 1, 2],
  ],
  [
    ['3', '2', '1', ''],
    [0, 1, 2],
  ],
  [
    ['4', '2', '1'],
    [0, 1, 2],
  ],
])(
  'entries stand as the places sent for them say, or as shown where they say nothing: %j',
  (sent, order) => {
    expect(orderFrom(sent, 3)).toEqual(order);
  },
);

test('an entry that is moved arrives, and the others keep their order', () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  fc.assert(
    fc.property(order, fc.nat(5), fc.nat(5), (before, entry, to) => {
      const after = moved(before, entry, to);
      expect(after[to]).toBe(entry);
      expect(after.filter((each) => each !== entry)).toEqual(
        before.filter((each) => each !== entry),
      );
    }),
  );
});

test.each([
  [[], 50, 0],
  [[10, 30, 50], 5, 0],
  [[10, 30, 50], 20, 1],
  [[10, 30, 50], 30, 1],
  [[10, 30, 50], 31, 2],
  [[10, 30, 50], 1000, 3],
  [[10, 30, 50], -1000, 0],
])('beside rows with the middles %j a row at %d has place %d', (middles, y, place) => {
  expect(placeAmong(middles, y)).toBe(place);
});
