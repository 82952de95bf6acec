import type { Option } from '#lib/engine/template/arrange.ts';

/** The options as plain words, short enough for a select; null where one of them is not, and all need letters. */
export function wordsOf(options: readonly Option[]): readonly string[] | null {
  return options.every(isWords) ? options.map(({ text }) => text) : null;
}

/** Short, and nothing in it that Markdown or TeX would draw: a select shows plain words only. */
function isWords({ text }: Option): boolean {
  return text.length <= 36 && !/[$`*_[\]\\<&]/.test(text);
}
