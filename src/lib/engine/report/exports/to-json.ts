import { z } from 'zod';
import { type AttemptRecord, attempt } from '#lib/engine/quiz/attempt.ts';
import type { Focus } from '#lib/engine/roadmap/focus.ts';
import type { Gap } from '#lib/engine/roadmap/gap.ts';
import { schedule } from '#lib/engine/roadmap/schedule.ts';
import type { ReportView } from '../view-model.ts';

const percentage = z.number().min(0).max(100);
const level = z
  .strictObject({ expected: percentage, low: percentage, high: percentage })
  .describe('Percent: the expected level and the ends of its 90 % interval.');
const chanceMet = z.number().min(0).max(1).describe('Probability that the target is met.');
const standing = z.enum(['tested', 'inferred', 'unknown']);

const share = z.number().min(0).max(1);
const gap = z.strictObject({
  id: z.string(),
  level,
  target: percentage,
  skills: z.strictObject({
    tested: z.int().min(0),
    inferred: z.int().min(0),
    unknown: z.int().min(0),
  }),
  met: z.number().min(0).describe('Targets met, expected.'),
  most: z.int().min(0).describe('Four fifths of the skills, rounded up.'),
  chanceMost: share.nullable().describe('Probability that at least so many targets are met.'),
  chanceAll: share.nullable().describe('Probability that all are; null where no skill is known.'),
});

/**
 * A report as evidence: the responses with seeds and versions, from which every figure in it can be
 * computed again, and the figures as they were when it was made.
 *
 * Version 1 only grows: what came after its first reports is optional, so that those are read still.
 */
export const reportJson = z.strictObject({
  $schema: z.string(),
  format: z.literal('sextant-report'),
  formatVersion: z.literal(1),
  attemptId: z.string(),
  owner: z
    .string()
    .max(100)
    .optional()
    .describe('A pseudonym of whose it is, the same in all reports of a learner.'),
  bankVersion: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  selfRatings: z.record(z.string(), percentage),
  attempt,
  scores: z.array(
    z.strictObject({
      position: z.int().positive(),
      itemId: z.string(),
      skill: z.string(),
      score: z.number().min(0).max(1),
      misconception: z.string().nullable(),
    }),
  ),
  domains: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      answered: z.int().min(0),
      level,
      target: percentage,
      chanceMet,
      standing,
      alone: level
        .nullable()
        .describe('By this attempt itself; null where nothing earlier counts.'),
      change: z
        .strictObject({
          verdict: z.enum(['improved', 'unchanged', 'declined']),
          chanceHigher: z.number().min(0).max(1),
          before: level,
        })
        .nullable()
        .describe('Since the answers before this attempt, by items that were asked only once.'),
    }),
  ),
  skills: z.array(
    z.strictObject({
      id: z.string(),
      domain: z.string(),
      phase: z.int().positive(),
      answered: z.int().min(0),
      level,
      target: percentage,
      chanceMet,
      standing,
    }),
  ),
  plan: z.array(
    z.strictObject({
      phase: z.int().positive(),
      step: z.string(),
      action: z.enum(['skip', 'refresh', 'learn', 'unmeasured']),
      hours: z.tuple([z.number().min(0), z.number().min(0)]),
      chanceWrong: share
        .nullable()
        .optional()
        .describe('Probability that skipping is wrong; null where it is not skipped.'),
    }),
  ),
  gaps: z.strictObject({ phases: z.array(gap), domains: z.array(gap) }).optional(),
  focus: z
    .strictObject({
      skill: z.string(),
      hoursApart: z.number().min(0).describe('Standard deviation, from not knowing its level.'),
      margin: percentage.describe('Half the width of its 90 % interval, points.'),
      settle: z
        .discriminatedUnion('to', [
          z.strictObject({ to: z.literal('decide'), questions: z.int().positive() }),
          z.strictObject({
            to: z.literal('narrow'),
            questions: z.int().min(0),
            margin: percentage,
          }),
        ])
        .nullable()
        .describe('Questions that would decide its target (95 %), or narrow its level.'),
    })
    .nullable()
    .optional()
    .describe('The least certain skill that matters most to the plan; null where none does.'),
  schedule: schedule.optional(),
});
export type ReportJson = z.infer<typeof reportJson>;

export function toJson(view: ReportView, record: AttemptRecord): ReportJson {
  return {
    $schema: '/schemas/report.schema.json',
    format: 'sextant-report',
    formatVersion: 1,
    attemptId: view.attemptId,
    ...(record.owner !== undefined && { owner: record.owner }),
    bankVersion: view.bankVersion,
    startedAt: view.startedAt,
    finishedAt: view.finishedAt,
    selfRatings: { ...record.selfRatings },
    attempt: record.attempt,
    scores: view.answers.map(({ position, itemId, skill, score, misconception }) => ({
      position,
      itemId,
      skill,
      score,
      misconception,
    })),
    domains: view.domains.map(({ id, title, answered, alone, change, ...rest }) => ({
      id,
      title,
      answered,
      ...measured(rest),
      alone: alone && { ...alone },
      change: change && {
        verdict: change.verdict,
        chanceHigher: change.chanceHigher,
        before: { ...change.before },
      },
    })),
    skills: view.skills.map(({ id, domain, phase, answered, ...rest }) => ({
      id,
      domain,
      phase,
      answered,
      ...measured(rest),
    })),
    plan: view.plan.phases.flatMap((phase) =>
      phase.steps.map(({ id, action, hours, chanceWrong }) => ({
        phase: phase.id,
        step: id,
        action,
        hours: [hours[0], hours[1]] as [number, number],
        chanceWrong,
      })),
    ),
    gaps: { phases: view.gaps.phases.map(gapOf), domains: view.gaps.domains.map(gapOf) },
    focus: view.focus && focusOf(view.focus),
    schedule: view.schedule,
  };
}

/** The file as it is handed out; the same figures give the same bytes. */
export function writeJson(json: ReportJson): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

function gapOf({ id, level: { expected, low, high }, target, skills, ...chances }: Gap) {
  const { met, most, chanceMost, chanceAll } = chances;
  return {
    id,
    level: { expected, low, high },
    target,
    skills: { ...skills },
    met,
    most,
    chanceMost,
    chanceAll,
  };
}

function focusOf({ skill, hoursApart, margin, settle }: Focus) {
  return { skill, hoursApart, margin, settle: settle && { ...settle } };
}

type Measured = Pick<ReportView['skills'][number], 'level' | 'target' | 'chanceMet' | 'standing'>;

function measured({ level: { expected, low, high }, target, chanceMet, standing }: Measured) {
  return { level: { expected, low, high }, target, chanceMet, standing };
}

/** The published JSON Schema of the export. */
export function reportJsonSchema(): unknown {
  return z.toJSONSchema(reportJson, { target: 'draft-7' });
}
