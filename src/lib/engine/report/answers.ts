import type { Bank } from '#lib/engine/bank/bank.ts';
import type { ReviewedAnswer } from '#lib/engine/quiz/review.ts';
import type { AnswerView, CertaintyView, MisconceptionView } from './view-model.ts';

export function viewAnswers(reviewed: readonly ReviewedAnswer[], bank: Bank): AnswerView[] {
  return reviewed.map(({ question, answer, judgement, ...shown }) => {
    const skill = bank.skills.get(shown.skill);
    return {
      position: question.position,
      itemId: question.itemId,
      itemVersion: question.itemVersion,
      seed: question.seed,
      domain: skill?.domain ?? '',
      skill: shown.skill,
      skillTitle: skill?.title ?? '',
      kind: shown.kind,
      difficulty: shown.difficulty,
      stem: shown.stem,
      options: shown.options,
      response: shown.response,
      key: shown.key,
      dontKnow: answer.response.kind === 'dont-know',
      score: judgement.score,
      certainty: answer.certainty,
      feedback: shown.feedback,
      explanation: shown.explanation,
      misconception: judgement.misconception,
      answeredAt: answer.answeredAt,
    };
  });
}

/** Misconceptions that showed at least once, most often shown first, with the chances they had. */
export function viewMisconceptions(
  reviewed: readonly ReviewedAnswer[],
  bank: Bank,
): MisconceptionView[] {
  return [...bank.misconceptions.values()]
    .map((misconception) => ({
      ...misconception,
      seen: reviewed.filter(({ judgement }) => judgement.misconception === misconception.id).length,
      chances: reviewed.filter(({ misconceptions }) => misconceptions.includes(misconception.id))
        .length,
    }))
    .filter(({ seen }) => seen > 0)
    .toSorted((a, b) => b.seen - a.seen);
}

/** Certainty against correctness; "I don't know yet" is neither sure nor unsure, so it is left out. */
export function viewCertainties(reviewed: readonly ReviewedAnswer[]): CertaintyView[] {
  return ([1, 2, 3] as const).map((certainty) => {
    const given = reviewed.filter(
      ({ answer }) => answer.certainty === certainty && answer.response.kind !== 'dont-know',
    );
    return {
      certainty,
      answered: given.length,
      right: given.reduce((sum, { judgement }) => sum + judgement.score, 0),
    };
  });
}
