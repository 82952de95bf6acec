import type { Item } from '#lib/engine/bank/item-schema.ts';
import { drawItem } from '#lib/engine/template/instantiate.ts';
import { scoreResponse } from './registry.ts';
import type { Response } from './response.ts';

/** A score that an item can give, and the chance that answering blindly earns at least that much. */
export interface ScoreLevel {
  /** In [0, 1]. */
  readonly score: number;
  /** In [0, 1]; 1 for the lowest. */
  readonly luck: number;
}

/**
 * The scores an item can give, from 0 up to 1: the categories of its response model.
 *
 * Every response open to a guesser counts alike: each option of a single choice, each non-empty
 * selection of a multiple response. A constructed answer cannot be guessed.
 */
export function scoreLevels(item: Item): ScoreLevel[] {
  if (item.kind === 'numeric') {
    const scores = new Set([0, ...item.rubric.flatMap(({ score }) => (score === 'credit' ? [] : score))]);
    return [...scores]
      .toSorted((a, b) => a - b)
      .map((score) => ({ score, luck: score > 0 ? 0 : 1 }));
  }
  const drawn = drawItem(item, 1);
  if (!drawn.ok) throw new Error(`${item.id}: ${drawn.error}`);
  const earned = choicesOf(item.kind, Object.keys(item.options)).map(
    (guess) => scoreResponse(drawn.value, guess).score,
  );
  return [...new Set([0, ...earned])]
    .toSorted((a, b) => a - b)
    .map((score) => ({
      score,
      luck: earned.filter((each) => each >= score).length / earned.length,
    }));
}

/** Every response that can be chosen: an option, or a non-empty selection. */
export function choicesOf(
  kind: 'single-choice' | 'multiple-response',
  options: readonly string[],
): Response[] {
  if (kind === 'single-choice') return options.map((option) => ({ kind, option }));
  return Array.from({ length: 2 ** options.length - 1 }, (_, index) => ({
    kind,
    options: options.filter((_, place) => ((index + 1) >> place) & 1),
  }));
}
