import type { ItemKind, ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Drawn, Variant } from '#lib/engine/template/instantiate.ts';
import type { Judgement, Reading } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import type { AskOf } from './ask.ts';

/** All that is particular to one kind of item, once it is in the bank. */
export interface Kind<K extends ItemKind> {
  /** What a form sent as a response; what cannot be read is returned with the reason and costs nothing. */
  readonly read: (variant: Variant<ItemOf<K>>, sent: readonly string[]) => Reading<ResponseOf<K>>;
  readonly score: (drawn: Drawn<ItemOf<K>>, response: ResponseOf<K>) => Judgement;
  /** What a learner is told beside stem and options. */
  readonly ask: (variant: Variant<ItemOf<K>>) => AskOf<K>;
  /** The rule of the grader in plain words, told before answering; may be empty. */
  readonly rule: (item: ItemOf<K>) => string;
  /** The response that earns whole credit; null where the key does not compute, which the bank check refuses. */
  readonly key: (drawn: Drawn<ItemOf<K>>) => ResponseOf<K> | null;
  /** A response in words, Markdown. */
  readonly tell: (variant: Variant<ItemOf<K>>, response: ResponseOf<K>) => string;
  /** The options a response chose, by id; none where the answer is constructed. */
  readonly chosen: (response: ResponseOf<K>) => readonly string[];
  /** Every response open to somebody who answers blindly, each as likely; none where the answer is constructed. */
  readonly guesses: (item: ItemOf<K>) => ResponseOf<K>[];
  /**
   * The scores that are categories of the response model, from 0 to 1, where the scores it can give are too many;
   * null, or left out, where each is one.
   */
  readonly categories?: (item: ItemOf<K>) => readonly number[] | null;
  /** Responses that the rubric tells apart, for made-up learners: the key, what slips give, last one that is wrong. */
  readonly known: (drawn: Drawn<ItemOf<K>>) => ResponseOf<K>[];
}
