import type { Variant } from '#lib/engine/template/instantiate.ts';

/** The texts of some options, as shown, in the order shown. */
export function optionTexts({ options }: Variant, ids: readonly string[]): string {
  return options
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => text.trim())
    .join('; ');
}
