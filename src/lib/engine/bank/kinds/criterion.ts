import { z } from 'zod';
import { identifier, markdown } from '../text-schema.ts';

/** How close a number must come to the one asked for. */
export const tolerance = z
  .union([
    z.literal('exact'),
    z.strictObject({ absolute: z.number().positive() }),
    z.strictObject({ relative: z.number().positive().max(0.2) }),
    z.strictObject({ decimals: z.int().min(0).max(8) }),
    z.strictObject({ significant: z.int().min(1).max(8) }),
  ])
  .describe(
    'exact, {absolute: 0.01}, {relative: 0.01}, {decimals: 2} or {significant: 3}. The learner is told.',
  );
export type Tolerance = z.infer<typeof tolerance>;

/** A condition that always holds. */
export const otherwise = z.literal('otherwise');

/** A rubric is an ordered list of these; the first whose condition holds decides. */
export function criterionOf<W extends z.ZodType>(when: W) {
  return z.strictObject({
    when: when.describe('The condition on the response.'),
    score: z
      .union([z.number().min(0).max(1), z.literal('credit')])
      .describe('In [0, 1]; "credit", where the kind has a credit rule: what the rule gives.'),
    feedback: markdown.describe('Said to the learner whose response this is.'),
    misconception: identifier.optional().describe('From the domain’s list.'),
  });
}
