import type { Complain } from '#lib/engine/bank/complain.ts';
import type { Misconception } from '#lib/engine/bank/domain-schema.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';

/** A problem makes an item unfair or wrong; advice is craft, which a good reason may overrule. */
export interface Tell {
  readonly problem: Complain;
  readonly advice: Complain;
}

/** Looks at one item and at its variants, all that differ, in the order of their seeds; at least one. */
export type ItemRule = (item: Item, variants: readonly Variant[], tell: Tell) => void;

/** An item of the bank, and where to tell what is wrong with it. */
export interface Placed {
  readonly item: Item;
  readonly domain: string;
  readonly tell: Tell;
}

/** What the rules about many items look at. */
export interface BankFacts {
  readonly items: readonly Placed[];
  readonly domains: readonly {
    readonly id: string;
    readonly misconceptions: readonly Misconception[];
    /** Paths are inside the domain's file. */
    readonly tell: Tell;
  }[];
  /** Paths are inside the roadmap, for what is of no single domain. */
  readonly tell: Tell;
}

export type BankRule = (facts: BankFacts) => void;
