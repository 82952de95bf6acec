import { type FollowedBank, followBank } from '../../bank/follow-bank.ts';
import type { Config } from '../../config.ts';
import { type Services, openWithoutBank } from '../services.ts';

/** What there is to work with while somebody writes on the bank. */
export interface FollowedServices {
  /** With the newest sound bank; null until there is one. */
  readonly services: Services | null;
  readonly workbench: FollowedBank;
}

/**
 * The services for development: each call gives them with the bank as its files are then, so that the
 * quiz and the pages for authors show an edit at once.
 *
 * @throws Error that says why the store cannot be opened
 */
export async function followServices(config: Config): Promise<() => FollowedServices> {
  const others = await openWithoutBank(config);
  const current = followBank(config.bankFolder);
  return () => {
    const workbench = current();
    const { bank } = workbench;
    return { services: bank && { bank, ...others }, workbench };
  };
}
