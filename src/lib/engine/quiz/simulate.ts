import type { Bank } from '#lib/engine/bank/bank.ts';
import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { categoryProbabilities } from '#lib/engine/measure/models/item-parameters.ts';
import { drawAbilities, drawCategory } from '#lib/engine/measure/simulation/learners.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { knownResponses, scoreResponse } from '#lib/engine/rubric/registry.ts';
import { type ScoreLevel, categoryOf } from '#lib/engine/rubric/score-levels.ts';
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
  const { tree } = measuredBank(bank).pool;
  const { variance } = bank.roadmap.measurement;
  return { abilities: [...drawAbilities(tree, variance, 'prior', seed)], seed };
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
  const { pool, itemNumber, levels } = measuredBank(bank);
  const place = itemNumber.get(question.itemId) ?? 0;
  const measured = pool.items[place];
  if (!measured) throw new Error(`${question.itemId} is not measured`);
  const ability = learner.abilities[measured.skill] ?? 0;
  const chance = categoryProbabilities(measured.parameters, ability).at(-1) ?? 0;
  const category = drawCategory(measured.parameters, ability, 0, random);
  return {
    type: 'answered' as const,
    position: question.position,
    response: responseOf(variant, category, levels[place] ?? [], random),
    // This learner knows how much they know: guessing, fairly sure or certain by their true chance.
    certainty: chance < 0.45 ? (1 as const) : chance < 0.75 ? (2 as const) : (3 as const),
    // Simulated answers come a minute apart from a fixed day, so that a simulation repeats itself.
    answeredAt: new Date(Date.UTC(2026, 0, 5, 9, question.position)).toISOString(),
  };
}

/** A response whose score is in this category, one of those it knows of; a wrong one where it knows none. */
function responseOf(
  variant: Variant,
  category: number,
  levels: readonly ScoreLevel[],
  random: Random,
): Response {
  const known = knownResponses(variant);
  const fitting = known.filter(
    (response) => categoryOf(scoreResponse(variant, response).score, levels) === category,
  );
  return random.pick(fitting.length > 0 ? fitting : known.slice(-1));
}
