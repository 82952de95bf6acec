import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemKind, ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { proveExpression } from './kinds/expression.ts';
import { proveMatrix } from './kinds/matrix.ts';
import { proveMatching } from './kinds/matching.ts';
import { proveMultipleResponse } from './kinds/multiple-response.ts';
import { proveNumeric } from './kinds/numeric.ts';
import { proveOrdering } from './kinds/ordering.ts';
import { proveSingleChoice } from './kinds/single-choice.ts';
import { proveSql } from './kinds/sql.ts';

const proofs = {
  'single-choice': proveSingleChoice,
  'multiple-response': proveMultipleResponse,
  numeric: proveNumeric,
  matrix: proveMatrix,
  ordering: proveOrdering,
  matching: proveMatching,
  expression: proveExpression,
  sql: proveSql,
} satisfies { [K in ItemKind]: Proof<Variant<ItemOf<K>>> };

/** @param run what runs the queries of an item that has some */
type Proof<V> = (variant: V, complain: Complain, run: RunSql) => void;

/** One variant's key: it scores 1, nothing else does, and the independent check agrees. */
export function proveKey(variant: Variant, complain: Complain, run: RunSql): void {
  (proofs[variant.item.kind] as Proof<Variant>)(variant, complain, run);
}
