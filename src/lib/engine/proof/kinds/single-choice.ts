import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { numberOf } from '#lib/engine/rubric/scorers/score-numeric.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { shownNumber } from '../number-shown.ts';
import { proveConditions } from './conditions.ts';

/** The check is a number that only the key shows, or a condition that holds for the key alone. */
export function proveSingleChoice(
  variant: Variant<ItemOf<'single-choice'>>,
  complain: Complain,
): void {
  const { check, rubric } = variant.item;
  const key = rubric.find(({ score }) => score === 1)?.when;
  if (check === undefined || key === undefined || key === 'otherwise') return;
  if (typeof check !== 'string') {
    proveConditions(variant, [key.option], check, complain);
    return;
  }
  const wanted = numberOf(variant, check);
  if (wanted === null) {
    complain(['check'], 'check-fails', `the check ${check} gives no number.`, 'Mend it.');
    return;
  }
  for (const { id, text } of variant.options) {
    const shown = shownNumber(text);
    const isKey = id === key.option;
    if (shown === null) {
      complain(
        ['options', id],
        'option-no-number',
        `the option "${text}" shows no number to hold against the check.`,
        'Use a condition per option instead.',
      );
    } else if (shown.is(wanted) !== isKey) {
      complain(
        ['check'],
        'check-disagrees',
        `the check gives ${wanted}, option "${id}" (${text}) ${isKey ? 'is the key' : 'shows the same'}.`,
        'Mend the key, the option or the check.',
      );
    }
  }
}
