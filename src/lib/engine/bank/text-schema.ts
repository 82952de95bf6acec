import { z } from 'zod';

/** A stable name in the bank: kebab-case, so that it reads well in addresses and reports. */
export const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case: small letters, digits, single hyphens');

/** Markdown with $TeX$, fenced code and {{expression | filter}} placeholders. */
export const markdown = z.string().trim().min(1);

/** An expression in the bank's small language; a bare number or boolean in YAML counts as one. */
export const expression = z
  .union([z.string().trim().min(1).max(1000), z.number(), z.boolean()])
  .transform(String);
