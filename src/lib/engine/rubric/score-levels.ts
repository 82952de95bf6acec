import type { Item } from '#lib/engine/bank/item-schema.ts';
import { drawItem } from '#lib/engine/template/instantiate.ts';
import { blindGuesses, categoriesOf, scoreResponse } from './registry.ts';

/** A score that an item can give, and the chance that answering blindly earns at least that much. */
export interface ScoreLevel {
  /** In [0, 1]. */
  readonly score: number;
  /** In [0, 1]; 1 for the lowest. */
  readonly luck: number;
}

/**
 * The scores an item can give, from 0 up to 1: the categories of its response model. They are those
 * that some guess earns or, where the answer is constructed and cannot be guessed, the rubric names;
 * fewer where the kind says so.
 */
export function scoreLevels(item: Item): ScoreLevel[] {
  const drawn = drawItem(item, 1);
  if (!drawn.ok) throw new Error(`${item.id}: ${drawn.error}`);
  const earned = blindGuesses(item).map((guess) => scoreResponse(drawn.value, guess).score);
  const named = item.rubric.flatMap(({ score }) => (score === 'credit' ? [] : score));
  const scores = new Set([0, ...(categoriesOf(item) ?? (earned.length > 0 ? earned : named))]);
  return [...scores]
    .toSorted((one, other) => one - other)
    .map((score) => ({
      score,
      luck:
        earned.length > 0
          ? earned.filter((each) => each >= score).length / earned.length
          : Number(score === 0),
    }));
}

/** The category of a score: the place of the highest level it reaches, a hair allowed. */
export function categoryOf(score: number, levels: readonly ScoreLevel[]): number {
  return Math.max(
    0,
    levels.findLastIndex((level) => level.score <= score + 1e-9),
  );
}
