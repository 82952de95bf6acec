import { z } from 'zod';

/** What the environment may say; anything else about the running server is decided in code. */
const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      // An empty path would be a store that SQLite forgets on closing.
      /^(file:.*\S|postgres(ql)?:\/\/.+)/,
      'DATABASE_URL must name a SQLite file, such as file:data/sextant.db, or a PostgreSQL database, such as postgres://sextant@localhost/sextant',
    )
    .default('file:data/sextant.db'),
  BANK_DIR: z
    .string()
    .min(1, 'BANK_DIR must name the folder of the question bank')
    .default('question-bank'),
});

export interface Config {
  /** A postgres:// address, the path of a SQLite file, or `:memory:`. */
  readonly database: string;
  /** Folder of the question bank. */
  readonly bankFolder: string;
}

/** @throws Error with one sentence for each variable that cannot be used */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ message }) => message).join('\n'));
  }
  const { DATABASE_URL, BANK_DIR } = parsed.data;
  return { database: DATABASE_URL.replace(/^file:/, ''), bankFolder: BANK_DIR };
}
