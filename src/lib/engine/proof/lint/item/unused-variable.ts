import type { Item } from '#lib/engine/bank/item-schema.ts';
import { compile } from '#lib/engine/template/expression.ts';
import { isConstant } from '#lib/engine/template/functions.ts';
import { placeholdersOf } from '#lib/engine/template/format.ts';
import type { ItemRule } from '../rule.ts';

/** Every variable is used by a text, by the rubric, by the check or by another variable. */
export const unusedVariable: ItemRule = (item, _, tell) => {
  const used = new Set(
    expressionsOf(item).flatMap((text) => {
      const parsed = compile(text);
      return parsed.ok ? [...parsed.value.names] : [];
    }),
  );
  for (const name of Object.keys(item.variables)) {
    if (isConstant(name)) {
      tell.problem(
        ['variables', name],
        'variable-constant',
        `"${name}" is the name of a constant.`,
        'Name the variable otherwise.',
      );
    } else if (!used.has(name))
      tell.problem(
        ['variables', name],
        'variable-unused',
        `nothing uses the variable "${name}".`,
        'Drop it, or use it.',
      );
  }
};

/** Whatever is computed: fields that hold expressions, and the placeholders of all texts. */
function expressionsOf(item: Item): string[] {
  const { variables, constraints, check, rubric, ...others } = item;
  const fields = [variables, constraints, check, rubric.map(({ when }) => when)];
  if ('key' in item) fields.push(item.key);
  if ('shape' in item) fields.push(item.shape);
  const texts = [others, rubric.map(({ feedback }) => feedback)].flatMap(stringsIn);
  return [
    ...fields.flatMap(stringsIn),
    ...texts.flatMap((text) => placeholdersOf(text).map(({ expression }) => expression)),
  ];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
