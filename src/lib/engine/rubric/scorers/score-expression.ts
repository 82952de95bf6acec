import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { readCanonical } from '#lib/engine/kernel/formula/read-formula.ts';
import type { Drawn } from '#lib/engine/template/instantiate.ts';
import { agree, trialOf, valuesAt } from '../formulas/equivalence.ts';
import { isInForm } from '../formulas/form.ts';
import { formulaOf, vocabularyOf } from '../formulas/item-formula.ts';
import { type Judgement, judge } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

/** An expression counts as another where both have the same values at random points of the domain. */
export function scoreExpression(
  drawn: Drawn<ItemOf<'expression'>>,
  { read }: ResponseOf<'expression'>,
): Judgement {
  const { item } = drawn;
  const formula = readCanonical(read, vocabularyOf(item));
  const key = formulaOf(drawn, item.key);
  const trial = trialOf(drawn);
  if (!formula || !key.ok || !trial) return judge(drawn, () => false);
  const values = valuesAt(item, formula, trial.points);
  const isKey = agree(values, trial.key);
  return judge(drawn, ({ when }) => {
    if (when === 'otherwise') return true;
    if (when === 'other-form') return isKey;
    if (when === 'key') return isKey && isInForm(formula, item.form, key.value);
    const wanted = formulaOf(drawn, when.equals);
    return wanted.ok && agree(values, valuesAt(item, wanted.value, trial.points));
  });
}
