import { z } from 'zod';
import { counting, pace } from './pace.ts';

const day = z.iso.date();
const hours = z.number().min(0);

const finish = z.strictObject({
  hours: hours.describe('Of study, from the start.'),
  weeks: z.number().min(0).describe('From the start.'),
  on: day.describe('The last day of study.'),
});
export type Finish = z.infer<typeof finish>;

const p50 = finish.describe('Half of the simulations are done by then.');
const p80 = finish.describe('Four in five of the simulations are done by then.');

const scheduledStep = z.strictObject({
  step: z.string().describe('The id of a step of the plan.'),
  phase: z.int().positive(),
  basis: z
    .enum(['known', 'unknown', 'topic'])
    .describe(
      'A skill whose level is known, one whose level is not, or a topic without questions.',
    ),
  hours: hours.describe('From its start to its end.'),
  weeks: z
    .tuple([z.number().min(0), z.number().min(0)])
    .describe('Start and end in weeks from the start of study: the medians of the simulation.'),
  from: day,
  to: day,
  p80: day.describe('Four in five of the simulations are done with it by then.'),
});
export type ScheduledStep = z.infer<typeof scheduledStep>;

const scheduledPhase = z.strictObject({
  phase: z.int().positive(),
  hours,
  makeUpHours: hours.describe('Of these, at its end, for steps whose skipping proves wrong.'),
  weeks: z.tuple([z.number().min(0), z.number().min(0)]),
  from: day,
  to: day,
  p80: day,
});
export type ScheduledPhase = z.infer<typeof scheduledPhase>;

/**
 * A plan on the calendar: one step after the other at an even pace, none before what it builds on.
 * All dates are days without a time zone. Steps that are skipped or not counted are left out.
 */
export const schedule = z.strictObject({
  pace,
  steps: z.array(scheduledStep).describe('In the order of study.'),
  phases: z.array(scheduledPhase),
  finish: z.strictObject({ p50, p80 }),
  finishes: z
    .array(z.strictObject({ counting, p50, p80 }))
    .describe('The same for each way of counting.'),
  usual: z
    .strictObject({
      months: z.tuple([z.number().positive(), z.number().positive()]),
      by: z.tuple([day, day]),
      hoursPerWeek: z.int().positive().describe('With which p80 lies within the most months.'),
    })
    .describe('What the roadmap reckons with, for comparison.'),
});
export type Schedule = z.infer<typeof schedule>;
