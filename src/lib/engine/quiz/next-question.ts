import { type Bank, profileOf, targetOf } from '#lib/engine/bank/bank.ts';
import { hash32, randomFrom } from '#lib/engine/kernel/random.ts';
import { probabilityAtLeast } from '#lib/engine/measure/level.ts';
import type { Gaussian } from '#lib/engine/measure/posterior.ts';
import { domainWeights, readingOf } from '#lib/engine/measure/reading.ts';
import {
  type Candidate,
  type SelectionRule,
  chooseAmongBest,
  reductionRule,
} from '#lib/engine/measure/selection.ts';
import { type StopReason, stopping } from '#lib/engine/measure/stopping.ts';
import { seedCount } from '#lib/engine/template/instantiate.ts';
import type { Attempt, Question } from './attempt.ts';
import { estimate } from './estimate.ts';
import { type MeasuredBank, measuredBank } from './measured-bank.ts';

/** A domain may fall this far behind its even share of the questions before it must be asked. */
const mostLag = 1.5;

/** No early stop before the asked domains could have had this many answers each. */
const answersForEach = 3;

/** Stopping before the chosen length: every asked domain this well known (logits), or decided. */
const fineStandardError = 0.25;
const sureEnough = 0.95;

/** Chooses the next question; the engine's own way, or another that a simulation holds against it. */
export type Choose = (attempt: Attempt, bank: Bank) => Question | StopReason;

/**
 * What to ask next, or why to stop: a pure function of the attempt and the bank.
 *
 * @param rule how candidates are valued; the engine's own unless a simulation compares another
 */
export function nextQuestion(
  attempt: Attempt,
  bank: Bank,
  rule: (abilities: Gaussian, domains: readonly Float64Array[]) => SelectionRule = byReduction,
): Question | StopReason {
  const measured = measuredBank(bank);
  const { abilities } = estimate(attempt, bank);
  const position = attempt.answers.length + 1;
  const candidates = candidatesFor(attempt, bank, measured);
  const asked = attempt.blueprint.domains.map((id) =>
    domainWeights(measured.tree, domainNumber(bank, id)),
  );
  const verdict = stopping(
    {
      length: attempt.answers.length,
      remaining: candidates.length,
      standardErrors: asked.map((weights) => Math.sqrt(readingOf(abilities, weights).variance)),
      targetProbabilities: targetChances(attempt, bank, measured, abilities),
    },
    {
      minimumLength: Math.max(
        Math.ceil(attempt.blueprint.length / 2),
        answersForEach * asked.length,
      ),
      maximumLength: attempt.blueprint.length,
      standardError: fineStandardError,
      decisionProbability: sureEnough,
    },
  );
  if (verdict.stop) return verdict.reason;

  const random = randomFrom('selection', attempt.seed, position);
  const chosen = chooseAmongBest(rule(abilities, asked), candidates, random);
  const item = chosen && measured.items[chosen.index];
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
  return bank.items.get(question.itemId)?.item.version === question.itemVersion;
}

function byReduction(abilities: Gaussian, domains: readonly Float64Array[]): SelectionRule {
  return reductionRule(
    abilities,
    domains.map((weights) => ({ weights, importance: 1 })),
  );
}

/** Of the asked domains, no family twice, lagging domains first, fresh items while there are any. */
function candidatesFor(attempt: Attempt, bank: Bank, measured: MeasuredBank): Candidate[] {
  const wanted = new Set(attempt.blueprint.domains.map((id) => domainNumber(bank, id)));
  const domain = ({ skill }: Candidate) => measured.tree.domainOf[skill] ?? -1;
  const met = attempt.questions.slice(0, attempt.answers.length).flatMap(({ itemId }) => {
    const number = measured.itemNumber.get(itemId);
    return number === undefined ? [] : [number];
  });
  const families = new Set(met.map((number) => measured.items[number]?.family));
  const open = measured.candidates.filter(
    (candidate) =>
      wanted.has(domain(candidate)) && !families.has(measured.items[candidate.index]?.family),
  );
  const counts = new Map([...wanted].map((each) => [each, 0]));
  for (const number of met) {
    const candidate = measured.candidates[number];
    if (candidate) counts.set(domain(candidate), (counts.get(domain(candidate)) ?? 0) + 1);
  }
  const share = met.length / wanted.size;
  const seen = new Set(attempt.avoid.map((id) => measured.itemNumber.get(id)));
  const narrowed = prefer(open, (each) => (counts.get(domain(each)) ?? 0) <= share - mostLag);
  return prefer(narrowed, ({ index }) => !seen.has(index));
}

/** Those that satisfy the wish, or all where none does. */
function prefer<T>(list: T[], wish: (each: T) => boolean): T[] {
  const wished = list.filter(wish);
  return wished.length > 0 ? wished : list;
}

/** P(meets target) of every skill in the asked domains. */
function targetChances(
  attempt: Attempt,
  bank: Bank,
  measured: MeasuredBank,
  abilities: Gaussian,
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

function domainNumber(bank: Bank, id: string): number {
  return bank.domains.findIndex((domain) => domain.id === id);
}
