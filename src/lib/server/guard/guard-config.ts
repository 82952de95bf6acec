import { z } from 'zod';

/** A whole number from the environment; empty counts as not set. */
const whole = (name: string, least: number, most: number) =>
  z.preprocess(
    (sent) => (sent === '' ? undefined : sent),
    z.coerce
      .number(`${name} must be a whole number`)
      .int(`${name} must be a whole number`)
      .min(least, `${name} must be at least ${least}`)
      .max(most, `${name} must be at most ${most}`)
      .optional(),
  );

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const environment = z.object({
  LOG_LEVEL: z.enum(levels, `LOG_LEVEL must be one of ${levels.join(', ')}`).default('info'),
  METRICS_PORT: whole('METRICS_PORT', 1, 65_535),
  METRICS_HOST: z.string().min(1, 'METRICS_HOST must name an address').default('127.0.0.1'),
  LEARNER_REQUESTS: whole('LEARNER_REQUESTS', 1, 1e9),
  ADDRESS_REQUESTS: whole('ADDRESS_REQUESTS', 1, 1e9),
});

/** Who may ask how much, and what is told of it. */
export interface GuardConfig {
  readonly logLevel: (typeof levels)[number];
  /** Where metrics are served; null where nobody asks for them. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Requests a minute of one learner and from one address, static files not counted. */
  readonly requestsPerMinute: { readonly learner: number; readonly address: number };
}

/** @throws Error with one sentence for each variable that cannot be used */
export function readGuardConfig(env: Readonly<Record<string, string | undefined>>): GuardConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(({ message }) => message).join('\n'));
  }
  const { LOG_LEVEL, METRICS_PORT, METRICS_HOST, LEARNER_REQUESTS, ADDRESS_REQUESTS } = parsed.data;
  return {
    logLevel: LOG_LEVEL,
    metrics: METRICS_PORT === undefined ? null : { port: METRICS_PORT, host: METRICS_HOST },
    // Nobody reads and answers faster than a few requests a second; a class or an office shares its address.
    requestsPerMinute: { learner: LEARNER_REQUESTS ?? 1200, address: ADDRESS_REQUESTS ?? 6000 },
  };
}
