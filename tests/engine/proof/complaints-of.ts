import type { Complain } from '#lib/engine/bank/complain.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { proveItem } from '#lib/engine/proof/prove-item.ts';
import { openSql } from '#lib/server/sql/in-process.ts';
import { numericItem, singleChoiceItem } from '../../support/items.ts';

const run = await openSql();

export interface Complaint {
  readonly code: string;
  readonly at: string;
  readonly message: string;
}

/** What proving an item complains of. */
export function complaintsOf(item: Item): Complaint[] {
  const said: Complaint[] = [];
  const complain: Complain = (at, code, message, hint) => {
    if (hint === '') throw new Error(`${code} has no hint`);
    said.push({ code, at: at.map(String).join('.'), message });
  };
  proveItem(item, complain, run);
  return said;
}

/** Code and place of each complaint. */
export const brief = (item: Item) => complaintsOf(item).map(({ code, at }) => `${code} ${at}`);
export const criterion = (when: unknown, score: unknown) => ({
  when,
  score,
  feedback: 'So it is.',
});
export const oneToNine = { integer: [1, 9] };

/** a + b, checked by a sum; the product is wrong and may not be the same. */
export const parametrised = (fields: Record<string, unknown> = {}) =>
  numericItem({
    variables: { a: oneToNine, b: oneToNine },
    constraints: ['a + b != a * b'],
    stem: '{{a}} + {{b}}?',
    check: 'sum([a, b])',
    rubric: [criterion({ equals: 'a + b' }, 1), criterion({ equals: 'a * b' }, 0)],
    ...fields,
  });

/** Which of four numbers is a + b? */
export const choice = (fields: Record<string, unknown> = {}) =>
  singleChoiceItem({
    variables: { a: oneToNine, b: { integer: [3, 9] } },
    stem: '{{a}} + {{b}}?',
    options: { a: '{{a - b}}', b: '{{a + b}}', c: '{{a + b + 1}}', d: '{{a + b + 2}}' },
    check: 'sum([a, b])',
    ...fields,
  });
