import type { Component } from 'svelte';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import type { AnswerFieldProps } from './answer-field.ts';
import Expression from './Expression.svelte';
import Matrix from './Matrix.svelte';
import Matching from './Matching.svelte';
import MultipleResponse from './MultipleResponse.svelte';
import Numeric from './Numeric.svelte';
import Ordering from './Ordering.svelte';
import SingleChoice from './SingleChoice.svelte';
import Sql from './Sql.svelte';

/** One component an item kind; the compiler asks for the missing one when a kind is added. */
const answerFields = {
  'single-choice': SingleChoice,
  'multiple-response': MultipleResponse,
  numeric: Numeric,
  matrix: Matrix,
  ordering: Ordering,
  matching: Matching,
  expression: Expression,
  sql: Sql,
} satisfies { [K in ItemKind]: Component<AnswerFieldProps<K>> };

/** The component of a question's kind, with the types that belong together; the registry's keys guarantee it. */
export function answerFieldFor(kind: ItemKind): Component<AnswerFieldProps> {
  const field: unknown = answerFields[kind];
  return field as Component<AnswerFieldProps>;
}
