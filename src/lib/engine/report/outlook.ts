import { type Skill, targetOf } from '#lib/engine/bank/bank.ts';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { level, levelOf, thetaOfLevel } from '#lib/engine/measure/levels/level.ts';
import { drawAbilities } from '#lib/engine/measure/posterior/draws.ts';
import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { focusOf } from '#lib/engine/roadmap/focus.ts';
import { type DrawnSkill, type Gap, targetsMet } from '#lib/engine/roadmap/gap.ts';
import { type PaceChoice, paceFrom } from '#lib/engine/roadmap/pace.ts';
import type { Plan } from '#lib/engine/roadmap/plan.ts';
import { schedulePlan } from '#lib/engine/roadmap/schedule-plan.ts';
import { simulateHours } from '#lib/engine/roadmap/simulate-hours.ts';
import type { Context } from './context.ts';
import { countingNames, tellFinish, tellFocus, tellUsual } from './tell-plan.ts';
import type { ReportView } from './view-model.ts';

/** Enough that the P50 and P80 of another thousand lie within a twentieth of their spread. */
const DRAWS = 1000;

/** What lies ahead: gaps of phases and domains, the skill to settle first, and the plan on the calendar. */
export function outlookOf(
  record: AttemptRecord,
  plan: Plan,
  context: Context,
  choice: PaceChoice,
): Pick<ReportView, 'gaps' | 'focus' | 'schedule' | 'told'> {
  const { bank, profile, beliefs, abilities, number } = context;
  // The learner's own stream, and the same for every pace: only the calendar differs.
  const random = randomFrom('plan', record.attempt.seed);
  const drawn = drawAbilities(beliefs, DRAWS, () => random.unit()).map((thetas) =>
    thetas.map(level),
  );
  const levelsOf = (skill: Skill) => drawn[number(skill)] ?? new Float64Array(DRAWS);
  const standingOf = (skill: Skill) => context.standing[number(skill)] ?? 'unknown';
  const hours = simulateHours(bank, profile, plan, levelsOf, DRAWS, random);

  const gapOf = (id: string, title: string, skills: readonly Skill[]): Gap => {
    const targets = skills.map((skill) => targetOf(skill, profile));
    const together = skills.map((skill, i): DrawnSkill => ({
      standing: standingOf(skill),
      target: targets[i] ?? 0,
      levels: levelsOf(skill),
    }));
    const ability = targets.reduce((sum, each) => sum + thetaOfLevel(each), 0) / targets.length;
    return {
      id,
      title,
      level: levelOf(abilities, skills.map(number)),
      target: level(ability),
      ...targetsMet(together),
    };
  };
  const phases = bank.roadmap.phases.map(({ id, title, skills }) => ({
    id: String(id),
    title,
    skills: skills.flatMap(({ skill }) => bank.skills.get(skill) ?? []),
  }));
  const asked = bank.domains.filter(({ id }) => record.attempt.blueprint.domains.includes(id));
  const focus = focusOf(
    [...bank.skills.values()].map((skill) => ({
      ...skill,
      number: number(skill),
      standing: standingOf(skill),
      target: targetOf(skill, profile),
      hours: skill.step.hours,
      levels: levelsOf(skill),
    })),
    abilities,
  );
  const schedule = schedulePlan(
    plan,
    hours,
    paceFrom(choice, record.finishedAt ?? record.startedAt),
  );
  return {
    gaps: {
      phases: phases
        .filter(({ skills }) => skills.length > 0)
        .map(({ id, title, skills }) => gapOf(id, title, skills)),
      domains: asked.map(({ id, title, skills }) => gapOf(id, title, skills)),
    },
    focus: focus && {
      ...focus,
      domainTitle: bank.domains.find(({ id }) => id === focus.domain)?.title ?? '',
      sentence: tellFocus(focus),
    },
    schedule,
    told: {
      finish: tellFinish(schedule),
      usual: tellUsual(schedule),
      counting: countingNames,
    },
  };
}
