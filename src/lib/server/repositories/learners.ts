import type { Database } from '../db/open-database.ts';
import { scrub } from '../db/scrub.ts';

export interface Learners {
  /** A learner and the browser that is signed in as them. */
  add(learner: { id: string; tokenHash: string; createdAt: string }): Promise<void>;
  /** The learner's id, or null where no browser of a learner has that token. */
  findByTokenHash(tokenHash: string): Promise<string | null>;
  /** Deletes a learner with all that belongs to them, beyond recovery. */
  remove(learnerId: string): Promise<void>;
}

export function learners(db: Database): Learners {
  return {
    add: ({ id, tokenHash, createdAt }) =>
      db.transaction().execute(async (connection) => {
        await connection
          .insertInto('learners')
          .values({ id, token_hash: id, created_at: createdAt })
          .execute();
        await connection
          .insertInto('sessions')
          .values({ token_hash: tokenHash, learner_id: id, created_at: createdAt })
          .execute();
      }),
    async findByTokenHash(tokenHash) {
      const row = await db
        .selectFrom('sessions')
        .select('learner_id')
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row?.learner_id ?? null;
    },
    async remove(learnerId) {
      await db.deleteFrom('learners').where('id', '=', learnerId).execute();
      await scrub(db);
    },
  };
}
