import type { Bank } from '#lib/engine/bank/bank.ts';
import { type Evidence, type Gaussian, posterior } from '#lib/engine/measure/posterior.ts';
import { drawItem } from '#lib/engine/template/instantiate.ts';
import { scoreResponse } from '#lib/engine/rubric/registry.ts';
import type { Answer, Attempt, Question } from './attempt.ts';
import { measuredBank } from './measured-bank.ts';

/** What an attempt says of the learner: the answers as evidence, and the abilities they lead to. */
export interface Estimate {
  readonly evidence: readonly Evidence[];
  readonly abilities: Gaussian;
}

/** Recomputed from the answers, always: a mended key or rubric mends every report. */
export function estimate(attempt: Attempt, bank: Bank): Estimate {
  const { prior } = measuredBank(bank);
  const evidence = attempt.answers.flatMap((answer, index) => {
    const question = attempt.questions[index];
    return question ? (evidenceOf(question, answer, bank) ?? []) : [];
  });
  return { evidence, abilities: posterior(prior, evidence) };
}

/** Null where the item has left the bank or changed its meaning: then the answer says nothing. */
function evidenceOf(question: Question, { response }: Answer, bank: Bank): Evidence | null {
  const measured = measuredBank(bank);
  const number = measured.itemNumber.get(question.itemId);
  const item = number === undefined ? undefined : measured.items[number];
  const candidate = number === undefined ? undefined : measured.candidates[number];
  if (!item || !candidate || item.version !== question.itemVersion) return null;
  if (response.kind === 'dont-know') {
    // Saying so is not guessing: no floor.
    return {
      skill: candidate.skill,
      parameters: { ...candidate.parameters, guessing: 0 },
      score: 0,
    };
  }
  const drawn = drawItem(item, question.seed);
  if (!drawn.ok || response.kind !== item.kind) return null;
  const { score } = scoreResponse(drawn.value, response);
  return { skill: candidate.skill, parameters: candidate.parameters, score };
}
