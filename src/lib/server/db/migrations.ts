import type { Migration } from 'kysely';
import { createAttempts } from './migrations/0001-attempts.ts';
import { createOwnData } from './migrations/0002-own-data.ts';

/** In order of their names; a migration that has been released is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-attempts': { up: createAttempts },
  '0002-own-data': { up: createOwnData },
};
