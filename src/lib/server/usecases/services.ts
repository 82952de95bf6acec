import { randomBytes, randomInt } from 'node:crypto';
import type { Bank } from '#lib/engine/bank/bank.ts';
import { loadBank } from '../bank/load-bank.ts';
import type { Config } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { type Attempts, attempts } from '../repositories/attempts.ts';
import { type Learners, learners } from '../repositories/learners.ts';

/** What the use cases work with; time and chance are among it, so that tests can hold them still. */
export interface Services {
  readonly bank: Bank;
  readonly learners: Learners;
  readonly attempts: Attempts;
  readonly now: () => Date;
  /** 22 characters that nobody guesses (128 bits), fit for an address. */
  readonly newId: () => string;
  readonly newSeed: () => number;
  readonly close: () => Promise<void>;
}

/** @throws Error that says what is wrong with the bank, or why the store cannot be opened */
export async function openServices(config: Config): Promise<Services> {
  const bank = loadBank(config.bankFolder);
  const db = await openDatabase(config.database);
  return {
    bank,
    learners: learners(db),
    attempts: attempts(db),
    now: () => new Date(),
    newId: () => randomBytes(16).toString('base64url'),
    newSeed: () => randomInt(2 ** 31),
    close: () => db.destroy(),
  };
}
