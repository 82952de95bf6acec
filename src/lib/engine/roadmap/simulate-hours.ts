import { type Bank, type Skill, targetOf } from '#lib/engine/bank/bank.ts';
import type { Profile } from '#lib/engine/bank/roadmap-schema.ts';
import type { Random } from '#lib/engine/kernel/random.ts';
import type { Sample } from '#lib/engine/kernel/sample.ts';
import { leastShare } from './plan-attempt.ts';
import type { Plan } from './plan.ts';

/** Hours still to go by step id, one entry a draw, ≥ 0. */
export type HoursByStep = ReadonlyMap<string, Sample>;

/**
 * Hours still to go at every step, simulated: in each draw the learner has one level a skill, drawn
 * together from the posterior, and every step one length H within its range.
 *
 *     hours = H · (target − level)⁺/target,   H = fewest + (most − fewest)·(u + v)/2,
 *
 * u the learner's own pace and v the step's own luck, both uniform: H has the triangular distribution on
 * its range. Two steps correlate by ½, since who is slow at one tends to be slow at the next; without
 * that the surprises of sixty steps would cancel out. The half is a judgement, not a figure from data.
 *
 * A step that is not skipped takes at least `leastShare` of H: whoever refreshes does not know that
 * nothing was missing. One that is skipped takes hours in the draws where skipping is wrong: that time
 * is made up for. Topics take all of H.
 *
 * Every variable is drawn whatever the plan says and in the roadmap's order, so two plans simulated with
 * the same stream differ by their levels alone: with levels nowhere lower no draw takes more hours.
 *
 * @param levelsOf a skill's level in percent, one entry a draw
 */
export function simulateHours(
  bank: Bank,
  profile: Profile,
  plan: Plan,
  levelsOf: (skill: Skill) => Sample,
  draws: number,
  random: Random,
): HoursByStep {
  const steps = new Map(plan.phases.flatMap((phase) => phase.steps.map((step) => [step.id, step])));
  const ownPace = Float64Array.from({ length: draws }, () => random.unit());
  const lengths = ([fewest, most]: readonly [number, number]) =>
    ownPace.map((u) => fewest + ((most - fewest) * (u + random.unit())) / 2);
  const result = new Map<string, Sample>();
  for (const { skills, topics } of bank.roadmap.phases) {
    for (const { skill: id, hours } of skills) {
      const lengthsHere = lengths(hours);
      const [skill, step] = [bank.skills.get(id), steps.get(id)];
      if (!skill || !step) continue;
      const least = step.action === 'skip' ? 0 : leastShare;
      const shares = sharesToGo(levelsOf(skill), targetOf(skill, profile), least);
      result.set(
        id,
        lengthsHere.map((length, k) => length * (shares[k] ?? 0)),
      );
    }
    for (const { topic, hours } of topics) result.set(topic, lengths(hours));
  }
  return result;
}

function sharesToGo(levels: Sample, target: number, least: number): Sample {
  return levels.map((level) => Math.max(least, (target - level) / target));
}
