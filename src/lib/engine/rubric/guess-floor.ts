import type { Item } from '#lib/engine/bank/item-schema.ts';
import { drawItem } from '#lib/engine/template/instantiate.ts';
import { scoreResponse } from './registry.ts';
import type { Response } from './response.ts';

/**
 * The score that answering blindly earns on average: c of the response model, in [0, 1).
 *
 * Every response open to a guesser counts alike: each option of a single choice, each non-empty
 * selection of a multiple response. A constructed answer cannot be guessed: 0.
 */
export function guessFloor(item: Item): number {
  if (item.kind === 'numeric') return 0;
  const drawn = drawItem(item, 1);
  if (!drawn.ok) throw new Error(`${item.id}: ${drawn.error}`);
  const guesses = blindGuesses(item.kind, Object.keys(item.options));
  const total = guesses.reduce((sum, guess) => sum + scoreResponse(drawn.value, guess).score, 0);
  return total / guesses.length;
}

function blindGuesses(
  kind: 'single-choice' | 'multiple-response',
  options: readonly string[],
): Response[] {
  if (kind === 'single-choice') return options.map((option) => ({ kind, option }));
  return Array.from({ length: 2 ** options.length - 1 }, (_, index) => ({
    kind,
    options: options.filter((_, place) => ((index + 1) >> place) & 1),
  }));
}
