import temml from 'temml';
import type { Vocabulary } from '#lib/engine/kernel/formula/formula.ts';
import { readFormula } from '#lib/engine/kernel/formula/read-formula.ts';
import { writeTex } from '#lib/engine/kernel/formula/write.ts';

/** What is said below the field while somebody types. */
export interface Preview {
  /** The ways in which the text can be read, as TeX: none, one, or two that the server will ask about. */
  readonly readings: readonly string[];
  /** Why it cannot be read yet; null where it can, or where nothing is typed. */
  readonly trouble: string | null;
}

/** Reads as the server will. Only what has two values, which takes the key's domain, is found out there. */
export function previewOf(text: string, vocabulary: Vocabulary): Preview {
  if (text.trim() === '') return { readings: [], trouble: null };
  const reading = readFormula(text, vocabulary);
  if (!reading.ok) return { readings: [], trouble: reading.error.message };
  const { formula, alternatives } = reading.value;
  const asked = alternatives.filter(({ how }) => how === 'ask').map((each) => each.formula);
  return { readings: [formula, ...asked.slice(0, 1)].map(writeTex), trouble: null };
}

/** Draws TeX as MathML inside of an element. The TeX comes from a formula that was read, never as typed. */
export function drawFormula(tex: string, into: HTMLElement): void {
  temml.render(tex, into, { displayMode: true, annotate: false, throwOnError: false });
}
