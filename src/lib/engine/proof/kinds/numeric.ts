import type { Complain } from '#lib/engine/bank/complain.ts';
import type { ItemOf } from '#lib/engine/bank/item-schema.ts';
import { numberOf } from '#lib/engine/rubric/scorers/score-numeric.ts';
import { isClose } from '#lib/engine/rubric/scorers/tolerance.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';

/** Every number computes, no wrong one counts as the key, and the check agrees with it. */
export function proveNumeric(variant: Variant<ItemOf<'numeric'>>, complain: Complain): void {
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
  if (key === 0 && tolerance !== 'exact' && 'significant' in tolerance) {
    complain(
      ['tolerance'],
      'zero-has-no-figures',
      'the key is 0, which has no significant figures.',
      'Add a constraint that keeps it from 0, or choose another tolerance.',
    );
  }
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
