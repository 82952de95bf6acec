import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { GuardConfig } from './guard-config.ts';

/** Who asks; both are only counted, never kept longer than a minute or written down. */
export interface Asker {
  readonly address: string;
  readonly learnerId: string | null;
}

export interface Limits {
  /** Counts a request. @returns seconds to wait where there were too many, else null */
  count(asker: Asker): Promise<number | null>;
}

/** The least of a limiter of the library; those on a shared store have it too. */
interface Limiter {
  consume(key: string): Promise<unknown>;
}

/** Counts in this process's memory. */
export function memoryLimits({ learner, address }: GuardConfig['requestsPerMinute']): Limits {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  return limitsOf(limiter(learner), limiter(address));
}

/** @param byLearner and @param byAddress limiters of this process, or of a store that processes share */
export function limitsOf(byLearner: Limiter, byAddress: Limiter): Limits {
  return {
    async count({ address, learnerId }) {
      const waits = [
        await waitOf(byAddress, networkOf(address)),
        ...(learnerId === null ? [] : [await waitOf(byLearner, learnerId)]),
      ].filter((wait) => wait !== null);
      return waits.length === 0 ? null : Math.max(...waits);
    },
  };
}

async function waitOf(limiter: Limiter, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) {
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
    throw refusal;
  }
}

/** One household has 2^64 addresses of the newer kind: they count as one, by their first four groups. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.toLowerCase().startsWith('::ffff:')) return address;
  const [head = ''] = address.split('%');
  const [left = '', right] = head.split('::');
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const hidden = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: hidden }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
