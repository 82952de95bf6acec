import type { Complain } from '#lib/engine/bank/complain.ts';
import type { Item } from '#lib/engine/bank/item-schema.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import type { Option } from '#lib/engine/template/arrange.ts';
import {
  type Variant,
  drawItem,
  fillIn,
  instantiate,
  isParametrised,
  seedCount,
} from '#lib/engine/template/instantiate.ts';
import { checkMarkup } from '#lib/engine/template/markup.ts';
import { proveKey } from './prove-key.ts';

/** Every seed is proved; rendering is slower and tried at the first few. */
const seedsRendered = 8;

/**
 * Proves what only instantiating can show: placeholders compute, constraints can be met, TeX renders,
 * options differ, the key scores 1, nothing else equals it, and the independent check agrees.
 * An item complains of each code once, with the seed that shows it.
 *
 * @param run runs the queries of an item that has some
 * @returns all variants that differ; none where one does not compute
 */
export function proveItem(item: Item, complain: Complain, run: RunSql): Variant[] {
  const said = new Set<string>();
  let seed = 1;
  const once: Complain = (at, code, message, hint) => {
    if (said.has(code)) return;
    said.add(code);
    complain(at, code, `at seed ${seed}, ${message}`, hint);
  };
  const varies = isParametrised(item);
  const seen = new Set<string>();
  const variants: Variant[] = [];
  for (; seed <= (varies ? seedCount : 1); seed++) {
    const scope = drawItem(item, seed);
    const drawn = scope.ok ? JSON.stringify(scope.value.scope) : '';
    if (seen.has(drawn)) continue;
    seen.add(drawn);
    const variant = instantiate(item, seed);
    if (!variant.ok) {
      once(
        ['variables'],
        'not-computable',
        `${variant.error}.`,
        'Mend the expression, placeholder or constraint.',
      );
      return [];
    }
    variants.push(variant.value);
    proveTexts(variant.value, seed <= seedsRendered, once);
    proveOptions(variant.value, once);
    proveKey(variant.value, once, run);
  }
  return variants;
}

function proveTexts(variant: Variant, render: boolean, complain: Complain): void {
  const { item } = variant;
  const texts: [PropertyKey[], string][] = [
    [['stem'], variant.stem],
    [['explanation'], variant.explanation],
    ...variant.options.map(({ id, text }): [PropertyKey[], string] => [optionPath(item, id), text]),
    ...variant.prompts.map(({ id, text }): [PropertyKey[], string] => [
      ['pairs', id, 'left'],
      text,
    ]),
  ];
  item.rubric.forEach(({ feedback }, index) => {
    const filled = fillIn(feedback, variant.scope);
    if (filled.ok) texts.push([['rubric', index, 'feedback'], filled.value]);
    else
      complain(
        ['rubric', index, 'feedback'],
        'not-computable',
        `${filled.error}.`,
        'Mend the placeholder.',
      );
  });
  if (!render) return;
  for (const [at, text] of texts) {
    const checked = checkMarkup(text);
    if (!checked.ok)
      complain(at, 'markup', `${checked.error}.`, 'Mend the TeX, fence or dollar sign.');
  }
}

function proveOptions({ item, options, prompts }: Variant, complain: Complain): void {
  proveUnlike(options, (id) => optionPath(item, id), complain);
  proveUnlike(prompts, (id) => ['pairs', id, 'left'], complain);
}

function proveUnlike(
  texts: readonly Option[],
  pathOf: (id: string) => PropertyKey[],
  complain: Complain,
): void {
  const shown = new Map<string, string>();
  for (const { id, text } of texts) {
    const twin = shown.get(text.trim());
    if (twin !== undefined) {
      complain(
        pathOf(id),
        'options-alike',
        `options "${twin}" and "${id}" read alike: ${text}`,
        'Add a constraint that keeps them apart.',
      );
    }
    shown.set(text.trim(), id);
  }
}

/** Where the text of an option stands in its item. */
function optionPath(item: Item, id: string): PropertyKey[] {
  if (item.kind === 'ordering') return ['entries', id];
  if (item.kind !== 'matching') return ['options', id];
  return Object.hasOwn(item.pairs, id) ? ['pairs', id, 'right'] : ['extra', id];
}
