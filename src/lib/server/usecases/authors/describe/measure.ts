import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import { parametersOf } from '#lib/engine/quiz/measured-bank.ts';
import { scoreLevels } from '#lib/engine/rubric/score-levels.ts';
import { drawItem } from '#lib/engine/template/instantiate.ts';

/** How the measurement reads the answers to an item. */
export interface MeasureView {
  /** a, per logit. */
  readonly discrimination: number;
  /** From the worst answer up; the first is what everybody reaches. */
  readonly categories: readonly {
    /** The least score that counts as this category, in [0, 1]. */
    readonly score: number;
    /** c: the chance to reach it by luck, in [0, 1]. */
    readonly luck: number;
    /** b, in logits: where the step up to it is; null for the lowest. */
    readonly difficulty: number | null;
  }[];
}

/** Null where its variables cannot be drawn, so that its scores are not known. */
export function describeMeasure(item: Item, bank: Bank): MeasureView | null {
  if (!drawItem(item, 1).ok) return null;
  const levels = scoreLevels(item);
  const parameters = parametersOf(bank, item, levels);
  const steps = 'steps' in parameters ? parameters.steps : [parameters.difficulty];
  return {
    discrimination: parameters.discrimination,
    categories: levels.map(({ score, luck }, index) => ({
      score,
      luck,
      difficulty: steps[index - 1] ?? null,
    })),
  };
}
