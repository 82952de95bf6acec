import { pino } from 'pino';
import { expect, test } from 'vitest';
import { logTo } from '#lib/server/guard/log.ts';

function written(write: (log: ReturnType<typeof logTo>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(
    logTo(pino({ base: null, timestamp: false }, { write: (line: string) => lines.push(line) })),
  );
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test('a request is one line with its pattern, its status and its time', () => {
  const lines = written((log) => {
    log.request({
      requestId: 'r',
      method: 'GET',
      route: '/attempts/[id]',
      status: 200,
      ms: 12.345,
    });
  });
  expect(lines).toEqual([
    {
      level: 30,
      requestId: 'r',
      method: 'GET',
      route: '/attempts/[id]',
      status: 200,
      ms: 12.3,
      msg: 'request',
    },
  ]);
});

test('a failure is a line with its id, its stack and its cause, and none of its other fields', () => {
  const error = Object.assign(new Error('broken', { cause: new Error('deeper') }), {
    sent: 'an answer',
  });
  const [line] = written((log) => {
    log.failure('e', '/start', error);
  });
  expect(line).toMatchObject({
    errorId: 'e',
    route: '/start',
    error: 'Error',
    message: 'broken',
    cause: 'deeper',
  });
  expect(line?.['stack']).toContain('log.test.ts');
  expect(JSON.stringify(line)).not.toContain('an answer');
});

test('what was thrown and is no error is not written out', () => {
  const lines = written((log) => {
    log.failure('e', null, 'an answer');
  });
  expect(lines).toMatchObject([{ errorId: 'e', route: null, error: 'string' }]);
  expect(JSON.stringify(lines)).not.toContain('an answer');
});
