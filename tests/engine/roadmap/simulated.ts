import fc from 'fast-check';
import { type Profile } from '#lib/engine/bank/roadmap-schema.ts';
import { type Bank, type Skill, profileOf } from '#lib/engine/bank/bank.ts';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { type SkillStanding, planAttempt } from '#lib/engine/roadmap/plan-attempt.ts';
import type { Plan } from '#lib/engine/roadmap/plan.ts';
import { simulateHours } from '#lib/engine/roadmap/simulate-hours.ts';

export const DRAWS = 60;

/** A made-up learner: what the plan is told of each skill, and its level in every draw. */
export interface MadeUp {
  readonly known: SkillStanding;
  readonly levels: Float64Array;
}

const percents = fc.double({ min: 0, max: 100, noNaN: true });

export const anyMadeUp: fc.Arbitrary<MadeUp> = fc
  .record({
    standing: fc.constantFrom('tested' as const, 'inferred' as const, 'unknown' as const),
    levels: fc.array(percents, { minLength: DRAWS, maxLength: DRAWS }),
    chanceMet: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ standing, levels, chanceMet }) => {
    const expected = levels.reduce((sum, each) => sum + each, 0) / DRAWS;
    const level = { expected, low: Math.max(0, expected - 20), high: Math.min(100, expected + 20) };
    return { known: { standing, chanceMet, level }, levels: Float64Array.from(levels) };
  });

export const anyLearner = (bank: Bank) => fc.tuple(...[...bank.skills.keys()].map(() => anyMadeUp));

/** The plan of a made-up learner, and the hours simulated for it. */
export function simulated(
  bank: Bank,
  learner: readonly MadeUp[],
  seed = 1,
  profile: Profile = profileOf(bank, null),
) {
  const ids = [...bank.skills.keys()];
  const of = ({ id }: Skill) => learner[ids.indexOf(id)]!;
  const plan: Plan = planAttempt(bank, profile, (skill) => of(skill).known);
  const random = randomFrom('test', seed);
  const levelsOf = (skill: Skill) => of(skill).levels;
  const draws = learner[0]!.levels.length;
  return { plan, hours: simulateHours(bank, profile, plan, levelsOf, draws, random) };
}
