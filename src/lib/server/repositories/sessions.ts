import type { Database } from '../db/open-database.ts';

/** The browsers that are signed in to a learner's data. */
export interface Sessions {
  count(learnerId: string): Promise<number>;
  /** Signs out every browser but the one with this token, and ends the code that waits to sign in one more. */
  endOthers(learnerId: string, tokenHash: string): Promise<void>;
}

export function sessions(db: Database): Sessions {
  return {
    async count(learnerId) {
      const rows = await db
        .selectFrom('sessions')
        .select('token_hash')
        .where('learner_id', '=', learnerId)
        .execute();
      return rows.length;
    },
    endOthers: (learnerId, tokenHash) =>
      db.transaction().execute(async (connection) => {
        await connection
          .deleteFrom('sessions')
          .where('learner_id', '=', learnerId)
          .where('token_hash', '!=', tokenHash)
          .execute();
        await connection.deleteFrom('transfer_codes').where('learner_id', '=', learnerId).execute();
      }),
  };
}
