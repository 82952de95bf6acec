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

/** An answer from before an attempt began: it counts there too, the less the longer ago it was. */
export const earlierAnswer = z.strictObject({
  itemId: z.string(),
  itemVersion: z.int().positive(),
  seed: z.int(),
  response,
  daysBefore: z.number().min(0).describe('From the answer to the start of the attempt.'),
});
export type EarlierAnswer = z.infer<typeof earlierAnswer>;

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
  earlier: z
    .array(earlierAnswer)
    .describe('What the learner had answered elsewhere before it began, oldest first.'),
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
  /** The learner's pseudonym, the same over all attempts; only what leaves the app carries it. */
  readonly owner?: string;
  readonly attempt: Attempt;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Percent by domain; a domain that was not rated is missing. */
  readonly selfRatings: Readonly<Record<string, number>>;
  /** The bank's version when the attempt began. */
  readonly bankVersion: string;
}

const msPerDay = 86_400_000;

/**
 * The answers given in these attempts before a moment (ISO 8601), oldest first: what an attempt that
 * begins then builds on. Of an item answered twice only the newest answer counts.
 */
export function answersBefore(
  attempts: readonly Pick<Attempt, 'questions' | 'answers'>[],
  moment: string,
): EarlierAnswer[] {
  const newest = new Map<string, EarlierAnswer>();
  attempts
    .flatMap(({ questions, answers }) =>
      answers.map((given, index) => ({ given, asked: questions[index] })),
    )
    .filter(({ given }) => given.answeredAt < moment)
    .toSorted((one, other) => (one.given.answeredAt < other.given.answeredAt ? -1 : 1))
    .forEach(({ given, asked }) => {
      if (!asked) return;
      const { itemId, itemVersion, seed } = asked;
      const daysBefore = (Date.parse(moment) - Date.parse(given.answeredAt)) / msPerDay;
      newest.delete(itemId);
      newest.set(itemId, { itemId, itemVersion, seed, response: given.response, daysBefore });
    });
  return [...newest.values()];
}

/** The question that waits for an answer, or null. */
export function currentQuestion({ questions, answers, finished }: Attempt): Question | null {
  return finished === null ? (questions[answers.length] ?? null) : null;
}
