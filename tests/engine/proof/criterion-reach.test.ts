import { expect, test } from 'vitest';
import { criteriaDeciding, criterionReach } from '#lib/engine/proof/criterion-reach.ts';
import { drawItem } from '#lib/engine/template/instantiate.ts';
import { numericItem, singleChoiceItem } from '../../support/items.ts';

const squares = numericItem({
  variables: { a: { pick: [1, 2, 3, 4] }, key: 'a + 10' },
  rubric: [
    { when: { equals: 'key' }, score: 1, feedback: 'Right.' },
    { when: { equals: '2 * a' }, score: 0, feedback: 'Doubled.' },
    { when: { equals: 'a ^ 2' }, score: 0, feedback: 'Squared.' },
    { when: { equals: 'a ^ 2 + 0' }, score: 0, feedback: 'Squared again.' },
  ],
});

test('a wrong value that meets an earlier one is silent at just those seeds', () => {
  const reach = criterionReach(squares);
  const twos = Array.from({ length: 200 }, (_, index) => drawItem(squares, index + 1)).filter(
    (drawn) => drawn.ok && drawn.value.scope['a'] === 2,
  );
  expect(twos.length).toBeGreaterThan(20);
  expect(reach).toEqual({ seeds: 200, deciding: [200, 200, 200 - twos.length, 0] });
});

test('one seed tells of an item without variables, or whose conditions name options', () => {
  expect(criterionReach(numericItem())).toEqual({ seeds: 1, deciding: [1, 1] });
  const choice = singleChoiceItem({ variables: { n: { integer: [1, 9] } } });
  expect(criterionReach(choice)).toEqual({ seeds: 1, deciding: [1, 1, 1, 1] });
});

test('the last resort decides for what no other criterion names', () => {
  const item = numericItem({
    rubric: [
      { when: { equals: '5' }, score: 1, feedback: 'Right.' },
      { when: 'otherwise', score: 0, feedback: 'Count again.' },
    ],
  });
  const drawn = drawItem(item, 1);
  expect(drawn.ok && [...criteriaDeciding(drawn.value)].toSorted()).toEqual([0, 1]);
});
