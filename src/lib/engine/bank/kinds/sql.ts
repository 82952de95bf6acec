import { z } from 'zod';
import type { Complain } from '../complain.ts';
import { identifier } from '../text-schema.ts';
import { criterionOf, otherwise, tolerance } from './criterion.ts';
import { commonFields } from './item-fields.ts';

/** Characters of the longest query, the learner's or a reference. */
export const longestQuery = 4000;

const script = z.string().trim().min(1).max(20_000);
const query = z.string().trim().min(1).max(longestQuery);

const sqlWhen = z.union([
  otherwise,
  z.literal('key'),
  z.strictObject({ slip: identifier }).describe('The result equals that slip’s on both data sets.'),
]);

export const sqlItem = z.strictObject({
  ...commonFields,
  kind: z.literal('sql'),
  schema: script.describe('CREATE TABLE statements, shown to the learner as they stand.'),
  sample: script.describe(
    'INSERT … VALUES of plain values, shown to the learner as tables; about 12 rows a table.',
  ),
  hidden: script.describe(
    'INSERTs of the second data set, never shown. It holds the hard cases: NULLs, duplicates, ties, no match.',
  ),
  columns: z
    .enum(['position', 'name'])
    .default('position')
    .describe('How columns are matched; name: in any order, upper and lower case alike.'),
  ordered: z.boolean().default(false).describe('true: the order of rows counts; the stem says so.'),
  tolerance: tolerance
    .default({ relative: 1e-9 })
    .describe('Of values that are not whole numbers; whole numbers are compared exactly.'),
  key: query.describe('The query whose result is right.'),
  check: query.describe('The same result by a truly different query.'),
  slips: z
    .record(identifier, query)
    .default({})
    .describe('Known wrong queries by id, each a wrong thought that is worth naming.'),
  rubric: z.array(criterionOf(sqlWhen)).min(1),
});
type SqlItem = z.infer<typeof sqlItem>;

/** The key first, and a criterion for each slip. */
export function checkSql({ rubric, slips }: SqlItem, complain: Complain): void {
  const first = rubric[0];
  if (first?.when !== 'key' || first.score !== 1) {
    complain(
      ['rubric', 0],
      'key-first',
      'The first criterion of an SQL item is its key.',
      'Begin with `when: key` and `score: 1`.',
    );
  }
  if (Object.hasOwn(slips, 'key')) {
    complain(
      ['slips', 'key'],
      'id-repeated',
      'A slip is named "key".',
      'Name the thought instead.',
    );
  }
  const judged = new Set<string>();
  rubric.forEach(({ when, score }, index) => {
    if (when === 'otherwise') return;
    const id = when === 'key' ? 'key' : when.slip;
    const at = ['rubric', index];
    if (judged.has(id)) {
      complain(
        at,
        'criterion-unreachable',
        `"${id}" is judged above.`,
        'Keep one criterion for it.',
      );
    }
    judged.add(id);
    if (when === 'key') return;
    if (!Object.hasOwn(slips, id)) {
      const ids = Object.keys(slips).join(', ');
      complain(at, 'slip-unknown', `There is no slip "${id}".`, `Slips are ${ids || 'none yet'}.`);
    }
    if (score === 1) {
      complain(at, 'wrong-is-full', `The slip "${id}" scores 1.`, 'Give it less than the key.');
    }
  });
  for (const id of Object.keys(slips).filter((each) => !judged.has(each))) {
    complain(
      ['slips', id],
      'slip-unjudged',
      `No criterion says what "${id}" means.`,
      'Add one with its feedback.',
    );
  }
}
