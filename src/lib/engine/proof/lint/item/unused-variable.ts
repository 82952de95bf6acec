import type { Item } from '#lib/engine/bank/item-schema.ts';
import { partsOf } from '#lib/engine/kernel/formula/formula.ts';
import { readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { vocabularyOf } from '#lib/engine/rubric/formulas/item-formula.ts';
import { compile } from '#lib/engine/template/expression.ts';
import { isConstant } from '#lib/engine/template/functions.ts';
import { placeholdersOf } from '#lib/engine/template/format.ts';
import type { ItemRule } from '../rule.ts';

/** Every variable is used by a text, by the rubric, by the check or by another variable. */
export const unusedVariable: ItemRule = (item, _, tell) => {
  const used = new Set(namesIn(item));
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

/** All texts may have placeholders; what else is computed depends on the kind. */
function namesIn(item: Item): string[] {
  const { variables, constraints } = item;
  const placeholders = stringsIn(item).flatMap((text) =>
    placeholdersOf(text).map(({ expression }) => expression),
  );
  const expressions = [...stringsIn([variables, constraints, computedOf(item)]), ...placeholders];
  return [...expressions.flatMap(namesOf), ...formulaNames(item)];
}

/** Fields that hold expressions and nothing else. Conditions on options name ids, and SQL only fills in texts. */
function computedOf(item: Item): unknown[] {
  const values = item.rubric.flatMap(({ when }): unknown[] => {
    if (typeof when === 'string') return [];
    if ('equals' in when) return [when.equals];
    return 'between' in when ? when.between : [];
  });
  switch (item.kind) {
    case 'matrix':
      return [item.key, item.shape, item.check, values];
    case 'sql':
      return [];
    default:
      return [item.check, values];
  }
}

/** A formula is written as learners type it, so that `2kx` uses `k`. */
function formulaNames(item: Item): string[] {
  if (item.kind !== 'expression') return [];
  const symbols = [...Object.keys(item.symbols), ...Object.keys(item.variables)];
  const vocabulary = { ...vocabularyOf(item), symbols, naturalLog: true };
  const slips = item.rubric.flatMap(({ when }) => (typeof when === 'string' ? [] : when.equals));
  return [item.key, ...slips].flatMap((text) => {
    const reading = readFormula(text, vocabulary);
    const parts = reading.ok ? partsOf(reading.value.formula) : [];
    return parts.flatMap((part) => (part.kind === 'name' ? part.name : []));
  });
}

function namesOf(expression: string): string[] {
  const parsed = compile(expression);
  return parsed.ok ? [...parsed.value.names] : [];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
