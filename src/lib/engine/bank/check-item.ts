import type { Complain } from './complain.ts';
import type { Item, ItemKind, ItemOf } from './item-schema.ts';
import { checkExpression } from './kinds/expression.ts';
import { checkMatrix } from './kinds/matrix.ts';
import { checkMatching } from './kinds/matching.ts';
import { checkMultipleResponse } from './kinds/multiple-response.ts';
import { checkNumeric } from './kinds/numeric.ts';
import { checkOrdering } from './kinds/ordering.ts';
import { checkSingleChoice } from './kinds/single-choice.ts';
import { checkSql } from './kinds/sql.ts';

const checks = {
  'single-choice': checkSingleChoice,
  'multiple-response': checkMultipleResponse,
  numeric: checkNumeric,
  matrix: checkMatrix,
  ordering: checkOrdering,
  matching: checkMatching,
  expression: checkExpression,
  sql: checkSql,
} satisfies { [K in ItemKind]: (item: ItemOf<K>, complain: Complain) => void };

/** What a schema cannot say of one item: its rubric, options and keys belong together. */
export function checkItem(item: Item, complain: Complain): void {
  (checks[item.kind] as (item: Item, complain: Complain) => void)(item, complain);
  item.rubric.forEach((criterion, index) => {
    if (criterion.score === 'credit' && !('credit' in item)) {
      complain(
        ['rubric', index, 'score'],
        'score-credit',
        'This kind of item has no credit rule.',
        'Write a number from 0 to 1.',
      );
    }
    if (criterion.when === 'otherwise' && index < item.rubric.length - 1) {
      complain(
        ['rubric', index],
        'criterion-unreachable',
        'Nothing after "otherwise" is ever reached.',
        'Move it to the end.',
      );
    }
  });
}
