import { z } from 'zod';
import { longestSide } from '#lib/engine/bank/kinds/matrix.ts';
import { longestQuery } from '#lib/engine/bank/kinds/sql.ts';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import { longestFormula } from '#lib/engine/kernel/formula/read-formula.ts';

/**
 * What a learner answered, as it is stored and exported: enough to be scored again, whenever,
 * against the same (item, version, seed). Options are named by the author's ids, not by their
 * place on the page, so that adding an option does not shift old responses.
 */
const responseByKind = {
  'single-choice': z.strictObject({
    kind: z.literal('single-choice'),
    option: z.string().max(100),
  }),
  'multiple-response': z.strictObject({
    kind: z.literal('multiple-response'),
    options: z.array(z.string().max(100)).max(20),
  }),
  numeric: z.strictObject({
    kind: z.literal('numeric'),
    /** As typed. */
    text: z.string().max(200),
    /** As read, in the item's unit, at full precision. */
    value: z.number(),
  }),
  matrix: z.strictObject({
    kind: z.literal('matrix'),
    /** As typed: entries parted by tabs and line ends, or the text that was pasted. */
    text: z.string().max(4000),
    /** As read, at full precision; all rows are as long. */
    rows: z.array(z.array(z.number()).min(1).max(longestSide)).min(1).max(longestSide),
  }),
  ordering: z.strictObject({
    kind: z.literal('ordering'),
    /** Every entry, first to last. */
    order: z.array(z.string().max(100)).max(20),
  }),
  matching: z.strictObject({
    kind: z.literal('matching'),
    /** Every left text with the right text matched with it, both by id, in the author's order of the left ones. */
    pairs: z.array(z.tuple([z.string().max(100), z.string().max(100)])).max(20),
  }),
  expression: z.strictObject({
    kind: z.literal('expression'),
    /** As typed. */
    text: z.string().max(longestFormula),
    /** As read: the canonical text, which can be read in one way only. */
    read: z.string().max(4000),
  }),
  sql: z.strictObject({
    kind: z.literal('sql'),
    /** As typed, without white space around it. */
    query: z.string().max(longestQuery),
    /**
     * The reference queries, the key or slips by id, whose results it equalled on both data sets when it was
     * submitted: found out by running it, and kept, so that judging it again runs nothing.
     */
    same: z.array(z.string().max(100)).max(20),
  }),
} satisfies Record<ItemKind, z.ZodType>;

/** "I don't know yet" is an answer too: scored 0, and nobody guesses it right. */
const dontKnow = z.strictObject({ kind: z.literal('dont-know') });

export const response = z.discriminatedUnion('kind', [
  responseByKind['single-choice'],
  responseByKind['multiple-response'],
  responseByKind.numeric,
  responseByKind.matrix,
  responseByKind.ordering,
  responseByKind.matching,
  responseByKind.expression,
  responseByKind.sql,
  dontKnow,
]);

export type Response = z.infer<typeof response>;
export type ResponseOf<K extends ItemKind> = Extract<Response, { kind: K }>;
