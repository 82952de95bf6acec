import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise } from './criterion.ts';
import { identifier } from '../text-schema.ts';
import { checkOptions, knownOption, options, order, truthTable } from './options.ts';

const multipleWhen = z.union([
  otherwise,
  z.strictObject({ exactly: z.array(identifier) }),
  z.strictObject({ chosen: identifier }),
  z.strictObject({ missed: identifier }),
]);

export const multipleResponseItem = z.strictObject({
  ...commonFields,
  kind: z.literal('multiple-response'),
  options,
  order,
  keys: z.array(identifier).min(1),
  credit: z
    .enum(['all-or-nothing', 'right-minus-wrong'])
    .describe('The partial-credit rule, told to the learner before answering.'),
  check: truthTable
    .optional()
    .describe('For each option a condition that holds exactly for the keys.'),
  rubric: z.array(criterionOf(multipleWhen)).default([]),
});

/** Keys that exist, named once, and something beside them. */
export function checkMultipleResponse(
  item: z.infer<typeof multipleResponseItem>,
  complain: Complain,
): void {
  checkOptions(item, complain);
  item.keys.forEach((key, index) => {
    knownOption(item, key, ['keys', index], complain);
  });
  item.rubric.forEach(({ when }, index) => {
    if (when === 'otherwise') return;
    const named = 'exactly' in when ? when.exactly : ['chosen' in when ? when.chosen : when.missed];
    for (const id of named) knownOption(item, id, ['rubric', index, 'when'], complain);
  });
  if (new Set(item.keys).size !== item.keys.length) {
    complain(['keys'], 'key-repeated', 'A key is named twice.', 'Name each once.');
  }
  if (item.keys.length >= Object.keys(item.options).length) {
    complain(
      ['keys'],
      'key-count',
      'Every option is a key.',
      'Add an option that a wrong thought would choose.',
    );
  }
}
