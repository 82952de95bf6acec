import { z } from 'zod';
import type { BankItem, Domain } from '#lib/engine/bank/bank.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { isParametrised } from '#lib/engine/template/instantiate.ts';
import type { FollowedBank } from '../../bank/follow-bank.ts';

const word = z.string().trim().max(200).catch('');

/** Which items an author wants to see; empty where any will do. */
export const itemFilter = z.object({
  domain: word,
  skill: word,
  kind: word,
  difficulty: word,
  text: word,
});
export type ItemFilter = z.infer<typeof itemFilter>;

export interface ItemRow extends Pick<
  Item,
  'id' | 'kind' | 'difficulty' | 'family' | 'version' | 'minutes'
> {
  /** Its numbers are drawn anew at each seed. */
  readonly varies: boolean;
}

export interface SkillOfList {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ItemRow[];
}

export interface BankList {
  readonly folder: string;
  readonly filter: ItemFilter;
  readonly choices: {
    readonly domains: readonly {
      readonly id: string;
      readonly title: string;
      readonly skills: readonly { readonly id: string; readonly title: string }[];
    }[];
    readonly kinds: readonly string[];
  };
  /** With what the filter leaves of them. */
  readonly domains: readonly {
    readonly id: string;
    readonly title: string;
    readonly skills: readonly SkillOfList[];
  }[];
  readonly shown: number;
  readonly total: number;
  /** False where no file could be read since the start. */
  readonly isRead: boolean;
  readonly problems: readonly Problem[];
}

/** The items of the bank as a filter leaves them, and everything that is wrong with its files. */
export function listItems({ folder, bank, problems }: FollowedBank, filter: ItemFilter): BankList {
  const wanted = (domain: Domain) =>
    domain.skills.flatMap(({ id, title, items }) => {
      const rows = items.filter((item) => matches(item, id, domain.id, filter)).map(rowOf);
      return rows.length > 0 ? [{ id, title, items: rows }] : [];
    });
  const all = bank?.domains ?? [];
  const domains = all
    .map((domain) => ({ id: domain.id, title: domain.title, skills: wanted(domain) }))
    .filter(({ skills }) => skills.length > 0);
  const items = [...(bank?.items.values() ?? [])];
  return {
    folder,
    filter,
    choices: {
      domains: all.map(({ id, title, skills }) => ({
        id,
        title,
        skills: skills.map((skill) => ({ id: skill.id, title: skill.title })),
      })),
      kinds: [...new Set(items.map(({ item }) => item.kind))].toSorted(),
    },
    domains,
    shown: domains.flatMap(({ skills }) => skills.flatMap((skill) => skill.items)).length,
    total: items.length,
    isRead: bank !== null,
    problems,
  };
}

/** The items a filter leaves, in the order of the bank. */
export function itemsWanted({ bank }: FollowedBank, filter: ItemFilter): BankItem[] {
  return [...(bank?.items.values() ?? [])].filter(({ item, skill }) =>
    matches(item, skill.id, skill.domain, filter),
  );
}

function matches(item: Item, skill: string, domain: string, filter: ItemFilter): boolean {
  const isOf = (wanted: string, value: string | number) =>
    wanted === '' || wanted === String(value);
  // As it stands in JSON, so that quotes and TeX's backslashes are found too.
  const text = JSON.stringify(filter.text.toLowerCase()).slice(1, -1);
  return (
    isOf(filter.domain, domain) &&
    isOf(filter.skill, skill) &&
    isOf(filter.kind, item.kind) &&
    isOf(filter.difficulty, item.difficulty) &&
    (text === '' || JSON.stringify(item).toLowerCase().includes(text))
  );
}

function rowOf(item: Item): ItemRow {
  const { id, kind, difficulty, family, version, minutes } = item;
  return { id, kind, difficulty, family, version, minutes, varies: isParametrised(item) };
}
