import type { ItemKind, ItemOf } from '#lib/engine/bank/item-schema.ts';
import type { Drawn, Variant } from '#lib/engine/template/instantiate.ts';
import type { Judgement, Reading } from './judgement.ts';
import { readMultipleResponse, readSingleChoice } from './read-choice.ts';
import { readNumeric } from './read-numeric.ts';
import type { Response, ResponseOf } from './response.ts';
import { scoreMultipleResponse } from './score-multiple-response.ts';
import { scoreNumeric } from './score-numeric.ts';
import { scoreSingleChoice } from './score-single-choice.ts';

/** One kind of item: how what a form sent becomes a response, and how that is judged. */
interface Kind<K extends ItemKind> {
  readonly read: (variant: Variant<ItemOf<K>>, sent: readonly string[]) => Reading<ResponseOf<K>>;
  readonly score: (drawn: Drawn<ItemOf<K>>, response: ResponseOf<K>) => Judgement;
}

const kinds = {
  'single-choice': { read: readSingleChoice, score: scoreSingleChoice },
  'multiple-response': { read: readMultipleResponse, score: scoreMultipleResponse },
  numeric: { read: readNumeric, score: scoreNumeric },
} satisfies { [K in ItemKind]: Kind<K> };

/** The kind of an item, with the types that belong together; the registry's keys guarantee it. */
function kindOf({ item }: Drawn): Kind<ItemKind> {
  return kinds[item.kind] as unknown as Kind<ItemKind>;
}

/** Reads what a form sent; what cannot be read is returned with the reason and costs nothing. */
export function readResponse(variant: Variant, sent: readonly string[]): Reading<Response> {
  return kindOf(variant).read(variant, sent);
}

/** Judges a response. A response of another kind than the item's is our bug, so it throws. */
export function scoreResponse(drawn: Drawn, response: Response): Judgement {
  if (response.kind === 'dont-know') {
    return { score: 0, criterion: null, misconception: null };
  }
  if (response.kind !== drawn.item.kind) {
    throw new Error(`a ${response.kind} response to a ${drawn.item.kind} item`);
  }
  return kindOf(drawn).score(drawn, response);
}
