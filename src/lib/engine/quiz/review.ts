import type { Bank } from '#lib/engine/bank/bank.ts';
import { type Judgement, feedbackOf } from '#lib/engine/rubric/judgement.ts';
import {
  chosenOptions,
  keyResponse,
  scoreResponse,
  tellResponse,
} from '#lib/engine/rubric/registry.ts';
import type { Answer, Attempt, EarlierAnswer, Question } from './attempt.ts';
import { variantOf } from './show-question.ts';

/** An answered question with its judgement: what may be shown once the answer is recorded. */
export interface ReviewedAnswer {
  readonly question: Question;
  readonly answer: Answer;
  readonly judgement: Judgement;
  readonly skill: string;
  readonly kind: string;
  readonly difficulty: number;
  /** Misconceptions that this item's rubric can show. */
  readonly misconceptions: readonly string[];
  /** Markdown, all of them. */
  readonly stem: string;
  readonly options: readonly {
    readonly text: string;
    readonly chosen: boolean;
    readonly isKey: boolean;
  }[];
  readonly response: string;
  readonly key: string;
  readonly explanation: string;
  /** Null where the rubric has nothing to say. */
  readonly feedback: string | null;
}

/** The answers of an attempt judged; those to questions that have left the bank are left out. */
export function reviewAttempt(attempt: Attempt, bank: Bank): ReviewedAnswer[] {
  return attempt.answers.flatMap((answer, index) => {
    const question = attempt.questions[index];
    return question ? (reviewAnswer(question, answer, bank) ?? []) : [];
  });
}

/** What was answered before the attempt, judged, oldest first; its place and certainty then are not kept. */
export function reviewEarlier(
  { earlier }: Attempt,
  bank: Bank,
): (Pick<ReviewedAnswer, 'judgement' | 'skill' | 'misconceptions'> &
  Pick<EarlierAnswer, 'daysBefore'>)[] {
  return earlier.flatMap(({ response, daysBefore, ...asked }, index) => {
    const position = index + 1;
    const reviewed = reviewAnswer(
      { ...asked, position },
      { position, response, certainty: null, answeredAt: '' },
      bank,
    );
    if (!reviewed) return [];
    const { judgement, skill, misconceptions } = reviewed;
    return [{ judgement, skill, misconceptions, daysBefore }];
  });
}

/** Null where the question has left the bank or changed its meaning. */
export function reviewAnswer(
  question: Question,
  answer: Answer,
  bank: Bank,
): ReviewedAnswer | null {
  const variant = variantOf(question, bank);
  const entry = bank.items.get(question.itemId);
  const { response } = answer;
  if (!variant || !entry) return null;
  if (response.kind !== 'dont-know' && response.kind !== variant.item.kind) return null;
  const key = keyResponse(variant);
  const keys = key ? chosenOptions(variant.item, key) : [];
  const chosen = chosenOptions(variant.item, response);
  const { item } = variant;
  const judgement = scoreResponse(variant, response);
  return {
    question,
    answer,
    judgement,
    skill: entry.skill.id,
    kind: item.kind,
    difficulty: item.difficulty,
    misconceptions: [...new Set(item.rubric.flatMap((each) => each.misconception ?? []))],
    stem: variant.stem,
    // Options that are put in order or matched are told in words: none of them is right by itself.
    options: (keys.length > 0 ? variant.options : []).map(({ id, text }) => ({
      text,
      chosen: chosen.includes(id),
      isKey: keys.includes(id),
    })),
    response: tellResponse(variant, response),
    key: key ? tellResponse(variant, key) : '',
    explanation: variant.explanation,
    feedback: feedbackOf(variant, judgement),
  };
}
