import { z } from 'zod';
import { item } from './item-schema.ts';
import { identifier, markdown } from './text-schema.ts';

const line = z.string().trim().min(3).max(240);

export const skillHead = z.strictObject({
  id: identifier.describe(
    'Stable and unique in the whole bank; the file <id>.yaml holds its items.',
  ),
  title: line,
  about: line.describe('What one can do who has this skill, beginning with a verb.'),
});
export type SkillHead = z.infer<typeof skillHead>;

export const misconception = z.strictObject({
  id: identifier.describe('Unique in the whole bank.'),
  title: line.describe(
    'What the learner does, beginning with a verb: "Confuses P(A|B) with P(B|A)".',
  ),
  remedy: markdown.describe('Two sentences that put it right.'),
});
export type Misconception = z.infer<typeof misconception>;

/** `<domain>/domain.yaml` */
export const domainFile = z.strictObject({
  domain: identifier,
  title: line,
  short: z.string().trim().min(2).max(18).describe('For axis labels.'),
  about: line.describe('What it is for in machine learning, one sentence.'),
  skills: z.array(skillHead).min(1).describe('In the order one learns them.'),
  misconceptions: z.array(misconception).default([]),
});
export type DomainFile = z.infer<typeof domainFile>;

/** `<domain>/<skill>.yaml` */
export const skillFile = z.strictObject({
  skill: identifier,
  items: z.array(item).min(1),
});
export type SkillFile = z.infer<typeof skillFile>;
