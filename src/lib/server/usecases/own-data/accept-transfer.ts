import { z } from 'zod';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import { hashOf, newToken } from '../secrets.ts';
import type { Services } from '../services.ts';
import { readTransferCode } from './transfer-code.ts';

/** So many tries an address, and a learner, in so many minutes. */
const mostTries = 5;
const triesMinutes = 10;

export const transferForm = z.object({
  code: z.string().max(1000),
  /** That this browser's own attempts join the others. */
  agreed: z.boolean(),
});

/** Who enters a code. */
export interface Newcomer {
  /** The token in this browser's cookie, if any. */
  readonly token: string | null;
  /** The network address, as far as it is known. */
  readonly address: string;
}

/** What tries are counted by: no address is kept as such. */
export function triesKey(kind: 'address' | 'learner', value: string): string {
  return hashOf(`${kind} ${value}`);
}

/**
 * Signs a browser in to the data of the learner who made the code. If it had attempts of its own, they
 * and all browsers signed in to them become that learner's.
 *
 * @returns the browser's new token, the old one being worth nothing from now on
 */
export async function acceptTransfer(
  services: Services,
  learnerId: string | null,
  { code: typed, agreed }: z.infer<typeof transferForm>,
  { token, address }: Newcomer,
): Promise<Result<string, Problem>> {
  const { transfers, attempts, now, newId } = services;
  const code = readTransferCode(typed);
  if (code === null) return fail(problems.unreadable);

  const at = now();
  const tryId = newId();
  const refuse = async (problem: Problem) => {
    await transfers.takeBack(tryId);
    return fail(problem);
  };
  const tries = await transfers.noteTry(tryId, {
    by: [
      triesKey('address', address),
      ...(learnerId === null ? [] : [triesKey('learner', learnerId)]),
    ],
    at: at.toISOString(),
    since: new Date(at.getTime() - triesMinutes * 60_000).toISOString(),
  });
  // One that is refused is not counted, so that waiting ends.
  if (tries > mostTries) return refuse(problems.tooMany);

  const codeHash = hashOf(code);
  const owner = await transfers.find(codeHash, at.toISOString());
  if (owner === null) return fail(problems.wrong);
  if (owner === learnerId) return refuse(problems.own);
  const hasOwn = learnerId !== null && (await attempts.list(learnerId)).length > 0;
  if (hasOwn && !agreed) return refuse(problems.notAgreed);

  const newOne = newToken(32);
  const joined = await transfers.redeem(codeHash, {
    learnerId,
    oldTokenHash: token === null ? null : hashOf(token),
    newTokenHash: hashOf(newOne),
    now: at.toISOString(),
  });
  if (joined === null) return fail(problems.wrong);
  await transfers.takeBack(tryId);
  return ok(newOne);
}

const problems = {
  unreadable: {
    code: 'code-unreadable',
    path: 'code',
    message: 'That is no code.',
    hint: 'A code has twelve letters and digits in three groups, like 7Q2M-4XKD-09RT.',
  },
  wrong: {
    code: 'code-wrong',
    path: 'code',
    message: 'That code is not good, or no longer.',
    hint: 'A code works once and for ten minutes. Compare it with the other device, or make a new one there.',
  },
  tooMany: {
    code: 'too-many-tries',
    path: 'code',
    message: 'There were too many tries.',
    hint: 'Wait ten minutes, then make a new code and enter it here.',
  },
  own: {
    code: 'code-own',
    path: 'code',
    message: 'That code was made here.',
    hint: 'Enter it in the browser that is to join this one. It is still good.',
  },
  notAgreed: {
    code: 'join-not-agreed',
    path: 'agreed',
    message: 'This browser has attempts of its own.',
    hint: 'Say that they may join the others. The code is still good.',
  },
} as const satisfies Record<string, Problem>;
