import { z } from 'zod';
import { expression, identifier, markdown } from '../text-schema.ts';

const variable = z
  .union([
    expression,
    z.strictObject({
      integer: z
        .tuple([z.int(), z.int()])
        .refine(([low, high]) => low <= high, 'the least is first'),
    }),
    z
      .strictObject({ decimal: z.tuple([z.number(), z.number()]), step: z.number().positive() })
      .refine(({ decimal: [low, high], step }) => {
        const steps = (high - low) / step;
        return steps >= 0 && steps < 1e9;
      }, 'the least is first, and steps lead from it to the most'),
    z.strictObject({ pick: z.array(z.union([z.string(), z.number()])).min(2) }),
  ])
  .describe(
    'How to get the value: sample it ({integer}, {decimal, step}, {pick}) or compute it from the ones above.',
  );

export type Variable = z.infer<typeof variable>;

/** The fields of every item, whatever its kind. */
export const commonFields = {
  id: identifier.describe('Stable for ever and unique in the whole bank.'),
  version: z.int().positive().default(1).describe('Raise it when the meaning of the item changes.'),
  family: identifier.describe('Items of one family never meet in one attempt.'),
  difficulty: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
    .describe('1 recall, 2 apply, 3 combine, 4 analyse, 5 expert.'),
  minutes: z.number().positive().max(15).describe('How long a prepared learner needs.'),
  source: z.string().trim().min(8).describe('What supports the key: book or standard, chapter.'),
  tags: z.array(identifier).default([]),
  variables: z
    .record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]*$/), variable)
    .default({})
    .describe('Evaluated in the order written; an expression sees the ones above it.'),
  constraints: z
    .array(expression)
    .default([])
    .describe('Each must be true, or the variables are drawn anew.'),
  stem: markdown.describe('The question: Markdown, $TeX$, fenced code, {{variables}}.'),
  explanation: markdown.describe(
    'Why the key is right, and what thinking leads to each wrong answer.',
  ),
};
