import type { Complain } from '#lib/engine/bank/complain.ts';
import { proveKey } from '#lib/engine/proof/prove-key.ts';
import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { asWritten, computedHtml } from './values.ts';

export interface CheckView {
  /** Each expression of the check, by the id it is about where there are several; a query is shown with what it gives. */
  readonly lines: readonly {
    readonly about: string;
    readonly expression: string;
    /** HTML; null where it does not compute by itself. */
    readonly value: string | null;
  }[];
  /** What is wrong with the key at this seed: it disagrees with the check, or something else counts as it. */
  readonly complaints: readonly { readonly message: string; readonly hint: string }[];
}

/** The check at a seed, held against the key. */
export function describeCheck(variant: Variant, run: RunSql): CheckView {
  const { item } = variant;
  const complaints: { message: string; hint: string }[] = [];
  const complain: Complain = (_at, _code, message, hint) => complaints.push({ message, hint });
  proveKey(variant, complain, run);
  return { lines: item.kind === 'sql' ? [] : linesOf(variant, '', item.check), complaints };
}

function linesOf(variant: Variant, about: string, check: unknown): CheckView['lines'] {
  if (check === undefined) return [];
  if (typeof check === 'object' && check !== null && !Array.isArray(check)) {
    return Object.entries(check).flatMap(([id, inner]) =>
      linesOf(variant, about === '' ? id : `${about}, ${id}`, inner),
    );
  }
  const expression = asWritten(check);
  return [{ about, expression, value: computedHtml(variant, expression) }];
}
