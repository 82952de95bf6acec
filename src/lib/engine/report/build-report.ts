import { type Bank, type Domain, type Skill, profileOf, targetOf } from '#lib/engine/bank/bank.ts';
import type { Profile } from '#lib/engine/bank/roadmap-schema.ts';
import { level, levelOf, probabilityAtLeast, thetaOfLevel } from '#lib/engine/measure/level.ts';
import type { Gaussian } from '#lib/engine/measure/posterior.ts';
import { meanWeights, readingOf } from '#lib/engine/measure/reading.ts';
import { type Standing, standings } from '#lib/engine/measure/standing.ts';
import { questionsToReach } from '#lib/engine/measure/stopping.ts';
import type { Attempt, AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { lengths } from '#lib/engine/quiz/blueprint.ts';
import { estimate } from '#lib/engine/quiz/estimate.ts';
import { measuredBank } from '#lib/engine/quiz/measured-bank.ts';
import { reviewAttempt } from '#lib/engine/quiz/review.ts';
import { planAttempt } from '#lib/engine/roadmap/plan-attempt.ts';
import { viewAnswers, viewCertainties, viewMisconceptions } from './answers.ts';
import { summarise, tellEnd } from './summary.ts';
import type { DomainView, ReportView, SkillView } from './view-model.ts';

/** Everything a report says of an attempt, worked out afresh from its answers and the bank. */
export function buildReport(record: AttemptRecord, bank: Bank): ReportView {
  const { attempt } = record;
  const profile = profileOf(bank, attempt.profile);
  const reviewed = reviewAttempt(attempt, bank);
  const context = contextOf(attempt, bank, profile);
  const skills = [...bank.skills.values()].map((skill) => viewSkill(skill, context));
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const asked = bank.domains.filter(({ id }) => attempt.blueprint.domains.includes(id));
  const domains = asked.map((domain) => viewDomain(domain, record, context));
  const plan = planAttempt(
    bank,
    profile,
    (skill) => byId.get(skill.id) ?? viewSkill(skill, context),
  );
  return {
    attemptId: record.id,
    kind: attempt.blueprint.kind,
    title: attemptTitle(attempt, bank),
    profile: { id: profile.id, title: profile.title },
    bankVersion: record.bankVersion,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    ended: tellEnd(attempt),
    answered: attempt.answers.length,
    length: attempt.blueprint.length,
    withdrawn: attempt.answers.length - reviewed.length,
    summary: summarise(domains, plan, attempt.answers.length),
    domains,
    skills: skills.filter((skill) => attempt.blueprint.domains.includes(skill.domain)),
    misconceptions: viewMisconceptions(reviewed, bank),
    certainties: viewCertainties(reviewed),
    plan,
    answers: viewAnswers(reviewed, bank),
  };
}

/** "Diagnostic" or the titles of the asked domains. */
export function attemptTitle({ blueprint }: Attempt, bank: Bank): string {
  if (blueprint.kind === 'diagnostic') return 'Full diagnostic';
  return bank.domains
    .filter(({ id }) => blueprint.domains.includes(id))
    .map(({ title }) => title)
    .join(', ');
}

/** What every row of the report is read from. */
interface Context {
  readonly bank: Bank;
  readonly profile: Profile;
  readonly abilities: Gaussian;
  readonly prior: Gaussian;
  readonly number: (skill: Skill) => number;
  readonly standing: readonly Standing[];
  /** Answers that count, by skill number. */
  readonly answered: readonly number[];
}

function contextOf(attempt: Attempt, bank: Bank, profile: Profile): Context {
  const { prior, skillNumber } = measuredBank(bank);
  const { evidence, abilities } = estimate(attempt, bank);
  const answered = Array.from({ length: bank.skills.size }, () => 0);
  for (const { skill } of evidence) answered[skill] = (answered[skill] ?? 0) + 1;
  return {
    bank,
    profile,
    abilities,
    prior,
    number: (skill) => skillNumber.get(skill.id) ?? 0,
    standing: standings(prior, abilities, evidence),
    answered,
  };
}

function viewSkill(skill: Skill, context: Context): SkillView {
  const number = context.number(skill);
  const target = targetOf(skill, context.profile);
  return {
    id: skill.id,
    title: skill.title,
    about: skill.about,
    domain: skill.domain,
    phase: skill.phase,
    answered: context.answered[number] ?? 0,
    standing: context.standing[number] ?? 'unknown',
    level: levelOf(context.abilities, [number]),
    target,
    chanceMet: probabilityAtLeast(context.abilities, [number], [target]),
  };
}

function viewDomain(domain: Domain, record: AttemptRecord, context: Context): DomainView {
  const { abilities, profile } = context;
  const numbers = domain.skills.map(context.number);
  const targets = domain.skills.map((skill) => targetOf(skill, profile));
  const measured = levelOf(abilities, numbers);
  const answered = numbers.reduce((sum, number) => sum + (context.answered[number] ?? 0), 0);
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
    standing: domainStanding(numbers, answered, context),
    narrower: narrower(context.prior, numbers, measured),
  };
}

function domainStanding(numbers: readonly number[], answered: number, context: Context): Standing {
  if (answered >= 2) return 'tested';
  const weights = meanWeights(context.prior.mean.length, numbers);
  const left =
    readingOf(context.abilities, weights).variance / readingOf(context.prior, weights).variance;
  return left <= 0.75 ? 'inferred' : 'unknown';
}

/** Margins worth offering, in points either way, narrowest first. */
const margins = [5, 6, 7, 8, 9, 10, 11, 12, 15];

/** The narrowest margin that a quiz on the domain alone can bring, where that is clearly narrower than today's. */
function narrower(
  prior: Gaussian,
  numbers: readonly number[],
  { low, high }: DomainView['level'],
): DomainView['narrower'] {
  for (const margin of margins.filter((each) => each <= 0.85 * ((high - low) / 2))) {
    // From the prior: such a quiz is measured on its own, it does not add to this attempt.
    const questions = questionsToReach(prior, numbers, margin, { limit: lengths.domain.thorough });
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
