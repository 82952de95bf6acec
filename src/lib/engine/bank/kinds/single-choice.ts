import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise } from './criterion.ts';
import { expression, identifier } from '../text-schema.ts';
import { checkOptions, knownOption, options, order, truthTable } from './options.ts';

const singleWhen = z.union([otherwise, z.strictObject({ option: identifier })]);

export const singleChoiceItem = z.strictObject({
  ...commonFields,
  kind: z.literal('single-choice'),
  options,
  order,
  check: z
    .union([expression, truthTable])
    .optional()
    .describe(
      'An independent computation of the number that the key shows, or for each option a condition that holds for the key alone.',
    ),
  rubric: z.array(criterionOf(singleWhen)).min(1),
});

/** One criterion an option, exactly one of them with whole credit. */
export function checkSingleChoice(
  item: z.infer<typeof singleChoiceItem>,
  complain: Complain,
): void {
  checkOptions(item, complain);
  const judged = new Set<string>();
  item.rubric.forEach((criterion, index) => {
    if (criterion.when === 'otherwise') return;
    const { option } = criterion.when;
    knownOption(item, option, ['rubric', index, 'when'], complain);
    if (judged.has(option)) {
      complain(
        ['rubric', index],
        'criterion-unreachable',
        `Option "${option}" is judged above.`,
        'Keep one criterion an option.',
      );
    }
    judged.add(option);
  });
  for (const option of Object.keys(item.options).filter((id) => !judged.has(id))) {
    complain(
      ['rubric'],
      'option-unjudged',
      `No criterion says what choosing "${option}" means.`,
      'Add one with its feedback.',
    );
  }
  const full = item.rubric.filter(({ when, score }) => when !== 'otherwise' && score === 1);
  if (full.length !== 1) {
    complain(
      ['rubric'],
      'key-count',
      'A single-choice item has exactly one option with score 1.',
      'Give the key score 1 and the others less.',
    );
  }
}
