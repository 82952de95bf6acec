import type { RunSql } from '#lib/engine/rubric/sql/table.ts';
import { type FollowedBank, followBank } from '../../bank/follow-bank.ts';
import type { Config } from '../../config.ts';
import { openSql } from '../../sql/in-process.ts';
import type { SqlPool } from '../../sql/sql-pool.ts';
import { type Services, openWithoutBank } from '../services.ts';

/** The bank as its authors see it, and what runs its queries. */
export interface Workbench extends FollowedBank {
  /** Runs the bank's own. */
  readonly runSql: RunSql;
  /** Runs what is typed, under the limits that hold for learners. */
  readonly sql: SqlPool;
}

/** What there is to work with while somebody writes on the bank. */
export interface FollowedServices {
  /** With the newest sound bank; null until there is one. */
  readonly services: Services | null;
  readonly workbench: Workbench;
}

/**
 * The services for development: each call gives them with the bank as its files are then, so that the
 * quiz and the pages for authors show an edit at once.
 *
 * @throws Error that says why the store cannot be opened
 */
export async function followServices(config: Config): Promise<() => FollowedServices> {
  const runSql = await openSql();
  const others = await openWithoutBank(config);
  const current = followBank(config.bankFolder);
  return () => {
    const workbench = { ...current(), runSql, sql: others.sql };
    const { bank } = workbench;
    return { services: bank && { bank, ...others }, workbench };
  };
}
