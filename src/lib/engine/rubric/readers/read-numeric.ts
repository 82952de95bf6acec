import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { echoOf, readNumber } from '#lib/engine/kernel/number-text.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import type { OwnUnits } from '#lib/engine/kernel/units.ts';
import type { Drawn, Variant } from '#lib/engine/template/instantiate.ts';
import type { Reading } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';
import { numberOf } from '../scorers/score-numeric.ts';

export function readNumeric(
  variant: Variant<ItemOf<'numeric'>>,
  sent: readonly string[],
): Reading<ResponseOf<'numeric'>> {
  const text = (sent[0] ?? '').trim();
  const { unit } = variant.item;
  const read = readNumber(text, unit, unitsOf(variant));
  if (!read.ok) return read;
  const { value, worthEchoing } = read.value;
  return ok({
    response: { kind: 'numeric', text, value },
    echo: worthEchoing ? echoOf(value, unit) : null,
  });
}

/** What the item reads beside its unit; the bank check refuses what gives no number. */
export function unitsOf(drawn: Drawn<ItemOf<'numeric'>>): OwnUnits {
  const named = Object.entries(drawn.item.units ?? {});
  return Object.fromEntries(named.map(([unit, size]) => [unit, numberOf(drawn, size) ?? NaN]));
}
