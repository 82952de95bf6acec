import type { z } from 'zod';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import type { AskOf } from '#lib/engine/rubric/kinds/ask.ts';
import type { certainty } from './attempt.ts';

/** How sure a learner says they are of an answer: guessing, fairly sure, certain. */
export type Certainty = z.infer<typeof certainty>;

/** A question as it may leave the server before it is answered: no key, no rubric, no explanation. */
export interface QuestionView<K extends ItemKind = ItemKind> {
  /** From 1. */
  readonly position: number;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly seed: number;
  readonly kind: K;
  readonly domain: { readonly id: string; readonly title: string };
  /** Sanitised HTML. */
  readonly stem: string;
  /** In shown order, from place 1; empty where the learner constructs the answer. */
  readonly options: readonly { readonly place: number; readonly html: string }[];
  /** The rule of the grader in plain words: tolerance, or how partial credit is given; may be empty. */
  readonly rule: string;
  /** What else its kind tells. */
  readonly ask: AskOf<K>;
  readonly minutes: number;
}
