import { statSync } from 'node:fs';
import { z } from 'zod';
import {
  type Arguments,
  UsageError,
  checkArguments,
  decimalNumber,
  oneOf,
  quoted,
  wholeNumber,
} from '../arguments.ts';

/** All there is to know of a simulation: plain data, handed to every worker as it is. */
export type SimulationJob = z.output<typeof jobSchema>;

const MOST_SYNTHETIC_SKILLS = 1000;
const MOST_SYNTHETIC_ITEMS = 100_000;
/** The longest blueprint of the quiz. */
const MOST_REAL_QUESTIONS = 100;

const seed = wholeNumber(-1e9, 1e9);

/** `5x8x8`: domains, skills in each, items in each of those. */
const size = z
  .string()
  .regex(/^\d+x\d+x\d+$/, {
    error: ({ input }) => `takes domains x skills x items, such as 5x8x8, not ${quoted(input)}`,
  })
  .transform((text) => {
    const [domains = 0, skillsPerDomain = 0, itemsPerSkill = 0] = text.split('x').map(Number);
    const skills = domains * skillsPerDomain;
    return { domains, skills, items: skills * itemsPerSkill };
  })
  .refine(
    ({ skills, items }) =>
      items >= 1 && skills <= MOST_SYNTHETIC_SKILLS && items <= MOST_SYNTHETIC_ITEMS,
    `takes 1 to ${MOST_SYNTHETIC_SKILLS} skills and 1 to ${MOST_SYNTHETIC_ITEMS} items in all`,
  );

const jobSchema = z.object({
  bank: z
    .string()
    .refine((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true, {
      error: ({ input }) => `names no folder: ${quoted(input)}`,
    })
    .default('question-bank'),
  synthetic: size.optional(),
  kind: oneOf(['constructed', 'single-choice', 'mixed']).default('constructed'),
  'bank-seed': seed.default(1),
  learners: wholeNumber(1, 1e6).default(200),
  questions: wholeNumber(1, 1000).default(25),
  seed: seed.default(7),
  ability: oneOf(['prior', 'skewed']).default('prior'),
  'difficulty-error': decimalNumber(0, 3).default(0),
  slips: decimalNumber(0, 0.99).default(0),
  rule: oneOf(['variance-reduction', 'maximum-information', 'kullback-leibler', 'random']).default(
    'variance-reduction',
  ),
  exposure: decimalNumber(0, 1, { open: true }).optional(),
});

/** @throws UsageError with every problem there is */
export function jobOf(given: Arguments): SimulationJob {
  const job = checkArguments(jobSchema, given);
  const problems: string[] = [];
  if (job.synthetic && given['bank'] !== undefined) {
    problems.push('--bank and --synthetic exclude each other');
  }
  if (!job.synthetic && given['kind'] !== undefined) {
    problems.push('--kind is of a synthetic bank, and there is no --synthetic');
  }
  if (!job.synthetic && job.questions > MOST_REAL_QUESTIONS) {
    problems.push(`--questions is at most ${MOST_REAL_QUESTIONS} of a real bank`);
  }
  if (problems.length > 0) throw new UsageError(problems);
  return job;
}
