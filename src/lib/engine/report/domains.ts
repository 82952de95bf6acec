import { type Bank, type Domain, targetOf } from '#lib/engine/bank/bank.ts';
import { changeBetween } from '#lib/engine/measure/levels/change.ts';
import {
  level,
  levelOf,
  probabilityAtLeast,
  thetaOfLevel,
} from '#lib/engine/measure/levels/level.ts';
import type { Standing } from '#lib/engine/measure/levels/standing.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { questionsToReach } from '#lib/engine/measure/stopping.ts';
import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { lengths } from '#lib/engine/quiz/blueprint.ts';
import { type Context, readVariance } from './context.ts';
import { tellChange } from './summary.ts';
import type { DomainView } from './view-model.ts';

/** A domain's row in the report. */
export function viewDomain(domain: Domain, record: AttemptRecord, context: Context): DomainView {
  const { abilities, profile } = context;
  const numbers = domain.skills.map(context.number);
  const targets = domain.skills.map((skill) => targetOf(skill, profile));
  const measured = levelOf(abilities, numbers);
  const count = (counts: Int32Array) => numbers.reduce((sum, n) => sum + (counts[n] ?? 0), 0);
  const answered = count(context.answered);
  const recent = count(context.recent);
  return {
    id: domain.id,
    title: domain.title,
    short: domain.short,
    answered,
    selfRating: record.selfRatings[domain.id] ?? null,
    level: measured,
    band: bandOf(context.bank, measured.expected),
    // The level at the very ability that chanceMet is about.
    target: level(mean(targets.map(thetaOfLevel))),
    chanceMet: probabilityAtLeast(abilities, numbers, targets),
    standing: domainStanding(numbers, recent, context),
    ...sinceBefore(numbers, context),
    narrower: narrower(abilities, numbers, measured),
  };
}

/** What this attempt says by itself and whether the domain has changed; null where there is nothing to compare. */
function sinceBefore(
  numbers: readonly number[],
  { sides, alone, prior }: Context,
): Pick<DomainView, 'earlier' | 'alone' | 'change'> {
  const isAskedIn = (evidence: readonly Evidence[]) =>
    evidence.some(({ skill }) => numbers.includes(skill));
  if (!sides || !alone || !isAskedIn(sides.evidenceBefore)) {
    return { earlier: null, alone: null, change: null };
  }
  const own = levelOf(alone, numbers);
  const { gaussian } = sides.before;
  const before = levelOf(gaussian, numbers);
  if (!isAskedIn(sides.evidenceAfter)) return { earlier: before, alone: own, change: null };
  const change = changeBetween(prior, gaussian, sides.after.gaussian, numbers);
  return {
    earlier: before,
    alone: own,
    change: { ...change, before, sentence: tellChange(change, before, own) },
  };
}

function domainStanding(numbers: readonly number[], recent: number, context: Context): Standing {
  if (recent >= 2) return 'tested';
  const left = readVariance(context.abilities, numbers) / readVariance(context.prior, numbers);
  return left <= 0.75 ? 'inferred' : 'unknown';
}

/** Margins worth offering, in points either way, narrowest first. */
const margins = [5, 6, 7, 8, 9, 10, 11, 12, 15];

/** The narrowest margin that a quiz on the domain alone can bring, where that is clearly narrower than today's. */
function narrower(
  abilities: TreeGaussian,
  numbers: readonly number[],
  { low, high }: DomainView['level'],
): DomainView['narrower'] {
  for (const margin of margins.filter((each) => each <= 0.85 * ((high - low) / 2))) {
    // A quiz taken now builds on what these answers say.
    const questions = questionsToReach(abilities, numbers, margin, {
      limit: lengths.domain.thorough,
    });
    if (questions !== null) return { questions, margin };
  }
  return null;
}

function bandOf(bank: Bank, expected: number) {
  const band = bank.roadmap.bands.findLast(({ from }) => from <= expected);
  return { title: band?.title ?? '', can: band?.can ?? '' };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
