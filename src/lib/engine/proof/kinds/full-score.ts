import type { Complain } from '#lib/engine/bank/complain.ts';
import {
  blindGuesses,
  keyResponse,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';

/**
 * Of all responses to an item whose answer is built from its options, the key and nothing else earns
 * whole credit. Their conditions name ids and no numbers, so one seed proves it for all.
 */
export function proveFullScore(variant: Variant, complain: Complain): void {
  if (variant.seed !== 1) return;
  const key = keyResponse(variant);
  const judged = key && scoreResponse(variant, key);
  if (judged?.score !== 1) {
    complain(
      ['rubric'],
      'key-not-full',
      `the key scores ${judged?.score ?? 0}.`,
      'Let a criterion for it with score 1 come first.',
    );
  }
  const isKey = (other: object) => JSON.stringify(other) === JSON.stringify(key);
  const twin = blindGuesses(variant.item).find(
    (guess) => !isKey(guess) && scoreResponse(variant, guess).score === 1,
  );
  if (!twin) return;
  complain(
    ['rubric', scoreResponse(variant, twin).criterion ?? 0],
    'wrong-is-full',
    `a response that is not the key scores 1: ${tellResponse(variant, twin).replace(/\s+/g, ' ')}.`,
    'Lower the score of the criterion that gives it.',
  );
}
