import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPrerequisiteOrder } from '#lib/engine/roadmap/order.ts';

interface Step {
  readonly id: string;
  readonly prerequisites: readonly string[];
}

const step = (id: string, ...prerequisites: string[]): Step => ({ id, prerequisites });
const idsOf = (steps: readonly Step[]) => steps.map(({ id }) => id);

/** Steps without a circle, each building on some made before it, in any order. */
const anySteps: fc.Arbitrary<Step[]> = fc
  .array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 12 })
  .map((picks) =>
    picks.map((pick, index) =>
      step(
        `s${index}`,
        ...new Set(
          pick.map((each) => (index > 0 && each < 18 ? `s${each % index}` : `elsewhere-${each}`)),
        ),
      ),
    ),
  )
  .chain((steps) => fc.shuffledSubarray(steps, { minLength: steps.length }));

test('puts a step after those it builds on and keeps the others as they came', () => {
  const steps = [step('c', 'a'), step('b'), step('a'), step('d', 'c')];
  expect(idsOf(inPrerequisiteOrder(steps))).toEqual(['a', 'c', 'b', 'd']);
});

test('gives no steps for no steps', () => {
  expect(inPrerequisiteOrder([])).toEqual([]);
});

test('every step comes once, after those it builds on', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const ordered = inPrerequisiteOrder(steps);
      expect(idsOf(ordered).toSorted()).toEqual(idsOf(steps).toSorted());
      ordered.forEach(({ prerequisites }, place) => {
        const before = idsOf(ordered.slice(0, place));
        const here = prerequisites.filter((id) => idsOf(steps).includes(id));
        expect(here.filter((id) => !before.includes(id))).toEqual([]);
      });
    }),
    { numRuns: 500 },
  );
});

test('leaves steps that are in order already as they are', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const ordered = inPrerequisiteOrder(steps);
      expect(inPrerequisiteOrder(ordered)).toEqual(ordered);
    }),
    { numRuns: 300 },
  );
});
