import type { Transaction } from 'kysely';
import type { Database } from '../db/open-database.ts';
import type { Tables } from '../db/tables.ts';

/** Times are ISO 8601, UTC; hashes are SHA-256, hexadecimal. */
export interface Transfers {
  /** Puts a code in the place of the one the learner had before, if any. */
  offer(learnerId: string, code: { codeHash: string; expiresAt: string }): Promise<void>;
  /** Whose code it is, where it has not run out; it stays as it is. */
  find(codeHash: string, now: string): Promise<string | null>;
  /**
   * Uses a code up: the browser gets its new token, and if it belonged to a learner before, all of
   * theirs becomes the other's, their other browsers too.
   *
   * @returns whose it was, or null where there is no such code any more, and then nothing changes
   */
  redeem(codeHash: string, joining: Joining): Promise<string | null>;
  /** Notes a try and gives how many there have been, this one included, by whoever tried most. */
  noteTry(id: string, tried: { by: readonly string[]; at: string; since: string }): Promise<number>;
  /** A try that was none after all. */
  takeBack(id: string): Promise<void>;
  /** Forgets the tries of one who leaves. */
  forgetTries(by: string): Promise<void>;
}

export interface Joining {
  /** Null where the browser belongs to nobody yet. */
  readonly learnerId: string | null;
  readonly oldTokenHash: string | null;
  readonly newTokenHash: string;
  readonly now: string;
}

export function transfers(db: Database): Transfers {
  return {
    async offer(learnerId, { codeHash, expiresAt }) {
      const values = { code_hash: codeHash, expires_at: expiresAt };
      await db
        .insertInto('transfer_codes')
        .values({ learner_id: learnerId, ...values })
        .onConflict((conflict) => conflict.column('learner_id').doUpdateSet(values))
        .execute();
    },
    async find(codeHash, now) {
      const row = await db
        .selectFrom('transfer_codes')
        .select('learner_id')
        .where('code_hash', '=', codeHash)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row?.learner_id ?? null;
    },
    redeem: (codeHash, joining) =>
      db.transaction().execute(async (connection) => {
        const code = await connection
          .deleteFrom('transfer_codes')
          .where('code_hash', '=', codeHash)
          .where('expires_at', '>', joining.now)
          .returning('learner_id')
          .executeTakeFirst();
        if (!code) return null;
        const { learner_id: owner } = code;
        if (joining.learnerId !== null && joining.learnerId !== owner) {
          await merge(connection, joining.learnerId, owner);
        }
        if (joining.oldTokenHash !== null) {
          await connection
            .deleteFrom('sessions')
            .where('token_hash', '=', joining.oldTokenHash)
            .execute();
        }
        await connection
          .insertInto('sessions')
          .values({ token_hash: joining.newTokenHash, learner_id: owner, created_at: joining.now })
          .execute();
        return owner;
      }),
    async noteTry(id, { by, at, since }) {
      await db.deleteFrom('transfer_tries').where('at', '<', since).execute();
      // Written down before it is counted: of tries made at once none can overlook the others.
      await db
        .insertInto('transfer_tries')
        .values(by.map((who) => ({ id, who, at })))
        .execute();
      const rows = await db
        .selectFrom('transfer_tries')
        .select('who')
        .where('who', 'in', by)
        .where('at', '>=', since)
        .execute();
      return Math.max(...by.map((who) => rows.filter((row) => row.who === who).length));
    },
    async takeBack(id) {
      await db.deleteFrom('transfer_tries').where('id', '=', id).execute();
    },
    async forgetTries(by) {
      await db.deleteFrom('transfer_tries').where('who', '=', by).execute();
    },
  };
}

/** Gives all that a learner has to another; the one who gave is no more. */
async function merge(connection: Transaction<Tables>, from: string, to: string): Promise<void> {
  // A changed key locks the row: an attempt begun meanwhile is not deleted with the learner but refused.
  await connection
    .updateTable('learners')
    .set({ token_hash: `${from} joined ${to}` })
    .where('id', '=', from)
    .execute();
  for (const table of ['attempts', 'sessions'] as const) {
    await connection
      .updateTable(table)
      .set({ learner_id: to })
      .where('learner_id', '=', from)
      .execute();
  }
  await connection.deleteFrom('learners').where('id', '=', from).execute();
}
