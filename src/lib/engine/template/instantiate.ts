import type { Item } from '#lib/engine/bank/item-schema.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { evaluate } from './expression.ts';
import { fill } from './format.ts';
import type { Scope, Value } from './functions.ts';
import { type Option, arranged, optionTexts, promptTexts } from './arrange.ts';
import { sampleScope } from './sample.ts';

/** An item with its variables drawn: all that judging a response takes. */
export interface Drawn<I extends Item = Item> {
  readonly item: I;
  readonly seed: number;
  readonly scope: Scope;
}

/** An item as one learner meets it: variables drawn, texts filled, options in their shown order. */
export interface Variant<I extends Item = Item> extends Drawn<I> {
  /** Markdown. */
  readonly stem: string;
  /** What the learner chooses from, puts in order or matches; empty where the answer is typed. */
  readonly options: readonly Option[];
  /** Texts that each ask for one of the options; empty but where options are matched. */
  readonly prompts: readonly Option[];
  /** Markdown. */
  readonly explanation: string;
}

/** An item's variables for a seed; the texts wait until somebody reads them. */
export function drawItem<I extends Item>(item: I, seed: number): Result<Drawn<I>, string> {
  const scope = sampleScope(item, seed);
  return scope.ok ? ok({ item, seed, scope: scope.value }) : scope;
}

/**
 * The variant of an item for a seed: the same (id, version, seed) gives the same bytes on every machine.
 *
 * @returns the variant, or a sentence naming the expression, placeholder or constraint at fault
 */
export function instantiate<I extends Item>(item: I, seed: number): Result<Variant<I>, string> {
  const drawn = drawItem(item, seed);
  if (!drawn.ok) return drawn;
  const written = (text: string) => fillIn(text, drawn.value.scope);
  const stem = written(item.stem);
  if (!stem.ok) return stem;
  const explanation = written(item.explanation);
  if (!explanation.ok) return explanation;
  const options = writtenAll(optionTexts(item), drawn.value.scope);
  if (!options.ok) return options;
  const prompts = writtenAll(promptTexts(item), drawn.value.scope);
  if (!prompts.ok) return prompts;
  return ok({
    ...drawn.value,
    stem: stem.value,
    ...arranged(item, seed, { options: options.value, prompts: prompts.value }),
    explanation: explanation.value,
  });
}

function writtenAll(
  texts: Readonly<Record<string, string>>,
  scope: Scope,
): Result<Option[], string> {
  const all: Option[] = [];
  for (const [id, source] of Object.entries(texts)) {
    const text = fillIn(source, scope);
    if (!text.ok) return fail(`option "${id}": ${text.error}`);
    all.push({ id, text: text.value });
  }
  return ok(all);
}

/** A text of the item, say a feedback, in the words of this variant. */
export function fillIn(text: string, scope: Scope): Result<string, string> {
  return fill(text, (expression) => evaluate(expression, scope));
}

/** The values of the scope looked at last: a rubric is asked for the same ones response after response. */
let latest: { readonly scope: Scope; readonly values: Map<string, Result<Value, string>> } | null =
  null;

/** An expression of the item, in the numbers of this draw. */
export function compute({ scope }: Drawn, expression: string): Result<Value, string> {
  if (latest?.scope !== scope) latest = { scope, values: new Map() };
  let value = latest.values.get(expression);
  if (!value) latest.values.set(expression, (value = evaluate(expression, scope)));
  return value;
}

/** True where two seeds can give different variants. */
export function isParametrised(item: Item): boolean {
  return Object.values(item.variables).some((variable) => typeof variable !== 'string');
}

/**
 * Seeds run from 1 to this. The bank check proves every one of them, so no learner ever meets
 * a variant that was not proved.
 */
export const seedCount = 200;
