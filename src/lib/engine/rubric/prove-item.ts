import type { Complain } from '#lib/engine/bank/check-item.ts';
import type { Item, ItemOf } from '#lib/engine/bank/item-schema.ts';
import {
  type Variant,
  compute,
  fillIn,
  instantiate,
  isParametrised,
  seedCount,
} from '#lib/engine/template/instantiate.ts';
import { checkMarkup } from '#lib/engine/template/markup.ts';
import { shownNumber } from './number-shown.ts';
import { scoreResponse } from './registry.ts';
import { numberOf } from './score-numeric.ts';
import { isClose } from './tolerance.ts';

/** Every seed is proved; rendering is slower and tried at the first few. */
const seedsRendered = 8;

/**
 * Proves what only instantiating can show: placeholders compute, constraints can be met, TeX renders,
 * options differ, the key scores 1, nothing else equals it, and the independent check agrees.
 * An item complains of each code once, with the seed that shows it.
 */
export function proveItem(item: Item, complain: Complain): void {
  const said = new Set<string>();
  let seed = 1;
  const once: Complain = (at, code, message, hint) => {
    if (said.has(code)) return;
    said.add(code);
    complain(at, code, `at seed ${seed}, ${message}`, hint);
  };
  const varies = isParametrised(item);
  if (varies && item.check === undefined) {
    complain(
      ['variables'],
      'check-missing',
      'its key is computed and nothing checks it.',
      'Add a `check` by another road.',
    );
  }
  const seen = new Set<string>();
  for (; seed <= (varies ? seedCount : 1); seed++) {
    const variant = instantiate(item, seed);
    if (!variant.ok) {
      once(
        ['variables'],
        'not-computable',
        `${variant.error}.`,
        'Mend the expression, placeholder or constraint.',
      );
      return;
    }
    seen.add(variant.value.stem + JSON.stringify(variant.value.scope));
    proveTexts(variant.value, seed <= seedsRendered, once);
    proveOptions(variant.value, once);
    proveKey(variant.value, once);
  }
  if (varies && seen.size < 4) {
    complain(
      ['variables'],
      'hardly-varies',
      `it has only ${seen.size} variants.`,
      'Widen the ranges, or drop the variables.',
    );
  }
}

function proveTexts(variant: Variant, render: boolean, complain: Complain): void {
  const { item } = variant;
  const texts: [PropertyKey[], string][] = [
    [['stem'], variant.stem],
    [['explanation'], variant.explanation],
    ...variant.options.map(({ id, text }): [PropertyKey[], string] => [['options', id], text]),
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

function proveOptions({ options }: Variant, complain: Complain): void {
  const shown = new Map<string, string>();
  for (const { id, text } of options) {
    const twin = shown.get(text.trim());
    if (twin !== undefined) {
      complain(
        ['options', id],
        'options-alike',
        `options "${twin}" and "${id}" read alike: ${text}`,
        'Add a constraint that keeps them apart.',
      );
    }
    shown.set(text.trim(), id);
  }
}

function proveKey(variant: Variant, complain: Complain): void {
  switch (variant.item.kind) {
    case 'single-choice':
      proveSingleChoice(variant as Variant<ItemOf<'single-choice'>>, complain);
      break;
    case 'multiple-response': {
      const { keys, check } = variant.item;
      const judged = scoreResponse(variant, { kind: 'multiple-response', options: keys });
      if (judged.score !== 1) {
        complain(
          ['rubric'],
          'key-not-full',
          `choosing exactly the keys scores ${judged.score}.`,
          'Let that be the first criterion.',
        );
      }
      if (check) proveConditions(variant, keys, check, complain);
      break;
    }
    case 'numeric':
      proveNumeric(variant as Variant<ItemOf<'numeric'>>, complain);
  }
}

function proveSingleChoice(variant: Variant<ItemOf<'single-choice'>>, complain: Complain): void {
  const { check, rubric } = variant.item;
  const key = rubric.find(({ score }) => score === 1)?.when;
  if (check === undefined || key === undefined || key === 'otherwise') return;
  if (typeof check !== 'string') {
    proveConditions(variant, [key.option], check, complain);
    return;
  }
  const wanted = numberOf(variant, check);
  if (wanted === null) {
    complain(['check'], 'check-fails', `the check ${check} gives no number.`, 'Mend it.');
    return;
  }
  for (const { id, text } of variant.options) {
    const shown = shownNumber(text);
    const isKey = id === key.option;
    if (shown === null) {
      complain(
        ['options', id],
        'option-no-number',
        `the option "${text}" shows no number to hold against the check.`,
        'Use a condition per option instead.',
      );
    } else if (shown.is(wanted) !== isKey) {
      complain(
        ['check'],
        'check-disagrees',
        `the check gives ${wanted}, option "${id}" (${text}) ${isKey ? 'is the key' : 'shows the same'}.`,
        'Mend the key, the option or the check.',
      );
    }
  }
}

function proveConditions(
  variant: Variant,
  keys: readonly string[],
  check: Readonly<Record<string, string>>,
  complain: Complain,
): void {
  for (const [id, condition] of Object.entries(check)) {
    const result = compute(variant, condition);
    if (!result.ok || typeof result.value !== 'boolean') {
      complain(
        ['check', id],
        'check-fails',
        result.ok ? `"${condition}" is neither true nor false.` : `${result.error}.`,
        'Mend the condition.',
      );
    } else if (result.value !== keys.includes(id)) {
      complain(
        ['check', id],
        'check-disagrees',
        `the check says ${result.value} of option "${id}".`,
        'Mend the key, the option or the check.',
      );
    }
  }
}

function proveNumeric(variant: Variant<ItemOf<'numeric'>>, complain: Complain): void {
  const { rubric, tolerance, check } = variant.item;
  const wanted = rubric.map(({ when }, index) => {
    const expressions = when === 'otherwise' ? [] : 'equals' in when ? [when.equals] : when.between;
    const values = expressions.map((expression) => {
      const value = numberOf(variant, expression);
      if (value === null) {
        complain(
          ['rubric', index, 'when'],
          'not-computable',
          `"${expression}" gives no number.`,
          'Mend the expression.',
        );
      }
      return value;
    });
    return when !== 'otherwise' && 'equals' in when ? (values[0] ?? null) : null;
  });
  const [key, ...others] = wanted;
  if (key == null) return;
  others.forEach((other, index) => {
    const isFull = rubric[index + 1]?.score === 1;
    if (other !== null && !isFull && isClose(other, key, tolerance)) {
      complain(
        ['rubric', index + 1],
        'distractor-is-key',
        `the wrong value ${other} counts as the key ${key}.`,
        'Add a constraint that keeps them apart.',
      );
    }
  });
  if (check === undefined) return;
  const checked = numberOf(variant, check);
  const margin = tolerance === 'exact' ? { relative: 1e-6 } : tolerance;
  if (checked === null || !isClose(checked, key, margin)) {
    complain(
      ['check'],
      checked === null ? 'check-fails' : 'check-disagrees',
      `the key is ${key}, the check gives ${checked ?? 'no number'}.`,
      'Mend the key or the check.',
    );
  }
}
