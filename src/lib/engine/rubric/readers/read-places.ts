import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, ok } from '#lib/engine/kernel/result.ts';
import { unreadable } from '../judgement.ts';

/** How the problems of one kind of item are worded. */
interface Words {
  /** Says that so many fields are empty. */
  readonly missing: (count: number) => string;
  /** What a field names: "Place 2", "Choice B". */
  readonly name: (place: number) => string;
  readonly nothing: string;
  readonly hint: string;
}

/**
 * What a form sends where each of several fields names a place of its own: 1 to `count`, no two alike.
 *
 * @param fields how many fields there are; they come in shown order, an empty one is not filled in yet
 */
export function readPlaces(
  sent: readonly string[],
  fields: number,
  count: number,
  words: Words,
): Result<number[], Problem> {
  if (sent.every((text) => text === '')) {
    return unreadable(
      'nothing-placed',
      words.nothing,
      `${words.hint} Or say that you don’t know yet.`,
    );
  }
  const places = sent.map((text) => (/^\d{1,2}$/.test(text) ? Number(text) : 0));
  const isOffered = (place: number, index: number) =>
    sent[index] === '' || (place >= 1 && place <= count);
  if (sent.length !== fields || !places.every(isOffered)) {
    return unreadable('place-unknown', 'That is not something this question offers.', words.hint);
  }
  const missing = sent.filter((text) => text === '').length;
  if (missing > 0) {
    return unreadable('place-missing', words.missing(missing), words.hint);
  }
  const repeated = places.find((place, index) => places.indexOf(place) !== index);
  if (repeated !== undefined) {
    return unreadable(
      'place-repeated',
      `${words.name(repeated)} is used more than once.`,
      words.hint,
    );
  }
  return ok(places);
}
