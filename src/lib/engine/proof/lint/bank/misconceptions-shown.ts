import type { BankRule } from '../rule.ts';

/** By one item alone a slip cannot be told from a misconception. */
const fewestItems = 2;
const fewestMisconceptions = 8;

/** Each domain knows its misconceptions, and items enough can show each of them. */
export const misconceptionsShown: BankRule = ({ items, domains }) => {
  const shownBy = new Map<string, Set<string>>();
  for (const { item } of items) {
    for (const { misconception } of item.rubric) {
      if (misconception === undefined) continue;
      shownBy.set(misconception, (shownBy.get(misconception) ?? new Set()).add(item.id));
    }
  }
  for (const { misconceptions, tell } of domains) {
    if (misconceptions.length < fewestMisconceptions) {
      tell.advice(
        ['misconceptions'],
        'misconceptions-few',
        `the domain lists ${misconceptions.length} misconceptions.`,
        `Name at least ${fewestMisconceptions}, each with its remedy.`,
      );
    }
    misconceptions.forEach(({ id }, index) => {
      const count = shownBy.get(id)?.size ?? 0;
      if (count >= fewestItems) return;
      (count === 0 ? tell.problem : tell.advice)(
        ['misconceptions', index],
        count === 0 ? 'misconception-dead' : 'misconception-rare',
        count === 0 ? `no item can show "${id}".` : `only one item can show "${id}".`,
        'Name it where a criterion is its result, or drop it.',
      );
    });
  }
};
