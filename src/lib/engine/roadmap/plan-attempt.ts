import { type Bank, type Skill, targetOf } from '#lib/engine/bank/bank.ts';
import type { Profile, TopicStep } from '#lib/engine/bank/roadmap-schema.ts';
import { normalCdf, normalDensity, normalQuantile } from '#lib/engine/kernel/normal.ts';
import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { Standing } from '#lib/engine/measure/levels/standing.ts';
import { inPrerequisiteOrder } from './order.ts';
import type { Action, Plan, PlanPhase, PlanStep } from './plan.ts';

/** What is known of one skill. */
export interface SkillStanding {
  readonly standing: Standing;
  readonly level: Level;
  /** P(target is met), in [0, 1]. */
  readonly chanceMet: number;
}

/** Skipping is advised when it is wrong in at most one case of five. */
const chanceToSkip = 0.8;
/** Up to this many points below the target a refresher will do. */
const refreshWithin = 12;
/** Even the smallest refresher takes this share of the hours from nothing to target. */
export const leastShare = 0.1;

/**
 * The learner's plan: the roadmap's phases, each step with what to do about it and the hours that takes.
 *
 * Hours follow the gap: a step's range, from nothing to target, times the expected share of the way
 * still to go, so that an uncertain level costs more than the same level known well.
 */
export function planAttempt(
  bank: Bank,
  profile: Profile,
  standingOf: (skill: Skill) => SkillStanding,
): Plan {
  const phases = bank.roadmap.phases.map((phase): PlanPhase => {
    const steps = [
      ...phase.skills.flatMap(({ skill: id }) => {
        const skill = bank.skills.get(id);
        return skill ? [skillStep(skill, targetOf(skill, profile), standingOf(skill))] : [];
      }),
      ...phase.topics.map(topicStep),
    ];
    const { id, title, about, months } = phase;
    return {
      id,
      title,
      about,
      months,
      steps: inPrerequisiteOrder(steps),
      hours: total(steps.filter(({ domain }) => domain !== null)),
      unmeasuredHours: total(steps.filter(({ domain }) => domain === null)),
    };
  });
  return {
    phases,
    credits: bank.roadmap.credits,
    usualMonths: bank.roadmap.usualMonths,
    hours: sum(phases.map(({ hours }) => hours)),
    unmeasuredHours: sum(phases.map(({ unmeasuredHours }) => unmeasuredHours)),
  };
}

function skillStep(skill: Skill, target: number, known: SkillStanding): PlanStep {
  const { action, why } = decide(target, known);
  const [fewest, most] = skill.step.hours;
  const share = Math.min(1, Math.max(leastShare, expectedShortfall(target, known.level) / target));
  const { id, title, about, domain } = skill;
  return {
    id,
    title,
    about,
    domain,
    action,
    why,
    chanceMet: known.standing === 'unknown' ? null : known.chanceMet,
    chanceWrong: action === 'skip' ? 1 - known.chanceMet : null,
    hours:
      action === 'skip'
        ? [0, 0]
        : action === 'unmeasured'
          ? [fewest * leastShare, most]
          : [fewest * share, most * share],
    prerequisites: skill.step.prerequisites,
    resources: skill.step.resources,
  };
}

/**
 * Points expected to be missing to the target, for a level L taken as normal with its 90 % interval:
 *
 *     E max(0, t − L) = σ·φ(z) + (t − μ)·Φ(z),   z = (t − μ)/σ
 *
 * In [0, target]; never rises with the level. The partial expectation of a normal variable.
 */
function expectedShortfall(target: number, { expected, low, high }: Level): number {
  const deviation = (high - low) / (2 * normalQuantile(0.95));
  const missing = target - expected;
  if (deviation <= 0) return Math.max(0, missing);
  const z = missing / deviation;
  return deviation * normalDensity(z) + missing * normalCdf(z);
}

function decide(
  target: number,
  { standing, level, chanceMet }: SkillStanding,
): { action: Action; why: string } {
  if (standing === 'unknown') {
    return { action: 'unmeasured', why: 'Too little is known of it yet: take its domain’s quiz.' };
  }
  const basis = standing === 'tested' ? '' : ', judged from neighbouring skills';
  const goal = `the target of ${Math.round(target)} %`;
  const chance = `${Math.round(100 * chanceMet)} % likely`;
  if (chanceMet >= chanceToSkip) {
    const wrong = 100 - Math.round(100 * chanceMet);
    const risk = `skipping is wrong with a chance of ${wrong > 0 ? wrong : 'less than 1'} %`;
    return { action: 'skip', why: `${chance} to meet ${goal} already${basis}; ${risk}.` };
  }
  if (level.expected >= target - refreshWithin) {
    return { action: 'refresh', why: `Near ${goal}, ${chance} to meet it already${basis}.` };
  }
  const gap = Math.round(target - level.expected);
  return { action: 'learn', why: `About ${gap} points below ${goal}${basis}.` };
}

function topicStep(topic: TopicStep): PlanStep {
  return {
    id: topic.topic,
    title: topic.title,
    about: topic.about,
    domain: null,
    action: 'unmeasured',
    why: 'On the roadmap, but Sextant does not measure it yet: judge for yourself.',
    chanceMet: null,
    chanceWrong: null,
    hours: topic.hours,
    prerequisites: topic.prerequisites,
    resources: topic.resources,
  };
}

function total(steps: readonly PlanStep[]): [number, number] {
  return sum(steps.map(({ hours }) => hours));
}

function sum(ranges: readonly (readonly [number, number])[]): [number, number] {
  return ranges.reduce<[number, number]>(
    ([low, high], [fewest, most]) => [low + fewest, high + most],
    [0, 0],
  );
}
