import type { Database } from '../db/open-database.ts';
import type { Tables } from '../db/tables.ts';

/** A link that shows a report; times are ISO 8601, UTC. */
export interface Share {
  readonly id: string;
  readonly attemptId: string;
  readonly withAnswers: boolean;
  /** The pace of the plan it shows, as `toRemember` writes it. */
  readonly pace: string;
  /** The last characters of its token. */
  readonly tail: string;
  readonly createdAt: string;
  /** Null: never. */
  readonly expiresAt: string | null;
}

export interface Shares {
  /**
   * Adds a link, unless one with that token has been made before: then nothing changes.
   *
   * @returns the link that has the token now; null where it was revoked or shows something else
   */
  add(share: Share, tokenHash: string): Promise<Share | null>;
  /** Those of a learner that are not revoked, newest first. */
  list(learnerId: string): Promise<Share[]>;
  /** The link is dead at once; false where this learner has no such link. Twice is no harm. */
  revoke(learnerId: string, id: string, at: string): Promise<boolean>;
  /** The link of a token with whose it is; null where there is none or it was revoked. */
  find(tokenHash: string): Promise<(Share & { readonly learnerId: string }) | null>;
}

export function shares(db: Database): Shares {
  return {
    async add(share, tokenHash) {
      await db
        .insertInto('shares')
        .values({
          id: share.id,
          attempt_id: share.attemptId,
          token_hash: tokenHash,
          tail: share.tail,
          with_answers: share.withAnswers ? 1 : 0,
          pace: share.pace,
          created_at: share.createdAt,
          expires_at: share.expiresAt,
          revoked_at: null,
        })
        .onConflict((conflict) => conflict.column('token_hash').doNothing())
        .execute();
      const row = await db
        .selectFrom('shares')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('attempt_id', '=', share.attemptId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row ? toShare(row) : null;
    },
    async list(learnerId) {
      const rows = await db
        .selectFrom('shares')
        .innerJoin('attempts', 'attempts.id', 'shares.attempt_id')
        .selectAll('shares')
        .where('attempts.learner_id', '=', learnerId)
        .where('shares.revoked_at', 'is', null)
        .orderBy('shares.created_at', 'desc')
        .orderBy('shares.id')
        .execute();
      return rows.map(toShare);
    },
    async revoke(learnerId, id, at) {
      const rows = await db
        .updateTable('shares')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('attempt_id', 'in', (query) =>
          query.selectFrom('attempts').select('id').where('learner_id', '=', learnerId),
        )
        .returning('id')
        .execute();
      return rows.length > 0;
    },
    async find(tokenHash) {
      const row = await db
        .selectFrom('shares')
        .innerJoin('attempts', 'attempts.id', 'shares.attempt_id')
        .selectAll('shares')
        .select('attempts.learner_id')
        .where('shares.token_hash', '=', tokenHash)
        .where('shares.revoked_at', 'is', null)
        .executeTakeFirst();
      return row ? { ...toShare(row), learnerId: row.learner_id } : null;
    },
  };
}

function toShare(row: Tables['shares']): Share {
  return {
    id: row.id,
    attemptId: row.attempt_id,
    withAnswers: row.with_answers === 1,
    pace: row.pace,
    tail: row.tail,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
