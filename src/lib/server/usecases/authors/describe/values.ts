import type { Item } from '#lib/engine/bank/item-schema.ts';
import { commonFields } from '#lib/engine/bank/kinds/item-fields.ts';
import type { Scope, Value } from '#lib/engine/template/functions.ts';
import { type Variant, compute } from '#lib/engine/template/instantiate.ts';
import { renderInline } from '#lib/engine/template/markup.ts';

/** What an author wrote in YAML, on one line. */
export function asWritten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asWritten).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${key}: ${asWritten(inner)}`);
  return `{ ${entries.join(', ')} }`;
}

/** A value in full, as an expression would write it. */
export function valueText(value: Value | undefined): string {
  return Array.isArray(value) ? `[${value.map(valueText).join(', ')}]` : String(value);
}

/**
 * What a word of a condition stands for at a seed, as HTML: the text of the option it names, or what it
 * computes to. Null where it is neither.
 */
export function meaningOf(variant: Variant, word: string): string | null {
  const named = [...variant.options, ...variant.prompts].find(({ id }) => id === word);
  return named ? renderInline(named.text.trim()) : computedHtml(variant, word);
}

/** What an expression gives at a seed, as HTML; null where it does not compute by itself. */
export function computedHtml(variant: Variant, expression: string): string | null {
  const value = compute(variant, expression);
  return value.ok ? renderInline(`\`${valueText(value.value)}\``) : null;
}

export interface SettingView {
  readonly name: string;
  /** As written. */
  readonly value: string;
}

/** Fields that have a place of their own on the page. */
const shownElsewhere = new Set([
  ...Object.keys(commonFields),
  ...['kind', 'options', 'entries', 'pairs', 'extra', 'keys', 'rubric', 'check'],
  ...['schema', 'sample', 'hidden', 'slips'],
]);

const nothing = asWritten({});

/** What else an item of its kind says, defaults too: tolerance, credit, form, symbols and the like. */
export function describeSettings(item: Item): SettingView[] {
  return Object.entries(item)
    .filter(([name]) => !shownElsewhere.has(name) && !(name === 'key' && item.kind === 'sql'))
    .map(([name, value]) => ({ name, value: asWritten(value) }))
    .filter(({ value }) => value !== nothing);
}

export interface VariableView {
  readonly name: string;
  /** As written. */
  readonly drawn: string;
  /** At this seed. */
  readonly value: string;
}

export function describeVariables(
  variables: Readonly<Record<string, unknown>>,
  scope: Scope | null,
): VariableView[] {
  return Object.entries(variables).map(([name, drawn]) => ({
    name,
    drawn: asWritten(drawn),
    value: scope ? valueText(scope[name]) : '',
  }));
}
