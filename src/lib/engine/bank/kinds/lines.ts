import type { Complain } from '../complain.ts';
import type { KeyPath } from '../yaml-source.ts';

/** Texts that stand in a row of the page, in a list of the report and perhaps in a select: one line each. */
export function checkLines(
  texts: Readonly<Record<string, string>>,
  at: KeyPath,
  complain: Complain,
): void {
  for (const [id, text] of Object.entries(texts)) {
    if (!text.includes('\n')) continue;
    complain(
      [...at, id],
      'line-broken',
      `The text of "${id}" has several lines.`,
      'Make it one line; code goes in `backticks`, longer code in the stem.',
    );
  }
}
