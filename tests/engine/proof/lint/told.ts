import type { Complain } from '#lib/engine/bank/complain.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { BankRule, ItemRule, Placed, Tell } from '#lib/engine/proof/lint/rule.ts';
import { proveItem } from '#lib/engine/proof/prove-item.ts';
import { openSql } from '#lib/server/sql/in-process.ts';

const run = await openSql();

/** Collects what is told, one line each: advice or not, code, place. */
function collector(lines: string[], where = ''): Tell {
  const into =
    (sort: string): Complain =>
    (at, code, message, hint) => {
      if (message === '' || hint === '') throw new Error(`${code} says nothing`);
      lines.push(`${sort}${code} ${where}${at.map(String).join('.')}`);
    };
  return { problem: into(''), advice: into('advice ') };
}

/** What a rule tells of an item, at all of its variants. */
export function toldOf(rule: ItemRule, item: Item): string[] {
  const lines: string[] = [];
  const variants = proveItem(item, () => undefined, run);
  if (variants.length === 0) throw new Error(`${item.id} does not compute`);
  rule(item, variants, collector(lines));
  return lines;
}

/** What a rule tells of many items; those of a domain are listed below its id. */
export function toldOfBank(
  rule: BankRule,
  items: Readonly<Record<string, readonly Item[]>>,
  misconceptions: readonly string[] = [],
): string[] {
  const lines: string[] = [];
  const placed = Object.entries(items).flatMap(([domain, own]) =>
    own.map((item): Placed => ({ item, domain, tell: collector(lines, `${item.id}: `) })),
  );
  const domains = Object.keys(items).map((id) => ({
    id,
    misconceptions: misconceptions.map((each) => ({ id: each, title: each, remedy: 'Mend it.' })),
    tell: collector(lines, `${id}: `),
  }));
  rule({ items: placed, domains, tell: collector(lines) });
  return lines;
}
