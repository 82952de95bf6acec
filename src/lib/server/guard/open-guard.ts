import type { Services } from '../usecases/services.ts';
import { type GuardConfig } from './guard-config.ts';
import { type Limits, memoryLimits } from './limits.ts';
import { type Log, type RequestLine, openLog } from './log.ts';
import { openMetrics, serveMetrics } from './metrics.ts';

/** What stands between the network and the use cases. */
export interface Guard {
  readonly limits: Limits;
  readonly log: Log;
  /** The services as requests are to be given them. */
  readonly counted: (services: Services) => Services;
  /** A request was answered. */
  readonly answered: (line: RequestLine) => void;
  readonly close: () => void;
}

/** @throws Error where metrics are wanted on a port that is taken */
export async function openGuard(config: GuardConfig): Promise<Guard> {
  const log = openLog(config);
  const limits = memoryLimits(config.requestsPerMinute);
  if (config.metrics === null) {
    return {
      limits,
      log,
      counted: (services) => services,
      answered: (line) => {
        log.request(line);
      },
      close: () => undefined,
    };
  }
  const metrics = openMetrics();
  const server = await serveMetrics(metrics, config.metrics);
  return {
    limits,
    log,
    counted: (services) => ({ ...services, attempts: metrics.counted(services.attempts) }),
    answered: (line) => {
      log.request(line);
      metrics.request(line);
    },
    close: () => {
      server.close();
    },
  };
}
