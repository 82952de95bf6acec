import type { Database } from '../db/open-database.ts';

export interface Learners {
  add(learner: { id: string; tokenHash: string; createdAt: string }): Promise<void>;
  /** The learner's id, or null where no learner has that token. */
  findByTokenHash(tokenHash: string): Promise<string | null>;
}

export function learners(db: Database): Learners {
  return {
    async add({ id, tokenHash, createdAt }) {
      await db
        .insertInto('learners')
        .values({ id, token_hash: tokenHash, created_at: createdAt })
        .execute();
    },
    async findByTokenHash(tokenHash) {
      const row = await db
        .selectFrom('learners')
        .select('id')
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row?.id ?? null;
    },
  };
}
