import type { Complain } from '#lib/engine/bank/check-item.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import { numberOf } from '#lib/engine/rubric/score-numeric.ts';
import { isClose } from '#lib/engine/rubric/tolerance.ts';
import { type Variant, compute } from '#lib/engine/template/instantiate.ts';
import { shownNumber } from './number-shown.ts';

/** One variant's key: it scores 1, nothing else does, and the independent check agrees. */
export function proveKey(variant: Variant, complain: Complain): void {
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
