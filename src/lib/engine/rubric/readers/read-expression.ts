import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeText } from '#lib/engine/kernel/formula/write.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { agree, trialOf, valuesAt } from '../formulas/equivalence.ts';
import { vocabularyOf } from '../formulas/item-formula.ts';
import { type Reading, unreadable } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

const longestRead = 4000;

/**
 * A text that can be meant in two ways is asked about, unless both have the same value; where one of
 * them is usual, it is enough that the learner agrees to it.
 */
export function readExpression(
  variant: Variant<ItemOf<'expression'>>,
  sent: readonly string[],
): Reading<ResponseOf<'expression'>> {
  const text = (sent[0] ?? '').trim();
  const { item } = variant;
  const reading = readFormula(text, vocabularyOf(item));
  if (!reading.ok) return reading;
  const { formula, alternatives } = reading.value;
  const read = writeText(formula);
  if (read.length > longestRead) {
    return unreadable('too-long', 'That is too long to be read.', 'Simplify it.');
  }
  const points = trialOf(variant)?.points ?? [];
  const values = valuesAt(item, formula, points);
  const others = alternatives.filter(
    (other) => points.length === 0 || !agree(valuesAt(item, other.formula, points), values),
  );
  const other = others.find(({ how }) => how === 'ask');
  if (other) {
    return unreadable(
      'ambiguous',
      `That could be ${read} or ${writeText(other.formula)}.`,
      'Write the one you mean, with * and brackets.',
    );
  }
  return ok({
    response: { kind: 'expression', text, read },
    echo: others.length > 0 ? read : null,
  });
}
