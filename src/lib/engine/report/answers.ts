import type { Bank } from '#lib/engine/bank/bank.ts';
import type { ReviewedAnswer } from '#lib/engine/quiz/review.ts';
import type { AnswerView } from './view-model.ts';

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
      plainResponse: shown.response,
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
