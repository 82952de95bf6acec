import { instantiate } from '#lib/engine/template/instantiate.ts';
import type { Placed } from './rule.ts';
import { type ShownOption, isSingleChoice, shownOptions } from './shown-options.ts';

/** Seeds looked at of each item: enough that the lottery of shuffling does not show. */
const seeds = 40;

/** A single choice of the bank as learners see it, at several seeds. */
export interface Choice {
  readonly domain: string;
  readonly shown: readonly (readonly ShownOption[])[];
}

export function choicesOf(items: readonly Placed[]): Choice[] {
  return items
    .filter(({ item }) => isSingleChoice(item))
    .map(({ item, domain }) => ({
      domain,
      shown: Array.from({ length: seeds }, (_, index) => instantiate(item, index + 1)).flatMap(
        (variant) => (variant.ok ? [shownOptions(variant.value)] : []),
      ),
    }));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
