import { itemAsked } from '#lib/engine/bank/versions/item-asked.ts';
import { type Bank, profileOf, targetOf } from '#lib/engine/bank/bank.ts';
import { hash32, randomFrom } from '#lib/engine/kernel/random.ts';
import { probabilityAtLeast } from '#lib/engine/measure/levels/level.ts';
import { domainWeights, readingOf } from '#lib/engine/measure/levels/reading.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { itemCount } from '#lib/engine/measure/selection/item-pool.ts';
import { type OpenItems, openItems, preference } from '#lib/engine/measure/selection/open-items.ts';
import {
  type Objective,
  type SelectionRule,
  varianceReduction,
} from '#lib/engine/measure/selection/rules.ts';
import { type StopReason, stopping } from '#lib/engine/measure/stopping.ts';
import { seedCount } from '#lib/engine/template/instantiate.ts';
import type { Attempt, Question } from './attempt.ts';
import { estimate } from './estimate.ts';
import { type MeasuredBank, measuredBank } from './measured-bank.ts';

/** No early stop before the asked domains could have had this many answers each. */
const answersForEach = 3;

/** Stopping before the chosen length: every asked domain this well known (logits), or decided. */
const fineStandardError = 0.25;
const sureEnough = 0.95;

/**
 * Exposure control: an attempt may have each item with this chance, or with more where it would be
 * left with fewer items than `itemsForEach` a question to choose from; but never all of them, or every
 * attempt would begin alike.
 */
const exposureChance = 0.16;
const itemsForEach = 2.5;
const mostExposure = 0.75;

/** Chooses the next question; the engine's own way, or another that a simulation holds against it. */
export type Choose = (attempt: Attempt, bank: Bank) => Question | StopReason;

/** What a simulation may do otherwise. */
export interface SelectionOptions {
  readonly rule?: SelectionRule;
  /** The chance with which an attempt may have an item; 1: no exposure control. */
  readonly exposure?: number;
}

/** What to ask next, or why to stop: a pure function of the attempt and the bank. */
export function nextQuestion(
  attempt: Attempt,
  bank: Bank,
  { rule = varianceReduction, exposure }: SelectionOptions = {},
): Question | StopReason {
  const measured = measuredBank(bank);
  const { gaussian } = estimate(attempt, bank).beliefs;
  const position = attempt.answers.length + 1;
  const open = openTo(attempt, bank, measured, exposure);
  const random = randomFrom('selection', attempt.seed, position);
  const objectives = objectivesOf(attempt, bank, measured);
  const chosen = rule(measured.pool, open, { gaussian, objectives, random });
  const item = measured.items[chosen];
  const verdict = stopping(
    {
      length: attempt.answers.length,
      remaining: item ? 1 : 0,
      standardErrors: objectives.map(({ weights }) =>
        Math.sqrt(readingOf(gaussian, weights).variance),
      ),
      targetProbabilities: targetChances(attempt, bank, measured, gaussian),
    },
    {
      minimumLength: Math.max(
        Math.ceil(attempt.blueprint.length / 2),
        answersForEach * objectives.length,
      ),
      maximumLength: attempt.blueprint.length,
      standardError: fineStandardError,
      decisionProbability: sureEnough,
    },
  );
  if (verdict.stop) return verdict.reason;
  if (!item) return 'exhausted';
  return {
    position,
    itemId: item.id,
    itemVersion: item.version,
    seed: 1 + (hash32('variant', attempt.seed, position) % seedCount),
  };
}

/** True where the question can still be shown as it was chosen. */
export function askable(question: Question, bank: Bank): boolean {
  return itemAsked(bank, question.itemId, question.itemVersion) !== null;
}

/** What may be asked next: see `openItems`. */
function openTo(
  { blueprint, seed, avoid, questions, answers }: Attempt,
  bank: Bank,
  { pool, itemNumber }: MeasuredBank,
  exposure?: number,
): OpenItems {
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => itemNumber.get(id) ?? []);
  const domains = bank.domains.flatMap(({ id }, domain) =>
    blueprint.domains.includes(id) ? domain : [],
  );
  const needed = (itemsForEach * blueprint.length) / itemCount(pool, domains);
  const chance = Math.min(mostExposure, Math.max(exposureChance, needed));
  const ranks = preference(pool, placesOf(avoid), exposure ?? chance, randomFrom('lottery', seed));
  const met = placesOf(questions.slice(0, answers.length).map(({ itemId }) => itemId));
  return openItems(pool, ranks, domains, met);
}

/** The asked domains, each counted by how much its skills are asked for: the mean of their targets. */
function objectivesOf(
  { blueprint, profile }: Attempt,
  bank: Bank,
  { pool }: MeasuredBank,
): Objective[] {
  const wanted = profileOf(bank, profile);
  return bank.domains.flatMap(({ id, skills }, domain) => {
    if (!blueprint.domains.includes(id)) return [];
    const targets = skills.reduce((sum, skill) => sum + targetOf(skill, wanted), 0);
    return { weights: domainWeights(pool.tree, domain), importance: targets / skills.length };
  });
}

/** P(meets target) of every skill in the asked domains. */
function targetChances(
  attempt: Attempt,
  bank: Bank,
  measured: MeasuredBank,
  abilities: TreeGaussian,
): number[] {
  const profile = profileOf(bank, attempt.profile);
  const asked = new Set(attempt.blueprint.domains);
  return [...bank.skills.values()]
    .filter((skill) => asked.has(skill.domain))
    .map((skill) => {
      const number = measured.skillNumber.get(skill.id) ?? 0;
      return probabilityAtLeast(abilities, [number], [targetOf(skill, profile)]);
    });
}
