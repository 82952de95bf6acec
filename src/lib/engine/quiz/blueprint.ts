import { z } from 'zod';

/** Questions by name of length; the learner chooses a name. */
export const lengths = {
  diagnostic: { short: 15, standard: 25, thorough: 40 },
  domain: { short: 8, standard: 12, thorough: 20 },
} as const;

export const lengthName = z.enum(['short', 'standard', 'thorough']);
export type LengthName = z.infer<typeof lengthName>;

/** What an attempt asks about and for how long; decided at its start and never changed. */
export const blueprint = z.strictObject({
  kind: z.enum(['diagnostic', 'domain']),
  /** Ids of the asked domains, in the bank's order. */
  domains: z.array(z.string()).min(1),
  /** Most questions. */
  length: z.int().min(1).max(100),
  /** When the learner hears how an answer was judged. */
  feedback: z.enum(['each', 'end']),
});
export type Blueprint = z.infer<typeof blueprint>;
