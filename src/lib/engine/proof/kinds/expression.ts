import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Formula } from '#lib/engine/kernel/formula/formula.ts';
import { writeText } from '#lib/engine/kernel/formula/write.ts';
import { type Trial, agree, trialOf, valuesAt } from '#lib/engine/rubric/formulas/equivalence.ts';
import { isInForm } from '#lib/engine/rubric/formulas/form.ts';
import { formulaOf } from '#lib/engine/rubric/formulas/item-formula.ts';
import { evaluateAt } from '#lib/engine/template/expression.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';

type ExpressionVariant = Variant<ItemOf<'expression'>>;

/** Points at which a check is tried: it may integrate, which takes its time at every seed. */
const pointsChecked = 6;

/** The key can be read and has values, the slips are other expressions than it, the check agrees. */
export function proveExpression(variant: ExpressionVariant, complain: Complain): void {
  const { item } = variant;
  const readable = (at: PropertyKey[], text: string): Formula | null => {
    const formula = formulaOf(variant, text);
    if (!formula.ok) {
      complain(at, 'not-computable', `${formula.error}.`, 'Write it as a learner would type it.');
    }
    return formula.ok ? formula.value : null;
  };
  const key = readable(['key'], item.key);
  if (!key) return;
  const trial = trialOf(variant);
  if (!trial || trial.defined < 0.5) {
    complain(
      ['symbols'],
      'key-undefined',
      `the key ${writeText(key)} has no value at half of the points or more.`,
      'Mend the functions, or narrow the domains of the symbols.',
    );
  }
  if (!trial) return;
  if (!isInForm(key, item.form, key)) {
    complain(
      ['key'],
      'key-form',
      `the key ${writeText(key)} is not ${item.form} itself.`,
      'Write it in the form that is asked.',
    );
  }
  proveSlips(variant, trial, readable, complain);
  proveCheck(variant, trial, writeText(key), complain);
}

/** That slips are also unlike each other is for the lint to say, with the share of seeds. */
function proveSlips(
  { item }: ExpressionVariant,
  trial: Trial,
  readable: (at: PropertyKey[], text: string) => Formula | null,
  complain: Complain,
): void {
  item.rubric.forEach(({ when, score }, index) => {
    if (typeof when === 'string') return;
    const formula = readable(['rubric', index, 'when'], when.equals);
    if (!formula || score === 1 || !agree(valuesAt(item, formula, trial.points), trial.key)) return;
    complain(
      ['rubric', index],
      'distractor-is-key',
      `the wrong expression ${writeText(formula)} has the key’s value.`,
      'Add a constraint that keeps them apart.',
    );
  });
}

function proveCheck(
  { item, scope }: ExpressionVariant,
  trial: Trial,
  key: string,
  complain: Complain,
): void {
  if (item.check === undefined) return;
  const points = trial.points.slice(0, pointsChecked);
  const values = evaluateAt(
    item.check,
    points.map((point) => ({ ...scope, ...point })),
  );
  if (!values.ok || values.value.some((value) => typeof value !== 'number')) {
    complain(
      ['check'],
      'check-fails',
      values.ok ? `the check ${item.check} gives no number at some point.` : `${values.error}.`,
      'Mend it, or narrow the domains of the symbols.',
    );
    return;
  }
  const numbers = values.value.map((value) => (typeof value === 'number' ? value : null));
  // Numerical slopes and integrals are good for some eight digits.
  if (agree(numbers, trial.key.slice(0, pointsChecked), 1e-5)) return;
  const apart = numbers.findIndex((value, index) => !agree([value], [trial.key[index] ?? 0], 1e-5));
  const at = Object.entries(points[apart] ?? {}).map(([name, value]) => `${name} = ${value}`);
  complain(
    ['check'],
    'check-disagrees',
    `at ${at.join(', ')} the key ${key} is ${trial.key[apart]}, the check gives ${numbers[apart]}.`,
    'Mend the key or the check.',
  );
}
