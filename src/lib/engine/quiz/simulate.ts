import type { Bank } from '#lib/engine/bank/bank.ts';
import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { probability } from '#lib/engine/measure/three-parameter.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { keyOf } from '#lib/engine/rubric/tell-response.ts';
import { numberOf } from '#lib/engine/rubric/score-numeric.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import { type Attempt, type Question, currentQuestion } from './attempt.ts';
import { measuredBank } from './measured-bank.ts';
import { type Choose, nextQuestion } from './next-question.ts';
import { variantOf } from './show-question.ts';
import { type NewAttempt, begin, step } from './step.ts';

/** Somebody whose abilities are known, because we made them up. */
export interface SimulatedLearner {
  /** θ of each skill, in the bank's order, logits. */
  readonly abilities: readonly number[];
  readonly seed: number;
}

/** A learner drawn from the bank's prior: θ_s = g + d(domain of s) + u_s. */
export function drawLearner(bank: Bank, seed: number): SimulatedLearner {
  const random = randomFrom('learner', seed);
  const { global, domain, skill } = bank.roadmap.measurement.variance;
  const general = Math.sqrt(global) * random.normal();
  const abilities = bank.domains.flatMap(({ skills }) => {
    const shared = general + Math.sqrt(domain) * random.normal();
    return skills.map(() => shared + Math.sqrt(skill) * random.normal());
  });
  return { abilities, seed };
}

/** Takes a whole attempt through the real engine: real items, real responses, real scoring. */
export function simulateAttempt(
  start: NewAttempt,
  bank: Bank,
  learner: SimulatedLearner,
  choose: Choose = nextQuestion,
): Attempt {
  let attempt = begin(start, bank, choose);
  for (let question = currentQuestion(attempt); question; question = currentQuestion(attempt)) {
    const answered = step(attempt, answerOf(question, bank, learner), bank, choose);
    if (!answered.ok) throw new Error(answered.error.message);
    attempt = answered.value;
  }
  return attempt;
}

function answerOf(question: Question, bank: Bank, learner: SimulatedLearner) {
  const random = randomFrom('response', learner.seed, question.position, question.itemId);
  const variant = variantOf(question, bank);
  if (!variant) throw new Error(`${question.itemId} is not in the bank`);
  const measured = measuredBank(bank);
  const candidate = measured.candidates[measured.itemNumber.get(question.itemId) ?? 0];
  if (!candidate) throw new Error(`${question.itemId} is not measured`);
  const ability = learner.abilities[candidate.skill] ?? 0;
  const chance = probability(candidate.parameters, ability);
  const isRight = random.unit() < chance;
  return {
    type: 'answered' as const,
    position: question.position,
    response: isRight ? rightResponse(variant) : wrongResponse(variant, random),
    // This learner knows how much they know: guessing, fairly sure or certain by their true chance.
    certainty: chance < 0.45 ? (1 as const) : chance < 0.75 ? (2 as const) : (3 as const),
    // Simulated answers come a minute apart from a fixed day, so that a simulation repeats itself.
    answeredAt: new Date(Date.UTC(2026, 0, 5, 9, question.position)).toISOString(),
  };
}

function rightResponse(variant: Variant): Response {
  const { item } = variant;
  const key = keyOf(variant);
  switch (item.kind) {
    case 'single-choice':
      return { kind: item.kind, option: key.options[0] ?? '' };
    case 'multiple-response':
      return { kind: item.kind, options: [...key.options] };
    case 'numeric': {
      const when = item.rubric[0]?.when;
      const value =
        when && when !== 'otherwise' && 'equals' in when ? numberOf(variant, when.equals) : null;
      return { kind: item.kind, text: String(value), value: value ?? 0 };
    }
  }
}

/** A wrong option, or a wrong number that the rubric knows of; else one that nobody asks for. */
function wrongResponse(variant: Variant, random: Random): Response {
  const { item } = variant;
  if (item.kind === 'numeric') {
    const known = item.rubric.flatMap(({ when, score }) =>
      score === 0 && when !== 'otherwise' && 'equals' in when
        ? (numberOf(variant, when.equals) ?? [])
        : [],
    );
    const value = known.length > 0 ? random.pick(known) : -987654.25;
    return { kind: item.kind, text: String(value), value };
  }
  const { options } = keyOf(variant);
  const wrong = random.pick(variant.options.filter(({ id }) => !options.includes(id))).id;
  return item.kind === 'single-choice'
    ? { kind: item.kind, option: wrong }
    : { kind: item.kind, options: [wrong] };
}
