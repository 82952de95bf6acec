import { z } from 'zod';
import { commonFunctions, constants } from '#lib/engine/kernel/formula/words.ts';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise } from './criterion.ts';
import { expression } from '../text-schema.ts';

const name = z.string().regex(/^[a-zA-Z]+(_?\d+|_[a-zA-Z]+)?$/, 'a name such as x, w_1 or lambda');

const domain = z.union([
  z
    .tuple([z.number(), z.number()])
    .refine(([low, high]) => low < high, 'the least is first, the most another'),
  z.strictObject({
    integer: z.tuple([z.int(), z.int()]).refine(([low, high]) => low < high, 'the least is first'),
  }),
]);

export type SymbolDomain = z.infer<typeof domain>;

const expressionWhen = z.union([
  otherwise,
  z.literal('key'),
  z.literal('other-form'),
  z.strictObject({ equals: expression }),
]);

export const expressionItem = z.strictObject({
  ...commonFields,
  kind: z.literal('expression'),
  symbols: z
    .record(name, domain)
    .refine((symbols) => Object.keys(symbols).length > 0, 'one symbol at least')
    .describe(
      'The symbols one may use, each with the values at which it is tried: [low, high] or {integer: [low, high]}. The key must be defined there.',
    ),
  functions: z
    .record(name, expression)
    .default({})
    .describe('Functions one may use besides, as expressions in t: {sigma: 1 / (1 + exp(-t))}.'),
  form: z
    .enum(['any', 'expanded', 'factored', 'simplified'])
    .default('any')
    .describe('How the answer is to be written. The learner is told.'),
  key: expression.describe(
    'As a learner would type it, in the symbols and in numeric variables of the item.',
  ),
  check: expression
    .optional()
    .describe(
      'The key again, by another road, in the symbols and variables: slope(f(t) = t^2, x).',
    ),
  rubric: z.array(criterionOf(expressionWhen)).min(1),
});

/** The key first, and once; names that mean one thing; a word for the right value in another form. */
export function checkExpression(item: z.infer<typeof expressionItem>, complain: Complain): void {
  const [first, ...others] = item.rubric;
  if (first?.when !== 'key' || first.score !== 1) {
    complain(
      ['rubric', 0],
      'key-first',
      'The first criterion of an expression item is its key.',
      'Begin with `when: key` and `score: 1`.',
    );
  }
  others.forEach(({ when }, index) => {
    if (when !== 'key' && (when !== 'other-form' || item.form !== 'any')) return;
    complain(
      ['rubric', index + 1],
      'criterion-unreachable',
      when === 'key' ? 'The key is judged above.' : 'Any form is the one asked for.',
      'Drop the criterion.',
    );
  });
  if (item.form !== 'any' && !others.some(({ when }) => when === 'other-form')) {
    complain(
      ['rubric'],
      'form-unjudged',
      'Nothing says what the right value in another form is worth.',
      'Add `when: other-form` with its score and feedback.',
    );
  }
  const symbols = Object.keys(item.symbols);
  const taken = (each: string) =>
    constants.has(each) || commonFunctions.has(each) || Object.hasOwn(item.variables, each);
  const names = [...symbols, ...Object.keys(item.functions)];
  names.forEach((each, index) => {
    if (!taken(each) && names.indexOf(each) === index) return;
    complain(
      [index < symbols.length ? 'symbols' : 'functions', each],
      'name-taken',
      `"${each}" means something else already.`,
      'Choose another name.',
    );
  });
}
