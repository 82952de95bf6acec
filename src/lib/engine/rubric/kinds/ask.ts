import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import type { Vocabulary } from '#lib/engine/kernel/formula/formula.ts';
import type { OwnUnits } from '#lib/engine/kernel/units.ts';
import type { SampleTable } from '../sql/sample-tables.ts';

/** What a learner is told beside stem and options, by kind; all of it may leave the server before the answer. */
interface Asks {
  readonly 'single-choice': null;
  readonly 'multiple-response': null;
  readonly numeric: {
    /** Shown beside the field. */
    readonly unit: string | null;
    /** What the item names beside it: how many of that unit one of each is. */
    readonly units: OwnUnits;
  };
  readonly matrix: {
    /** Null where choosing it is part of the question. */
    readonly shape: { readonly rows: number; readonly columns: number } | null;
  };
  readonly ordering: null;
  readonly matching: {
    /** The left-hand texts in shown order, sanitised HTML; each asks for one of the options. */
    readonly prompts: readonly string[];
    /** The options in shown order as plain words, short enough for a select; null where they need a list with letters. */
    readonly words: readonly string[] | null;
  };
  /** What one may use beside numbers and the common functions. */
  readonly expression: Vocabulary;
  readonly sql: {
    /** The DDL as highlighted code, sanitised HTML. */
    readonly schema: string;
    /** The rows of the sample, all of them. */
    readonly tables: readonly SampleTable[];
  };
}

export type AskOf<K extends ItemKind> = Asks[K];
