import type { Complain } from '#lib/engine/bank/complain.ts';
import { type Variant, compute } from '#lib/engine/template/instantiate.ts';

/** A check by a condition for each option: each is true exactly for the keys. */
export function proveConditions(
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
