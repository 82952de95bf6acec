import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { type Formula, binary, numeral } from '#lib/engine/kernel/formula/formula.ts';
import { readCanonical } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeTex, writeText } from '#lib/engine/kernel/formula/write.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import { formulaOf, vocabularyOf } from '../formulas/item-formula.ts';
import { readExpression } from '../readers/read-expression.ts';
import type { ResponseOf } from '../response.ts';
import { scoreExpression } from '../scorers/score-expression.ts';
import type { Kind } from './kind.ts';

const kind = 'expression';

/** A value that no item asks for. */
const FAR_OFF: ResponseOf<typeof kind> = { kind, text: '-987654.25', read: '-987654.25' };

/** What `formulas/form.ts` looks at, in a learner’s words. */
const rules: Readonly<Record<ItemOf<typeof kind>['form'], string>> = {
  any: 'Every way of writing it counts.',
  expanded: 'Write it expanded: no sum in brackets is multiplied or raised to a power.',
  factored: 'Write it factored: one product, with every factor split as far as it goes.',
  simplified: 'Write it simplified: about as short as it gets.',
};

export const expression: Kind<typeof kind> = {
  read: readExpression,
  score: scoreExpression,
  ask: ({ item }) => vocabularyOf(item),
  rule: ({ form }) => rules[form],
  key(drawn) {
    const key = formulaOf(drawn, drawn.item.key);
    return key.ok ? responseOf(key.value) : null;
  },
  tell({ item }, { read }) {
    const formula = readCanonical(read, vocabularyOf(item));
    // Fractions at their full size: a formula stands by itself, not in a line of text.
    return formula ? `$\\displaystyle ${writeTex(formula)}$` : `\`${read}\``;
  },
  chosen: () => [],
  guesses: () => [],
  known(drawn) {
    const texts = [
      drawn.item.key,
      ...drawn.item.rubric.flatMap(({ when }) => (typeof when === 'string' ? [] : when.equals)),
    ];
    const formulas = texts.map((text) => formulaOf(drawn, text));
    const [key] = formulas;
    const isFormJudged = drawn.item.rubric.some(({ when }) => when === 'other-form');
    if (isFormJudged && key?.ok) formulas.push(ok(inNoForm(key.value)));
    return [...formulas.flatMap((each) => (each.ok ? responseOf(each.value) : [])), FAR_OFF];
  },
};

/** The same value, long, not multiplied out, and as a whole no product of more than one factor. */
function inNoForm(formula: Formula): Formula {
  return binary('*', numeral(1), binary('+', formula, binary('-', formula, formula)));
}

function responseOf(formula: Formula): ResponseOf<typeof kind> {
  const text = writeText(formula);
  return { kind, text, read: text };
}
