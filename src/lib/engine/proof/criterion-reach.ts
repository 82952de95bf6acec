import type { Item } from '#lib/engine/bank/item-schema.ts';
import { blindGuesses, knownResponses, scoreResponse } from '#lib/engine/rubric/registry.ts';
import {
  type Drawn,
  drawItem,
  isParametrised,
  seedCount,
} from '#lib/engine/template/instantiate.ts';

export interface CriterionReach {
  /** How many seeds were tried. */
  readonly seeds: number;
  /** For each criterion, at how many of them it decides for some response that the rubric tells apart. */
  readonly deciding: readonly number[];
}

/**
 * Where two wrong values meet, the first criterion speaks for both and the other is silent: how often each
 * criterion has something to say. Conditions on options name ids and no numbers, so one seed tells of all.
 */
export function criterionReach(item: Item): CriterionReach {
  const deciding = item.rubric.map(() => 0);
  const last = isParametrised(item) && blindGuesses(item).length === 0 ? seedCount : 1;
  let seeds = 0;
  for (let seed = 1; seed <= last; seed++) {
    const drawn = drawItem(item, seed);
    if (!drawn.ok) continue;
    seeds++;
    for (const index of criteriaDeciding(drawn.value)) deciding[index] = (deciding[index] ?? 0) + 1;
  }
  return { seeds, deciding };
}

/** The criteria that decide for some response that the rubric tells apart, by place. */
export function criteriaDeciding(drawn: Drawn): ReadonlySet<number> {
  const decisive = knownResponses(drawn).map((known) => scoreResponse(drawn, known).criterion);
  return new Set(decisive.filter((index) => index !== null));
}
