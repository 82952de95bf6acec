import { z } from 'zod';
import { identifier } from '../text-schema.ts';

const fingerprint = z.string().regex(/^[0-9a-f]{8}$/, 'a fingerprint is eight hexadecimal digits');

/** What an item was at one version, by fingerprints of two of its sides. */
export const sealedVersion = z.strictObject({
  version: z.int().positive(),
  asked: fingerprint.describe('Of what the learner meets: texts, options, variables.'),
  judged: fingerprint.describe('Of what decides the score: key, criteria and their scores.'),
});
export type SealedVersion = z.infer<typeof sealedVersion>;

/** The file `versions.yaml`: every version that an item ever had, oldest first. */
export const versionsFile = z.strictObject({
  items: z.record(identifier, z.array(sealedVersion).min(1)),
});
export type VersionsFile = z.infer<typeof versionsFile>;
