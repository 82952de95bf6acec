import { createHash } from 'node:crypto';
import type { Bank } from '#lib/engine/bank/bank.ts';
import type { ReportView, AnswerView } from '#lib/engine/report/view-model.ts';
import { isParametrised } from '#lib/engine/template/instantiate.ts';
import { renderForMathJax } from '#lib/engine/template/markup.ts';

/** A question to learn by heart or work out again. */
export interface AnkiNote {
  /** By this Anki knows a note again: the same question is the same note, whatever the attempt. */
  readonly guid: string;
  /** HTML: front, back. */
  readonly fields: readonly [string, string];
  readonly tags: readonly string[];
}

/** Notes of what was not wholly right, or right by guessing. */
export function notesOf(view: ReportView, bank: Bank): AnkiNote[] {
  return view.answers
    .filter(({ score, certainty }) => score < 1 || certainty === 1)
    .map((answer) => ({
      guid: guidOf(answer, bank),
      fields: [front(answer), back(answer)],
      tags: ['sextant', `domain::${answer.domain}`, `skill::${answer.skill}`],
    }));
}

/** Variants of an item are notes of their own; an item without variables is one, whatever its seed. */
function guidOf({ itemId, seed }: AnswerView, bank: Bank): string {
  const item = bank.items.get(itemId)?.item;
  const name = item && isParametrised(item) ? `${itemId} ${seed}` : itemId;
  return createHash('sha256').update(`sextant note ${name}`).digest('base64url').slice(0, 16);
}

function front({ stem, options }: AnswerView): string {
  const list = options.map(({ text }) => `<li>${renderForMathJax(text)}</li>`).join('');
  return renderForMathJax(stem) + (list && `<ul>${list}</ul>`);
}

function back({ key, explanation, response, score, dontKnow }: AnswerView): string {
  const given = dontKnow || score === 1 ? '' : `<h4>You answered</h4>${renderForMathJax(response)}`;
  return `<h4>Right answer</h4>${renderForMathJax(key)}${given}<h4>Why</h4>${renderForMathJax(explanation)}`;
}

/** A number that follows from a name, in `from` to `from` + 2³². */
export function numberOf(name: string, from: number): number {
  return from + createHash('sha256').update(name).digest().readUInt32BE(0);
}

/** Anki's checksum of a first field: of its text without tags. */
export function checksumOf(field: string): number {
  return createHash('sha1').update(withoutTags(field)).digest().readUInt32BE(0);
}

export function withoutTags(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
