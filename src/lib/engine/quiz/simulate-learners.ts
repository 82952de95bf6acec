import type { Bank, BankItem } from '#lib/engine/bank/bank.ts';
import { type Random, randomFrom } from '#lib/engine/kernel/random.ts';
import { unfittedSkills } from '#lib/engine/measure/selection/fitting-items.ts';
import { openItems } from '#lib/engine/measure/selection/open-items.ts';
import type { SelectionRule } from '#lib/engine/measure/selection/rules.ts';
import type { Examination } from '#lib/engine/measure/simulation/examination.ts';
import {
  type AbilityDistribution,
  drawAbilities,
  learnerSeed,
} from '#lib/engine/measure/simulation/learners.ts';
import { knownResponses, scoreResponse } from '#lib/engine/rubric/registry.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import type { Variant } from '#lib/engine/template/instantiate.ts';
import type { Attempt } from './attempt.ts';
import { estimate } from './estimate.ts';
import { measuredBank } from './measured-bank.ts';
import { nextQuestion } from './next-question.ts';
import { variantOf } from './show-question.ts';
import { simulateAttempt } from './simulate.ts';
import type { NewAttempt } from './step.ts';

export interface QuizSetting {
  /** At most; the engine may stop before. */
  readonly questions: number;
  readonly rule: SelectionRule;
  /** Chance with which an attempt may have an item; left out: as the engine has it. */
  readonly exposure?: number;
  readonly ability: AbilityDistribution;
  /** Standard deviation, logits, of the true difficulties from the assumed; drawn from its own seed. */
  readonly difficultyError: number;
  readonly difficultySeed: number;
  /** Chance that an answer earns nothing, whatever is known. */
  readonly slip: number;
  readonly seed: number;
}

/** Diagnostics over a whole bank, through the real quiz: items drawn, responses made, read and scored. */
export function quizExamination(bank: Bank, setting: QuizSetting): Examination {
  const { rule, exposure, slip } = setting;
  const { pool, itemNumber } = measuredBank(bank);
  const { variance } = bank.roadmap.measurement;
  const trueBank = withDifficultyError(bank, setting.difficultyError, setting.difficultySeed);
  const everyItem = new Uint8Array(pool.items.length).fill(1);
  const everyDomain = bank.domains.map((_, domain) => domain);
  const options = { rule, ...(exposure === undefined ? {} : { exposure }) };

  return (learner) => {
    const seed = learnerSeed(setting.seed, learner);
    const truth = drawAbilities(pool.tree, variance, setting.ability, seed);
    // Learners answer the items as they truly are; what to ask and believe rests on what is assumed of them.
    const attempt = simulateAttempt(
      diagnostic(bank, setting.questions, seed),
      trueBank,
      { abilities: [...truth], seed },
      (given) => nextQuestion(withSlips(given, bank, slip), bank, options),
    );
    const { beliefs } = estimate(withSlips(attempt, bank, slip), bank);
    const met = attempt.questions.flatMap(({ itemId }) => itemNumber.get(itemId) ?? []);
    // What was asked never comes back, so that fewest are left at the end.
    const left = openItems(pool, everyItem, everyDomain, met);
    const { gaussian } = beliefs;
    return { truth, gaussian, met, unfitted: unfittedSkills(pool, left, gaussian) };
  };
}

function diagnostic(bank: Bank, length: number, seed: number): NewAttempt {
  const domains = bank.domains.map(({ id }) => id);
  return {
    blueprint: { kind: 'diagnostic', domains, length, feedback: 'end' },
    seed,
    profile: null,
    avoid: [],
    earlier: [],
  };
}

/** The same bank, in which every item is a little harder or easier than its author thought. */
function withDifficultyError(bank: Bank, deviation: number, seed: number): Bank {
  if (deviation === 0) return bank;
  const random = randomFrom('difficulty error', seed);
  const items = [...bank.items].map(([id, { item, skill }]): [string, BankItem] => {
    // Between the five levels that an author may write: nothing but the response model reads it here.
    const difficulty = (item.difficulty + deviation * random.normal()) as typeof item.difficulty;
    return [id, { item: { ...item, difficulty }, skill }];
  });
  return { ...bank, items: new Map(items) };
}

/** The attempt as it arrives when, with the given chance, a slip on the way makes an answer worth nothing. */
function withSlips(attempt: Attempt, bank: Bank, chance: number): Attempt {
  if (chance === 0) return attempt;
  const answers = attempt.answers.map((answer, i) => {
    const random = randomFrom('slip', attempt.seed, answer.position);
    const question = attempt.questions[i];
    const variant = question && random.unit() < chance ? variantOf(question, bank) : null;
    return variant ? { ...answer, response: worthless(variant, random) } : answer;
  });
  return { ...attempt, answers };
}

/** A response that earns nothing. */
function worthless(variant: Variant, random: Random): Response {
  return random.pick(
    knownResponses(variant).filter((response) => scoreResponse(variant, response).score === 0),
  );
}
