import { z } from 'zod';
import { identifier, markdown } from './text-schema.ts';

const line = z.string().trim().min(3).max(240);

/** Fewest and most hours; a range, because nobody knows better. */
const hours = z
  .tuple([z.number().positive(), z.number().positive()])
  .refine(([low, high]) => low <= high, 'the fewest hours come first');

export const resource = z.strictObject({
  title: line,
  author: line,
  kind: z.enum(['book', 'course', 'documentation', 'video', 'article', 'exercises']),
  hours: z.number().positive(),
  url: z.url({ protocol: /^https$/ }),
});
export type Resource = z.infer<typeof resource>;

const step = {
  hours: hours.describe('From nothing to the target.'),
  prerequisites: z.array(identifier).default([]).describe('Skills or topics to have first.'),
  resources: z
    .array(resource)
    .min(2)
    .max(4)
    .describe('Free, and there for years; together they take at least the fewest hours.'),
};

const skillStep = z.strictObject({
  skill: identifier,
  target: z.number().min(5).max(95).describe('The level to reach, in percent.'),
  ...step,
});
export type SkillStep = z.infer<typeof skillStep>;

const topicStep = z.strictObject({
  topic: identifier.describe('A line of the roadmap that the bank does not measure yet.'),
  title: line,
  about: line,
  ...step,
});
export type TopicStep = z.infer<typeof topicStep>;

const phase = z.strictObject({
  id: z.int().positive(),
  title: line,
  months: z
    .tuple([z.int().positive(), z.int().positive().nullable()])
    .describe('First and last; null: open.'),
  about: line,
  skills: z.array(skillStep).default([]),
  topics: z.array(topicStep).default([]),
});

const profile = z.strictObject({
  id: identifier,
  title: line,
  about: line,
  shift: z
    .record(identifier, z.number().min(-40).max(30))
    .default({})
    .describe('Domain to points added to its targets.'),
});
export type Profile = z.infer<typeof profile>;

const level = z.number().min(0).max(100);

/** What the measurement resolves: see `LEAST_VARIANCE` in engine/measure. */
const variance = z.number().min(0.04).max(1);

/** `roadmap.yaml` */
export const roadmapFile = z.strictObject({
  domains: z.array(identifier).min(1).describe('The measured domains, in the order shown.'),
  usualMonths: z
    .tuple([z.int().positive(), z.int().positive()])
    .refine(([fewest, most]) => fewest <= most, 'the fewest months come first')
    .describe('Fewest and most months that the whole road is reckoned to take, for comparison.'),
  phases: z.array(phase).min(1),
  credits: z
    .array(z.strictObject({ title: line, why: line }))
    .describe('What a software engineer brings along, and what it is worth here.'),
  profiles: z.array(profile).min(1).describe('The first one is the default.'),
  bands: z
    .array(z.strictObject({ from: level, title: line, can: markdown }))
    .min(2)
    .describe('Names for stretches of the level scale, lowest first, and what one can do there.'),
  measurement: z.strictObject({
    variance: z
      .strictObject({ global: variance, domain: variance, skill: variance })
      .describe('The prior’s variance components, logits squared.'),
    driftPerYear: z
      .number()
      .min(0)
      .max(2)
      .describe(
        'Variance, logits squared, by which an ability may have moved a year after it was measured.',
      ),
    discrimination: z
      .record(
        z.enum([
          'single-choice',
          'multiple-response',
          'numeric',
          'matrix',
          'ordering',
          'matching',
          'expression',
          'sql',
        ]),
        z.number().min(0.05).max(5),
      )
      .describe('The response model’s slope by item kind, until calibration replaces it.'),
  }),
});
export type RoadmapFile = z.infer<typeof roadmapFile>;
