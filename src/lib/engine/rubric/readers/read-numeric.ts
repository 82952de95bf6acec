import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { echoOf, readNumber } from '#lib/engine/kernel/number-text.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import type { Reading } from '../judgement.ts';
import type { ResponseOf } from '../response.ts';

export function readNumeric(
  { item }: Variant<ItemOf<'numeric'>>,
  sent: readonly string[],
): Reading<ResponseOf<'numeric'>> {
  const text = (sent[0] ?? '').trim();
  const read = readNumber(text, item.unit, item.units);
  if (!read.ok) return read;
  const { value, worthEchoing } = read.value;
  return ok({
    response: { kind: 'numeric', text, value },
    echo: worthEchoing ? echoOf(value, item.unit) : null,
  });
}
