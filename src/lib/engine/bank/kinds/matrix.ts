import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise, tolerance } from './criterion.ts';
import { expression } from '../text-schema.ts';

/** Rows and columns that a form can show, on a narrow screen too. */
export const longestSide = 6;

const matrixWhen = z.union([
  otherwise,
  z.literal('key'),
  z.strictObject({ equals: expression, tolerance: tolerance.optional() }),
]);

export const matrixItem = z.strictObject({
  ...commonFields,
  kind: z.literal('matrix'),
  shape: z
    .union([z.literal('asked'), z.strictObject({ rows: expression, columns: expression })])
    .describe(
      'The rows and columns shown, 1 to 6 each; asked: choosing them is part of the question.',
    ),
  key: expression.describe('An array such as [[1, 2], [3, 4]]; a plain vector is one column.'),
  tolerance: tolerance.describe('As for a number, for each entry. The learner is told.'),
  credit: z
    .enum(['all-or-nothing', 'entrywise'])
    .describe('The partial-credit rule, told to the learner before answering.'),
  check: expression.optional().describe('The key again, by another road.'),
  rubric: z.array(criterionOf(matrixWhen)).min(1),
});

/** The key first, and once. */
export function checkMatrix(item: z.infer<typeof matrixItem>, complain: Complain): void {
  const [first, ...others] = item.rubric;
  if (first?.when !== 'key' || first.score !== 1) {
    complain(
      ['rubric', 0],
      'key-first',
      'The first criterion of a matrix item is its key.',
      'Begin with `when: key` and `score: 1`.',
    );
  }
  others.forEach(({ when }, index) => {
    if (when !== 'key') return;
    complain(
      ['rubric', index + 1],
      'criterion-unreachable',
      'The key is judged above.',
      'Keep one criterion for it.',
    );
  });
}
