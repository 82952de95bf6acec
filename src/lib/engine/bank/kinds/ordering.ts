import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise } from './criterion.ts';
import { expression, identifier, markdown } from '../text-schema.ts';
import { checkLines } from './lines.ts';

const orderingWhen = z.union([
  otherwise,
  z.strictObject({ order: z.array(identifier) }).describe('Exactly this order.'),
  z
    .strictObject({ before: z.tuple([identifier, identifier]) })
    .describe('The first stands somewhere before the second.'),
]);

export const orderingItem = z.strictObject({
  ...commonFields,
  kind: z.literal('ordering'),
  entries: z
    .record(identifier, markdown)
    .describe('Entry id to its one line, written in the right order. Learners never see the ids.'),
  credit: z
    .enum(['all-or-nothing', 'adjacent-pairs'])
    .describe('The partial-credit rule, told to the learner before answering.'),
  check: z
    .record(identifier, expression)
    .optional()
    .describe('For each entry a number; the numbers ascend in the right order.'),
  rubric: z.array(criterionOf(orderingWhen)).default([]),
});

/** Three to seven entries whose order YAML keeps, and criteria and a check that know them. */
export function checkOrdering(item: z.infer<typeof orderingItem>, complain: Complain): void {
  const ids = Object.keys(item.entries);
  if (ids.length < 3 || ids.length > 7) {
    complain(
      ['entries'],
      'entry-count',
      `It has ${ids.length} entries.`,
      'Give three to seven; four or five are usual.',
    );
  }
  for (const id of ids.filter((each) => /^\d+$/.test(each))) {
    // JavaScript moves such keys to the front of any object, and the key would be another order.
    complain(
      ['entries', id],
      'entry-id-number',
      `The id "${id}" is a number, so its place would be lost.`,
      'Give it a name, such as "first-split".',
    );
  }
  checkLines(item.entries, ['entries'], complain);
  const known = (id: string, at: PropertyKey[]) => {
    if (Object.hasOwn(item.entries, id)) return;
    complain(at, 'entry-unknown', `There is no entry "${id}".`, `Entries are ${ids.join(', ')}.`);
  };
  item.rubric.forEach(({ when }, index) => {
    if (when === 'otherwise') return;
    const at = ['rubric', index, 'when'];
    const named = 'order' in when ? when.order : when.before;
    for (const id of named) known(id, at);
    if (new Set(named).size !== named.length || ('order' in when && named.length < ids.length)) {
      complain(
        at,
        'criterion-unreachable',
        'No response stands in that order.',
        'Name each entry once; `order` names them all.',
      );
    }
  });
  if (!item.check) return;
  const checked = item.check;
  for (const id of ids.filter((each) => !Object.hasOwn(checked, each))) {
    complain(
      ['check'],
      'check-incomplete',
      `The check says nothing of entry "${id}".`,
      'Give a number for each entry.',
    );
  }
  for (const id of Object.keys(checked)) known(id, ['check', id]);
}
