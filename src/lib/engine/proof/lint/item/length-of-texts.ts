import { fillIn } from '#lib/engine/template/instantiate.ts';
import { spokenWords } from '../prose.ts';
import type { ItemRule } from '../rule.ts';

const shortestExplanation = 60;
const longestExplanation = 200;
const longestFeedback = 60;
/** Of a wrong response: fewer do not name the thought. */
const shortestFeedback = 4;

/** Explanations teach in 60 to 200 words; feedback names a thought in one or two sentences. */
export const lengthOfTexts: ItemRule = (item, [variant], tell) => {
  if (!variant) return;
  const words = spokenWords(variant.explanation);
  if (words < shortestExplanation || words > longestExplanation) {
    tell.advice(
      ['explanation'],
      'explanation-length',
      `the explanation has ${words} words.`,
      `Write ${shortestExplanation} to ${longestExplanation}: why, the step that goes wrong, where it matters.`,
    );
  }
  item.rubric.forEach(({ feedback, score }, index) => {
    const filled = fillIn(feedback, variant.scope);
    const said = spokenWords(filled.ok ? filled.value : feedback);
    if (said <= longestFeedback && (score === 1 || said >= shortestFeedback)) return;
    tell.advice(
      ['rubric', index, 'feedback'],
      'feedback-length',
      `the feedback has ${said} words.`,
      said > longestFeedback
        ? 'Say it in one or two sentences; the explanation has room for the rest.'
        : 'Name the thought that leads there.',
    );
  });
};
