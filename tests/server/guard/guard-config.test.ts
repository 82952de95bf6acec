import { expect, test } from 'vitest';
import { readGuardConfig } from '#lib/server/guard/guard-config.ts';

test('the guard’s settings are quiet and generous unless something is said', () => {
  expect(readGuardConfig({ METRICS_PORT: '' })).toEqual({
    logLevel: 'info',
    metrics: null,
    requestsPerMinute: { learner: 1200, address: 6000 },
  });
});

test('the guard’s settings are taken from the environment', () => {
  expect(
    readGuardConfig({
      LOG_LEVEL: 'silent',
      METRICS_PORT: '9100',
      METRICS_HOST: '0.0.0.0',
      LEARNER_REQUESTS: '60',
      ADDRESS_REQUESTS: '600',
    }),
  ).toEqual({
    logLevel: 'silent',
    metrics: { port: 9100, host: '0.0.0.0' },
    requestsPerMinute: { learner: 60, address: 600 },
  });
});

test.each([
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  [{ METRICS_PORT: 'http' }, 'METRICS_PORT must be a whole number'],
  [{ METRICS_PORT: '70000' }, 'METRICS_PORT must be at most 65535'],
  [{ LEARNER_REQUESTS: '0' }, 'LEARNER_REQUESTS must be at least 1'],
  [{ ADDRESS_REQUESTS: '1.5' }, 'ADDRESS_REQUESTS must be a whole number'],
])('the guard refuses %o and says what it may be', (env, message) => {
  expect(() => readGuardConfig(env)).toThrow(message);
});
