import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise, tolerance } from './criterion.ts';
import { valueOf } from '#lib/engine/kernel/units.ts';
import { expression } from '../text-schema.ts';

const numericWhen = z.union([
  otherwise,
  z.strictObject({ equals: expression, tolerance: tolerance.optional() }),
  z.strictObject({ between: z.tuple([expression, expression]) }),
]);

/** As people type it behind a number; so it does not begin like one. */
const unitName = z
  .string()
  .trim()
  .max(20)
  .regex(/^[^\d\s.,+-]/, 'a unit begins with a letter or a sign such as % or °');

const unitSize = z
  .union([
    z.number(),
    z.string().regex(/^[\d.]+ *\/ *[\d.]+$/, 'a size is a number or a quotient: 1 / 60'),
  ])
  .refine((size) => valueOf(size) > 0 && Number.isFinite(valueOf(size)), 'a size is above 0');

export const numericItem = z.strictObject({
  ...commonFields,
  kind: z.literal('numeric'),
  tolerance,
  unit: unitName.optional().describe('Shown beside the field; others of its sort are converted.'),
  units: z
    .record(unitName, unitSize)
    .optional()
    .describe(
      'What else is read: how many of the item’s unit one of it is, a number or a quotient, such as {ticks: 1000 / 60}.',
    ),
  check: expression.optional().describe('The key again, by another road than the rubric’s.'),
  rubric: z.array(criterionOf(numericWhen)).min(1),
});

/** The key first, and other units only beside one of its own. */
export function checkNumeric(item: z.infer<typeof numericItem>, complain: Complain): void {
  const key = item.rubric[0];
  if (key?.score !== 1 || key.when === 'otherwise' || !('equals' in key.when)) {
    complain(
      ['rubric', 0],
      'key-first',
      'The first criterion of a numeric item is its key.',
      'Begin with `when: { equals: … }` and `score: 1`.',
    );
  }
  if (
    item.units !== undefined &&
    (item.unit === undefined || Object.hasOwn(item.units, item.unit))
  ) {
    complain(
      ['units'],
      'units-of-nothing',
      'They say how many of the item’s unit another is.',
      'Give the item its `unit`, and name only others here.',
    );
  }
}
