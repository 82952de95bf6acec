import { randomBytes, randomInt } from 'node:crypto';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { loadBank } from '../bank/load-bank.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { type Attempts, attempts } from '../repositories/attempts.ts';
import { type Learners, learners } from '../repositories/learners.ts';
import { type SqlPool, sqlPool } from '../sql/sql-pool.ts';
import { type Sessions, sessions } from '../repositories/sessions.ts';
import { type Shares, shares } from '../repositories/shares.ts';
import { type Transfers, transfers } from '../repositories/transfers.ts';

/** What the use cases work with; time and chance are among it, so that tests can hold them still. */
export interface Services {
  readonly bank: Bank;
  readonly learners: Learners;
  readonly attempts: Attempts;
  /** Runs learners' queries; it starts nothing before the first. */
  readonly sql: SqlPool;
  readonly sessions: Sessions;
  readonly transfers: Transfers;
  readonly shares: Shares;
  readonly now: () => Date;
  /** 22 characters that nobody guesses (128 bits), fit for an address. */
  readonly newId: () => string;
  readonly newSeed: () => number;
  readonly close: () => Promise<void>;
}

/** @throws Error that says what is wrong with the bank, or why the store cannot be opened */
export async function openServices(config: Config): Promise<Services> {
  const bank = loadBank(config.bankFolder);
  return { bank, ...(await openWithoutBank(config)) };
}

/** @throws Error that says why the store cannot be opened */
export async function openWithoutBank({ database }: Config): Promise<Omit<Services, 'bank'>> {
  const db = await openDatabase(database);
  const sql = sqlPool();
  return {
    learners: learners(db),
    attempts: attempts(db),
    sql,
    sessions: sessions(db),
    transfers: transfers(db),
    shares: shares(db),
    now: () => new Date(),
    newId: () => randomBytes(16).toString('base64url'),
    newSeed: () => randomInt(2 ** 31),
    close: async () => {
      await Promise.all([sql.close(), db.destroy()]);
    },
  };
}
