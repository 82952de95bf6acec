import { z } from 'zod';
import { expressionItem } from './kinds/expression.ts';
import { matrixItem } from './kinds/matrix.ts';
import { matchingItem } from './kinds/matching.ts';
import { multipleResponseItem } from './kinds/multiple-response.ts';
import { numericItem } from './kinds/numeric.ts';
import { orderingItem } from './kinds/ordering.ts';
import { singleChoiceItem } from './kinds/single-choice.ts';
import { sqlItem } from './kinds/sql.ts';

/** One question as its author wrote it. */
export const item = z.discriminatedUnion('kind', [
  singleChoiceItem,
  multipleResponseItem,
  numericItem,
  matrixItem,
  orderingItem,
  matchingItem,
  expressionItem,
  sqlItem,
]);

export type Item = z.infer<typeof item>;
export type ItemKind = Item['kind'];
export type ItemOf<K extends ItemKind> = Extract<Item, { kind: K }>;
