import { codeLines, spokenWords } from '../prose.ts';
import type { ItemRule } from '../rule.ts';

/** Words a minute of somebody who reads with care, and lines of code. */
const wordsPerMinute = 200;
const codeLinesPerMinute = 20;

/** Minutes of thinking and working that an item of each difficulty takes, least and most. */
const work: Readonly<Record<number, readonly [number, number]>> = {
  1: [0, 2],
  2: [0.25, 3],
  3: [0.5, 4],
  4: [1, 5],
  5: [2.5, 6],
};

/** The minutes leave time to read and to work, and not for a rest. */
export const minutesFit: ItemRule = (item, [variant], tell) => {
  const [least = 0, most = 0] = work[item.difficulty] ?? [];
  if (!variant) return;
  const texts = [variant.stem, ...[...variant.options, ...variant.prompts].map(({ text }) => text)];
  const reading =
    texts.reduce((sum, text) => sum + spokenWords(text), 0) / wordsPerMinute +
    texts.reduce((sum, text) => sum + codeLines(text), 0) / codeLinesPerMinute;
  if (item.minutes >= reading + least - 0.25 && item.minutes <= reading + most) return;
  tell.advice(
    ['minutes'],
    'minutes-unfit',
    `${item.minutes} minutes do not fit: reading takes ${reading.toFixed(1)}, work at difficulty ${item.difficulty} ${least} to ${most}.`,
    'Mend the minutes, or shorten what is read.',
  );
};
