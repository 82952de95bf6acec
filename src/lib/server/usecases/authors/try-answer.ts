import type { Problem } from '#lib/engine/kernel/problem.ts';
import { readResponse, scoreResponse, tellResponse } from '#lib/engine/rubric/registry.ts';
import { instantiate } from '#lib/engine/template/instantiate.ts';
import { renderMarkdown } from '#lib/engine/template/markup.ts';
import type { Workbench } from './follow-services.ts';
import { feedbackHtml, misconceptionTitle, whenText } from './describe/rubric.ts';
import { type TriedQuery, compareTyped } from './try-query.ts';

export interface Tried {
  /** As it was read; HTML. */
  readonly response: string;
  /** What a learner would be asked to confirm; null where nothing. */
  readonly echo: string | null;
  /** In [0, 1]. */
  readonly score: number;
  /** The criterion that decided; null where none held. */
  readonly criterion: {
    /** From 1. */
    readonly place: number;
    /** As written. */
    readonly when: string;
    /** HTML. */
    readonly feedback: string;
    readonly misconception: string | null;
  } | null;
  /** What a query gave; null for another kind. */
  readonly query: TriedQuery | null;
}

export type Trial =
  | { readonly problem: Problem; readonly tried: null }
  | { readonly problem: null; readonly tried: Tried };

/**
 * Reads and judges an answer as an attempt would, and records nothing.
 *
 * @returns null where the bank has no such item, or it cannot be shown at this seed
 */
export async function tryAnswer(
  workbench: Workbench,
  id: string,
  seed: number,
  sent: readonly string[],
): Promise<Trial | null> {
  const { bank } = workbench;
  const item = bank?.items.get(id)?.item;
  const variant = item && instantiate(item, seed);
  if (!bank || !variant?.ok) return null;
  const reading = readResponse(variant.value, sent);
  if (!reading.ok) return { problem: reading.error, tried: null };
  const { echo } = reading.value;
  let { response } = reading.value;
  let query: TriedQuery | null = null;
  if (response.kind === 'sql') {
    const compared = await compareTyped(workbench, variant.value, response.query);
    if (!compared.ok) return { problem: compared.error, tried: null };
    query = compared.value;
    response = { ...response, same: [...query.same] };
  }
  const { score, criterion, misconception } = scoreResponse(variant.value, response);
  const decisive = criterion === null ? undefined : variant.value.item.rubric[criterion];
  return {
    problem: null,
    tried: {
      response: renderMarkdown(tellResponse(variant.value, response)),
      echo,
      score,
      criterion:
        criterion === null || !decisive
          ? null
          : {
              place: criterion + 1,
              when: whenText(decisive),
              feedback: feedbackHtml(variant.value, criterion),
              misconception: misconceptionTitle(bank, misconception),
            },
      query,
    },
  };
}
