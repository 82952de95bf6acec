import { z } from 'zod';
import { response } from '#lib/engine/rubric/response.ts';
import { blueprint } from './blueprint.ts';

/** A question that was put to the learner; with the bank it is the very page they saw. */
export const question = z.strictObject({
  position: z.int().positive().describe('From 1.'),
  itemId: z.string(),
  itemVersion: z.int().positive(),
  seed: z.int(),
});
export type Question = z.infer<typeof question>;

export const certainty = z.union([z.literal(1), z.literal(2), z.literal(3)]);

export const answer = z.strictObject({
  position: z.int().positive(),
  response,
  certainty: certainty.nullable().describe('1 guessing, 2 fairly sure, 3 certain; null: not said.'),
  answeredAt: z.iso.datetime(),
});
export type Answer = z.infer<typeof answer>;

/**
 * Why an attempt ended: a stopping rule of the measurement, the learner had enough, or left it too long.
 * The names of the rules are those of measure's StopReason.
 */
export const finishReason = z.enum([
  'exhausted',
  'length',
  'decision',
  'precision',
  'learner',
  'expired',
]);
export type FinishReason = z.infer<typeof finishReason>;

/**
 * An attempt at a quiz. Everything else (levels, reports, what comes next) follows from it and the bank.
 */
export const attempt = z.strictObject({
  blueprint,
  seed: z.int().describe('Decides every draw of this attempt.'),
  profile: z.string().nullable().describe('Whose targets count; null for the default one.'),
  avoid: z
    .array(z.string())
    .describe('Items met in recent attempts, asked again only when no fresh one fits.'),
  questions: z
    .array(question)
    .describe('In order of position; the last may be waiting for its answer.'),
  answers: z.array(answer),
  finished: finishReason.nullable(),
});
export type Attempt = z.infer<typeof attempt>;

/** An attempt with what the store knows of it. */
export interface AttemptRecord {
  readonly id: string;
  readonly attempt: Attempt;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Percent by domain; a domain that was not rated is missing. */
  readonly selfRatings: Readonly<Record<string, number>>;
  /** The bank's version when the attempt began. */
  readonly bankVersion: string;
}

/** The question that waits for an answer, or null. */
export function currentQuestion({ questions, answers, finished }: Attempt): Question | null {
  return finished === null ? (questions[answers.length] ?? null) : null;
}
