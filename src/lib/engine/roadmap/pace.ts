import { z } from 'zod';

/** What the plan counts besides the skills that are known: unknown ones, and topics that are not measured. */
export const counting = z.enum(['all', 'measured', 'known']);
export type Counting = z.infer<typeof counting>;

/** A learner studies this much unless they say otherwise, hours a week. */
export const USUAL_HOURS = 8;
export const MOST_HOURS = 40;

/** How fast and from when the plan is worked through. */
export const pace = z.strictObject({
  hoursPerWeek: z.int().min(1).max(MOST_HOURS),
  startsOn: z.iso
    .date()
    .refine((day) => day >= '2000-01-01' && day <= '2099-12-31')
    .describe('The first day of study.'),
  counting: counting.describe(
    'all: every step; measured: without topics that are not measured; known: also without skills that are not known yet.',
  ),
});
export type Pace = z.infer<typeof pace>;

/** What a learner chose of it; the rest is the usual. */
export type PaceChoice = Partial<Pace>;

/**
 * The pace that a plan is made for. It begins on the day of its report (ISO 8601) unless a later one is
 * chosen: the hours still to go are those of that day.
 */
export function paceFrom(choice: PaceChoice, reportedAt: string): Pace {
  const reported = reportedAt.slice(0, 10);
  const { hoursPerWeek = USUAL_HOURS, startsOn = reported, counting = 'all' } = choice;
  return { hoursPerWeek, startsOn: startsOn > reported ? startsOn : reported, counting };
}
