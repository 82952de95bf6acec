import type { PageData } from './$types';

export type BankList = PageData['list'];
export type ItemFilter = BankList['filter'];

/** The query that keeps a filter, and a seed where one is given, with its question mark; may be empty. */
export function queryOf(filter: ItemFilter, seed?: number | 'random'): string {
  const kept = Object.entries(filter).filter(([, value]) => value !== '');
  const query = new URLSearchParams(kept);
  if (seed !== undefined) query.set('seed', String(seed));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
