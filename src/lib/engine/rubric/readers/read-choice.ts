import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { type Reading, unreadable } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

/** What a form sends for a choice: the 1-based places of the chosen options, as shown. */
type Sent = readonly string[];

export function readSingleChoice(
  variant: Variant<ItemOf<'single-choice'>>,
  sent: Sent,
): Reading<ResponseOf<'single-choice'>> {
  const chosen = chosenOptions(variant, sent);
  if (!chosen.ok) return chosen;
  const [option, ...more] = chosen.value;
  if (option === undefined) return nothingChosen();
  if (more.length > 0) {
    return unreadable('too-many-options', 'More than one option came.', 'Choose one.');
  }
  return ok({ response: { kind: 'single-choice', option }, echo: null });
}

export function readMultipleResponse(
  variant: Variant<ItemOf<'multiple-response'>>,
  sent: Sent,
): Reading<ResponseOf<'multiple-response'>> {
  const chosen = chosenOptions(variant, sent);
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0) return nothingChosen();
  const options = [...new Set(chosen.value)].toSorted();
  return ok({ response: { kind: 'multiple-response', options }, echo: null });
}

function chosenOptions(variant: Variant, sent: Sent) {
  const chosen = sent.map((place) =>
    /^\d{1,2}$/.test(place) ? variant.options[Number(place) - 1]?.id : undefined,
  );
  return chosen.every((id) => id !== undefined)
    ? ok(chosen)
    : unreadable('option-unknown', 'That option is not one of those shown.', 'Choose again.');
}

function nothingChosen() {
  return unreadable(
    'nothing-chosen',
    'Nothing is chosen.',
    'Choose an option, or say that you don’t know yet.',
  );
}
