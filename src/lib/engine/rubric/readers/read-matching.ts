import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { ok } from '#lib/engine/kernel/result.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import type { Reading } from '../judgement.ts';
import { wordsOf } from '../kinds/words.ts';
import type { ResponseOf } from '../response.ts';
import { readPlaces } from './read-places.ts';

const problems = {
  missing: (count: number) =>
    count === 1 ? 'One is not matched yet.' : `${count} are not matched yet.`,
  nothing: 'Nothing is matched yet.',
  hint: 'Choose a different one for each.',
};

/** Reads what a form sends: for each left text, in shown order, the place from 1 of the right text chosen for it. */
export function readMatching(
  { item, options, prompts }: Variant<ItemOf<'matching'>>,
  sent: readonly string[],
): Reading<ResponseOf<'matching'>> {
  const words = wordsOf(options);
  const places = readPlaces(sent, prompts.length, options.length, {
    ...problems,
    name: (place) => `“${words?.[place - 1] ?? letterOf(place)}”`,
  });
  if (!places.ok) return places;
  const chosen = new Map(
    prompts.map(({ id }, index) => [id, options[(places.value[index] ?? 0) - 1]?.id ?? '']),
  );
  const pairs = Object.keys(item.pairs).map((left): [string, string] => [
    left,
    chosen.get(left) ?? '',
  ]);
  return ok({ response: { kind: 'matching', pairs }, echo: null });
}

/** A, B, C …: what stands for a right text where it is too long for a select. */
function letterOf(place: number): string {
  return String.fromCharCode(64 + place);
}
