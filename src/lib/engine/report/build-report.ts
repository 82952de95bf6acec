import { type Bank, type Skill, profileOf, targetOf } from '#lib/engine/bank/bank.ts';
import { type Level, levelOf, probabilityAtLeast } from '#lib/engine/measure/levels/level.ts';
import type { Attempt, AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { reviewAttempt } from '#lib/engine/quiz/review.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import { planAttempt } from '#lib/engine/roadmap/plan-attempt.ts';
import { viewAnswers } from './answers.ts';
import { type Context, contextOf } from './context.ts';
import { viewDomain } from './domains.ts';
import { viewCalibration, viewCertainties } from './insights/calibration.ts';
import { viewMisconceptions } from './insights/misconceptions.ts';
import { viewSelfRatings } from './insights/self-ratings.ts';
import { outlookOf } from './outlook.ts';
import { summarise, tellEnd } from './summary.ts';
import type { ReportView, SkillView } from './view-model.ts';

/**
 * Everything a report says of an attempt, worked out afresh from its answers and the bank.
 *
 * @param choice the learner's pace; what is left out is the usual, from the day of the report on
 */
export function buildReport(
  record: AttemptRecord,
  bank: Bank,
  choice: PaceChoice = {},
): ReportView {
  const { attempt } = record;
  const profile = profileOf(bank, attempt.profile);
  const reviewed = reviewAttempt(attempt, bank);
  const context = contextOf(attempt, bank);
  const skills = [...bank.skills.values()].map((skill) => viewSkill(skill, context));
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const asked = bank.domains.filter(({ id }) => attempt.blueprint.domains.includes(id));
  const domains = asked.map((domain) => viewDomain(domain, record, context));
  const plan = planAttempt(
    bank,
    profile,
    (skill) => byId.get(skill.id) ?? viewSkill(skill, context),
  );
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const certainties = viewCertainties(reviewed);
  const outlook = outlookOf(record, plan, context, choice);
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
    summary: summarise(domains, plan, outlook.told.finish, attempt.answers.length),
    domains,
    skills: skills.filter((skill) => attempt.blueprint.domains.includes(skill.domain)),
    ...viewMisconceptions(attempt, record.startedAt, reviewed, steps, bank),
    certainties,
    calibration: viewCalibration(certainties),
    selfRatings: viewSelfRatings(domains, skills, steps),
    retake: retakeOf(attempt),
    plan,
    ...outlook,
    answers: viewAnswers(reviewed, bank),
  };
}

/** The level in each asked domain, as in the report: all that a list of attempts shows, at a fraction of its cost. */
export function domainLevels(
  { attempt }: AttemptRecord,
  bank: Bank,
): { readonly domain: string; readonly level: Level }[] {
  const { abilities, number } = contextOf(attempt, bank);
  return bank.domains
    .filter(({ id }) => attempt.blueprint.domains.includes(id))
    .map(({ id, skills }) => ({ domain: id, level: levelOf(abilities, skills.map(number)) }));
}

/** "Diagnostic" or the titles of the asked domains. */
export function attemptTitle({ blueprint }: Attempt, bank: Bank): string {
  if (blueprint.kind === 'diagnostic') return 'Full diagnostic';
  return bank.domains
    .filter(({ id }) => blueprint.domains.includes(id))
    .map(({ title }) => title)
    .join(', ');
}

/** How many of the questions were new to the learner; null where none had been answered before. */
function retakeOf({ earlier, questions, answers }: Attempt): ReportView['retake'] {
  if (earlier.length === 0) return null;
  const met = new Set(earlier.map(({ itemId }) => itemId));
  const again = questions.slice(0, answers.length).filter(({ itemId }) => met.has(itemId)).length;
  return { fresh: answers.length - again, again };
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
