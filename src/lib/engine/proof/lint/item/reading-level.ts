import { proseOf, wordsOf } from '../prose.ts';
import type { ItemRule } from '../rule.ts';

/** School years by Flesch and Kincaid; plain technical English, terms and all, stays below. */
const hardestGrade = 11;
/** The formula is made for passages: of a line or two, one long word makes a third of it. */
const fewestWords = 20;

/** The prose of a stem reads as plain English. */
export const readingLevel: ItemRule = (item, _, tell) => {
  const prose = proseOf(item.stem);
  if (wordsOf(prose).length < fewestWords) return;
  const grade = gradeOf(prose);
  if (grade <= hardestGrade) return;
  tell.advice(
    ['stem'],
    'hard-to-read',
    `the stem reads as of school year ${grade.toFixed(1)}.`,
    'Part long sentences, and prefer short words.',
  );
};

/**
 * Flesch–Kincaid grade: 0.39 words a sentence + 11.8 syllables a word − 15.59.
 * Source: Kincaid et al., Derivation of new readability formulas, 1975.
 */
export function gradeOf(prose: string): number {
  const words = wordsOf(prose);
  const sentences = prose.split(/[.?!:;]+(?:\s|$)/).filter((each) => wordsOf(each).length > 0);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return (
    0.39 * (words.length / Math.max(1, sentences.length)) +
    11.8 * (syllables / Math.max(1, words.length)) -
    15.59
  );
}

/** Groups of vowels, less a silent e at the end; numbers and abbreviations count as one. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.replace(/(?:[^laeiouy]es|[^t]ed|[^l]e)$/, (end) => end[0] ?? '');
  return Math.max(1, groups.match(/[aeiouy]+/g)?.length ?? 1);
}
