import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise, tolerance } from './criterion.ts';
import { expression } from '../text-schema.ts';

const numericWhen = z.union([
  otherwise,
  z.strictObject({ equals: expression, tolerance: tolerance.optional() }),
  z.strictObject({ between: z.tuple([expression, expression]) }),
]);

export const numericItem = z.strictObject({
  ...commonFields,
  kind: z.literal('numeric'),
  tolerance,
  unit: z.string().trim().min(1).max(20).optional().describe('Shown beside the field.'),
  check: expression.optional().describe('The key again, by another road than the rubric’s.'),
  rubric: z.array(criterionOf(numericWhen)).min(1),
});

/** The key first. */
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
}
