import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of the server that all test files share, started at the first question. */
    sharedPostgres: string;
  }
}

/** One PostgreSQL server for a whole run, whatever the number of workers; none where no test asks for one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<PostgresServer> | null = null;
  const keeper = createServer((_, response) => {
    starting ??= startPostgres();
    starting.then(
      (server) => response.end(server.address('postgres')),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(keeper, 'listening');
  const { port } = keeper.address() as AddressInfo;
  project.provide('sharedPostgres', `http://127.0.0.1:${port}/`);
  return async () => {
    keeper.close();
    await (await starting)?.stop();
  };
}
