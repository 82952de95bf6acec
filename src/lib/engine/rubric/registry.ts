import type { Item, ItemKind } from '#lib/engine/bank/item-schema.ts';
import type { Drawn, Variant } from '#lib/engine/template/instantiate.ts';
import type { Judgement, Reading } from './judgement.ts';
import type { AskOf } from './kinds/ask.ts';
import { expression } from './kinds/expression.ts';
import type { Kind } from './kinds/kind.ts';
import { matrix } from './kinds/matrix.ts';
import { matching } from './kinds/matching.ts';
import { multipleResponse } from './kinds/multiple-response.ts';
import { numeric } from './kinds/numeric.ts';
import { ordering } from './kinds/ordering.ts';
import { singleChoice } from './kinds/single-choice.ts';
import { sql } from './kinds/sql.ts';
import type { Response, ResponseOf } from './response.ts';

const kinds = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  numeric,
  matrix,
  ordering,
  matching,
  expression,
  sql,
} satisfies { [K in ItemKind]: Kind<K> };

/** The kind of an item, with the types that belong together; the registry's keys guarantee it. */
function kindOf(item: Item): Kind<ItemKind> {
  return kinds[item.kind] as unknown as Kind<ItemKind>;
}

/** Reads what a form sent; what cannot be read is returned with the reason and costs nothing. */
export function readResponse(variant: Variant, sent: readonly string[]): Reading<Response> {
  return kindOf(variant.item).read(variant, sent);
}

/** Judges a response. A response of another kind than the item's is our bug, so it throws. */
export function scoreResponse(drawn: Drawn, response: Response): Judgement {
  if (response.kind === 'dont-know') {
    return { score: 0, criterion: null, misconception: null };
  }
  return kindOf(drawn.item).score(drawn, ofItsKind(drawn, response));
}

/** What a learner is told beside stem and options. */
export function askOf(variant: Variant): AskOf<ItemKind> {
  return kindOf(variant.item).ask(variant);
}

/** The rule of the grader in plain words, told before answering; may be empty. */
export function ruleOf(item: Item): string {
  return kindOf(item).rule(item);
}

/** A response in words, Markdown: what the learner chose, typed or built. */
export function tellResponse(variant: Variant, response: Response): string {
  if (response.kind === 'dont-know') return 'I don’t know yet';
  return kindOf(variant.item).tell(variant, ofItsKind(variant, response));
}

/** The options a response chose, by id; none where the answer is constructed or not known. */
export function chosenOptions(item: Item, response: Response): readonly string[] {
  return response.kind === 'dont-know' ? [] : kindOf(item).chosen(response);
}

/** The response that earns whole credit; null where the key does not compute. */
export function keyResponse(drawn: Drawn): Response | null {
  return kindOf(drawn.item).key(drawn);
}

/** Every response open to somebody who answers blindly; none where the answer is constructed. */
export function blindGuesses(item: Item): Response[] {
  return kindOf(item).guesses(item);
}

/** The categories of an item's response model where they are fewer than its scores; else null. */
export function categoriesOf(item: Item): readonly number[] | null {
  return kindOf(item).categories?.(item) ?? null;
}

/** Responses that the rubric tells apart, for made-up learners; the last one is wrong. */
export function knownResponses(drawn: Drawn): Response[] {
  return kindOf(drawn.item).known(drawn);
}

function ofItsKind({ item }: Drawn, response: ResponseOf<ItemKind>): ResponseOf<ItemKind> {
  if (response.kind !== item.kind) {
    throw new Error(`a ${response.kind} response to a ${item.kind} item`);
  }
  return response;
}
