import { spawnSync } from 'node:child_process';

interface Wanted {
  /** What it is, for the log. */
  readonly what: string;
  /** Where it is, if it is anywhere. */
  readonly present: () => string | undefined;
  /** Commands that may bring it, one after the other. */
  readonly attempts: readonly (readonly [string, readonly string[]])[];
  /** What to do where none did. */
  readonly hint: string;
}

/**
 * Where a program of the tests is, after installing it if it has to be.
 *
 * @throws Error that says what was tried and what to do
 */
export function findOrInstall({ what, present, attempts, hint }: Wanted): string {
  const already = present();
  if (already !== undefined) return already;
  for (const [command, args] of attempts) {
    console.log(`No ${what} found; trying: ${command} ${args.join(' ')}`);
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const found = present();
    if (found !== undefined) return found;
  }
  throw new Error(`No ${what} was found and none could be installed. ${hint}`);
}
