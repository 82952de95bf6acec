import type { AnswerView } from '#lib/engine/report/view-model.ts';

/** All that is needed to see a question as the learner saw it, and room to say what is wrong. */
export function problemText(answer: AnswerView, bankVersion: string): string {
  return [
    'A problem with a question in Sextant',
    '',
    `item: ${answer.itemId}`,
    `version: ${answer.itemVersion}`,
    `seed: ${answer.seed}`,
    `bank: ${bankVersion}`,
    `answer: ${answer.plainResponse}`,
    `score: ${Number(answer.score.toFixed(2))}`,
    '',
    'What is wrong: ',
  ].join('\n');
}

/** A letter to nobody yet: the app does not know who runs it. */
export function problemLetter(answer: AnswerView, bankVersion: string): string {
  const subject = `Sextant: a problem with ${answer.itemId}`;
  const body = problemText(answer, bankVersion).replaceAll('\n', '\r\n');
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
