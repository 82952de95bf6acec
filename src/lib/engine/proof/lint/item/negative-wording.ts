import type { ItemRule } from '../rule.ts';

/** What turns a question round: a negation after its question word, or "which … is wrong". */
const turns = [
  /\b(?:which|what)\b[^.?!:\n]*?\b(not(?! only)|never|except|cannot|isn't|aren't|doesn't|don't)\b[^.?!\n]*\?/i,
  /\bwhich\b[^.?!:\n]*?\b(wrong|incorrect|untrue|false(?! (?:positive|negative|discovery|alarm)))\b[^.?!\n]*\?/i,
];

/** A question that asks for what is not so says it with emphasis, or it measures reading. */
export const negativeWording: ItemRule = (item, _, tell) => {
  const stem = item.stem.replace(/```[\s\S]*?```|`[^`]*`/g, ' ');
  const found = turns.map((turn) => turn.exec(stem)?.[1]).find((word) => word !== undefined);
  if (found === undefined || new RegExp(`\\*\\*[^*]*\\b${found}\\b`, 'i').test(stem)) return;
  tell.problem(
    ['stem'],
    'negative-wording',
    `the question turns on "${found}", which is easily read over.`,
    'Ask for what is so, or write the word in **bold**.',
  );
};
