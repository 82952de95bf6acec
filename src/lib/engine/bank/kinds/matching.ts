import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { commonFields } from './item-fields.ts';
import { criterionOf, otherwise } from './criterion.ts';
import { expression, identifier, markdown } from '../text-schema.ts';
import { checkLines } from './lines.ts';

const matchingWhen = z.union([
  otherwise,
  z
    .strictObject({ pair: z.tuple([identifier, identifier]) })
    .describe('The left text of the first is matched with the right text of the second.'),
]);

export const matchingItem = z.strictObject({
  ...commonFields,
  kind: z.literal('matching'),
  pairs: z
    .record(identifier, z.strictObject({ left: markdown, right: markdown }))
    .describe('Pair id to its two texts, one line each. Learners never see the ids.'),
  extra: z
    .record(identifier, markdown)
    .default({})
    .describe('Id to a right-hand text that belongs to nothing on the left.'),
  order: z
    .enum(['shuffled', 'fixed'])
    .default('fixed')
    .describe('Of the left texts; those on the right are always shuffled.'),
  credit: z
    .enum(['all-or-nothing', 'pairs-right'])
    .describe('The partial-credit rule, told to the learner before answering.'),
  check: z
    .record(identifier, z.strictObject({ left: expression.optional(), right: expression }))
    .optional()
    .describe(
      'For each pair the numbers of its two sides, which agree with each other and with no other pair; for an extra text its `right` alone.',
    ),
  rubric: z.array(criterionOf(matchingWhen)).default([]),
});
type MatchingItem = z.infer<typeof matchingItem>;

/** Every right-hand text by its id: those of the pairs, then those that belong to nothing. */
export function rightTexts({ pairs, extra }: MatchingItem): Record<string, string> {
  const own = Object.entries(pairs).map(([id, { right }]) => [id, right] as const);
  return { ...Object.fromEntries(own), ...extra };
}

/** Every left-hand text by the id of its pair. */
export function leftTexts({ pairs }: MatchingItem): Record<string, string> {
  return Object.fromEntries(Object.entries(pairs).map(([id, { left }]) => [id, left]));
}

/** Three to six pairs, at most seven texts to choose from, criteria and a check that know them. */
export function checkMatching(item: MatchingItem, complain: Complain): void {
  const { pairs, extra, check } = item;
  const rights = rightTexts(item);
  const count = Object.keys(pairs).length;
  if (count < 3 || count > 6) {
    complain(
      ['pairs'],
      'pair-count',
      `It has ${count} pairs.`,
      'Give three to six; four are usual.',
    );
  }
  if (Object.keys(rights).length > 7) {
    complain(
      ['extra'],
      'extra-count',
      'There are more than seven texts to choose from.',
      'Keep the extra texts that a wrong thought would choose.',
    );
  }
  for (const id of Object.keys(extra).filter((each) => Object.hasOwn(pairs, each))) {
    complain(['extra', id], 'id-repeated', `"${id}" is a pair too.`, 'Give it an id of its own.');
  }
  for (const [id, pair] of Object.entries(pairs)) checkLines(pair, ['pairs', id], complain);
  checkLines(extra, ['extra'], complain);
  const known = (id: string, among: object, at: PropertyKey[]) => {
    if (Object.hasOwn(among, id)) return;
    const ids = Object.keys(among).join(', ');
    complain(at, 'pair-unknown', `There is no "${id}".`, `It may be one of ${ids}.`);
  };
  item.rubric.forEach(({ when }, index) => {
    if (when === 'otherwise') return;
    known(when.pair[0], pairs, ['rubric', index, 'when']);
    known(when.pair[1], rights, ['rubric', index, 'when']);
  });
  if (!check) return;
  for (const id of Object.keys(rights)) {
    if (check[id] && (check[id].left === undefined) === !Object.hasOwn(pairs, id)) continue;
    complain(
      ['check'],
      'check-incomplete',
      `The check does not give what it should of "${id}".`,
      'Give `left` and `right` for each pair, `right` alone for each extra text.',
    );
  }
  for (const id of Object.keys(check)) known(id, rights, ['check', id]);
}
