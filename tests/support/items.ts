import type { Item, ItemKind, ItemOf } from '#lib/engine/bank/item-schema.ts';
import { expressionItem as expressionSchema } from '#lib/engine/bank/kinds/expression.ts';
import { matrixItem as matrixSchema } from '#lib/engine/bank/kinds/matrix.ts';
import { multipleResponseItem as multipleResponseSchema } from '#lib/engine/bank/kinds/multiple-response.ts';
import { matchingItem as matchingSchema } from '#lib/engine/bank/kinds/matching.ts';
import { numericItem as numericSchema } from '#lib/engine/bank/kinds/numeric.ts';
import { orderingItem as orderingSchema } from '#lib/engine/bank/kinds/ordering.ts';
import { singleChoiceItem as singleChoiceSchema } from '#lib/engine/bank/kinds/single-choice.ts';
import { sqlItem as sqlSchema } from '#lib/engine/bank/kinds/sql.ts';
import type { Response, ResponseOf } from '#lib/engine/rubric/response.ts';
import { type Variant, instantiate } from '#lib/engine/template/instantiate.ts';

/*
 * Items for tests, valid as they are; each takes fields to put in place of its own, in the form an
 * author would write them.
 */

const common = {
  family: 'adding',
  difficulty: 2,
  minutes: 1,
  source: 'Any primer',
  explanation: 'Count them.',
};

type Fields = Readonly<Record<string, unknown>>;

/** What is 2 + 3? The product 6 is half right. */
export function numericItem(fields: Fields = {}): ItemOf<'numeric'> {
  return numericSchema.parse({
    ...common,
    id: 'sums-two-three',
    kind: 'numeric',
    stem: 'What is $2 + 3$?',
    tolerance: 'exact',
    rubric: [
      { when: { equals: '2 + 3' }, score: 1, feedback: 'Right.' },
      { when: { equals: '2 * 3' }, score: 0.5, feedback: 'Product.', misconception: 'product' },
    ],
    ...fields,
  });
}

/** Four options of which b is the key and c is half right. */
export function singleChoiceItem(fields: Fields = {}): ItemOf<'single-choice'> {
  return singleChoiceSchema.parse({
    ...common,
    id: 'sums-which',
    kind: 'single-choice',
    stem: 'Which is 5?',
    options: { a: 'four', b: 'five', c: 'about five', d: 'six' },
    rubric: [
      { when: { option: 'a' }, score: 0, feedback: 'Less.', misconception: 'short' },
      { when: { option: 'b' }, score: 1, feedback: 'Right.' },
      { when: { option: 'c' }, score: 0.5, feedback: 'Nearly.' },
      { when: { option: 'd' }, score: 0, feedback: 'More.' },
    ],
    ...fields,
  });
}

/** Four options of which a and c are the keys; no criteria, so the credit rule decides. */
export function multipleResponseItem(fields: Fields = {}): ItemOf<'multiple-response'> {
  return multipleResponseSchema.parse({
    ...common,
    id: 'sums-several',
    kind: 'multiple-response',
    stem: 'Which are odd?',
    options: { a: 'one', b: 'two', c: 'three', d: 'four' },
    keys: ['a', 'c'],
    credit: 'all-or-nothing',
    ...fields,
  });
}

/** The product of two matrices, two rows and columns; the product in the wrong order is a slip. */
export function matrixItem(fields: Fields = {}): ItemOf<'matrix'> {
  return matrixSchema.parse({
    ...common,
    id: 'sums-product',
    kind: 'matrix',
    stem: 'What is $AB$?',
    variables: { A: '[[1, 2], [3, 4]]', B: '[[0, 1], [1, 1]]' },
    shape: { rows: 2, columns: 2 },
    key: 'A * B',
    tolerance: 'exact',
    credit: 'entrywise',
    rubric: [
      { when: 'key', score: 1, feedback: 'Right.' },
      { when: { equals: 'B * A' }, score: 0.25, feedback: 'Order.', misconception: 'order' },
    ],
    ...fields,
  });
}

/** The derivative of $x^2 + a x$ in x; the derivative in a is a slip. */
export function expressionItem(fields: Fields = {}): ItemOf<'expression'> {
  return expressionSchema.parse({
    ...common,
    id: 'sums-slope',
    kind: 'expression',
    stem: 'What is the slope of $x^2 + ax$ in $x$?',
    symbols: { x: [-3, 3], a: [0.5, 4] },
    key: '2 * x + a',
    check: 'slope(f(t) = t^2 + a * t, x)',
    rubric: [
      { when: 'key', score: 1, feedback: 'Right.' },
      { when: { equals: 'x' }, score: 0.25, feedback: 'In x.', misconception: 'other-variable' },
    ],
    ...fields,
  });
}

/** Four entries in the order of their numbers; no criteria, so the credit rule decides. */
export function orderingItem(fields: Fields = {}): ItemOf<'ordering'> {
  return orderingSchema.parse({
    ...common,
    id: 'sums-order',
    kind: 'ordering',
    stem: 'From the least to the most?',
    entries: { one: '1', two: '1 + 1', three: '2 + 1', four: '2 + 2' },
    credit: 'adjacent-pairs',
    ...fields,
  });
}

/** Three sums and their values, and a value that is left over; no criteria, so the credit rule decides. */
export function matchingItem(fields: Fields = {}): ItemOf<'matching'> {
  return matchingSchema.parse({
    ...common,
    id: 'sums-match',
    kind: 'matching',
    stem: 'Which is which?',
    pairs: {
      two: { left: '1 + 1', right: 'two' },
      three: { left: '2 + 1', right: 'three' },
      four: { left: '2 + 2', right: 'four' },
    },
    extra: { five: 'five' },
    credit: 'pairs-right',
    ...fields,
  });
}

/** Orders counted by customer: an inner join drops those without any, COUNT(*) counts them as one. */
export function sqlItem(fields: Fields = {}): ItemOf<'sql'> {
  const counted = (join: string, count: string) =>
    `SELECT name, COUNT(${count}) AS n FROM c ${join} JOIN o ON o.customer = c.id GROUP BY c.id`;
  const criterion = (when: unknown, score: number) => ({ when, score, feedback: 'So it is.' });
  return sqlSchema.parse({
    ...common,
    id: 'sums-sql',
    kind: 'sql',
    stem: 'How many orders has each customer?',
    schema:
      'CREATE TABLE c (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE o (customer INTEGER, paid REAL);',
    sample: "INSERT INTO c VALUES (1, 'Ada'), (2, 'Bob'); INSERT INTO o VALUES (1, 2.5), (1, 3);",
    hidden:
      "INSERT INTO c VALUES (1, 'Ada'), (2, 'Ada'), (3, 'Secret'); INSERT INTO o VALUES (2, NULL), (3, 4);",
    key: counted('LEFT', 'o.customer'),
    check: 'SELECT name, (SELECT COUNT(*) FROM o WHERE customer = c.id) FROM c',
    slips: { 'inner-join': counted('', '*'), 'count-star': counted('LEFT', '*') },
    rubric: [
      criterion('key', 1),
      criterion({ slip: 'inner-join' }, 0.25),
      criterion({ slip: 'count-star' }, 0.5),
    ],
    ...fields,
  });
}

/** One item a kind: what holds for every kind is tested on these, and a new kind does not compile without one. */
export const itemsByKind = {
  'single-choice': singleChoiceItem,
  'multiple-response': multipleResponseItem,
  numeric: numericItem,
  matrix: matrixItem,
  expression: expressionItem,
  ordering: orderingItem,
  matching: matchingItem,
  sql: sqlItem,
} satisfies { [K in ItemKind]: (fields?: Fields) => ItemOf<K> };

export const itemKinds = Object.keys(itemsByKind) as ItemKind[];

/** What a form sends for a response: the texts of its fields, in shown order. */
export function sentFor(variant: Variant, response: Response): string[] {
  if (response.kind === 'dont-know') return [];
  const send: unknown = senders[response.kind];
  return (send as (variant: Variant, response: Response) => string[])(variant, response);
}

const senders = {
  'single-choice': ({ options }, { option }) => placesAmong(options, [option]),
  'multiple-response': ({ options }, response) => placesAmong(options, response.options),
  numeric: (_, { text }) => [text],
  matrix: ({ item }, { rows }) => {
    const entries = rows.flat().map(String);
    return item.shape === 'asked'
      ? [String(rows.length), String(rows[0]?.length), ...entries]
      : entries;
  },
  expression: (_, { text }) => [text],
  ordering: placesOf,
  matching: placesOf,
  sql: (_, { query }) => [query],
} satisfies { [K in ItemKind]: (variant: Variant<ItemOf<K>>, response: ResponseOf<K>) => string[] };

function placesAmong(options: Variant['options'], ids: readonly string[]): string[] {
  return options.flatMap(({ id }, index) => (ids.includes(id) ? [String(index + 1)] : []));
}

/** What a form sends for an order or for matches: for each field, in shown order, the place it names. */
export function placesOf(variant: Variant, response: Response): string[] {
  const places = (fields: Variant['options'], named: (id: string) => number) =>
    fields.map(({ id }) => String(named(id) + 1));
  if (response.kind === 'ordering') {
    return places(variant.options, (id) => response.order.indexOf(id));
  }
  if (response.kind !== 'matching') throw new Error(`${response.kind} names no places`);
  const chosen = new Map(response.pairs);
  return places(variant.prompts, (left) =>
    variant.options.findIndex(({ id }) => id === chosen.get(left)),
  );
}

/** The item's variant; an item that cannot be instantiated is a mistake in the test. */
export function variantOf<I extends Item>(item: I, seed = 1): Variant<I> {
  const variant = instantiate(item, seed);
  if (!variant.ok) throw new Error(variant.error);
  return variant.value;
}
