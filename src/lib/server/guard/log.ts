import { type Logger, pino } from 'pino';
import type { GuardConfig } from './guard-config.ts';

export interface Log {
  /** One line a request; the route is its pattern, since an address holds ids. */
  request(line: RequestLine): void;
  /** What went wrong, under the id that the learner was shown. */
  failure(errorId: string, route: string | null, error: unknown): void;
  note(message: string): void;
}

export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  readonly route: string | null;
  readonly status: number;
  /** Milliseconds, to a tenth. */
  readonly ms: number;
}

/** JSON lines on the standard output. No address, cookie, form or answer is ever handed in. */
export function openLog({ logLevel }: GuardConfig): Log {
  return logTo(pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
}

export function logTo(logger: Pick<Logger, 'info' | 'error'>): Log {
  return {
    request: (line) => {
      logger.info({ ...line, ms: Math.round(10 * line.ms) / 10 }, 'request');
    },
    failure: (errorId, route, error) => {
      logger.error({ errorId, route, ...told(error) }, 'failure');
    },
    note: (message) => {
      logger.info(message);
    },
  };
}

/** Name, message and stack; other fields of an error may hold what a learner sent. */
function told(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? { cause: error.cause.message } : {};
  return { error: error.name, message: error.message, stack: error.stack, ...cause };
}
