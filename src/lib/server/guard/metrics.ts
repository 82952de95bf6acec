import { type Server, createServer } from 'node:http';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Attempts } from '../repositories/attempts.ts';
import type { RequestLine } from './log.ts';

export interface Metrics {
  request(line: RequestLine): void;
  /** The same attempts; what begins, is answered and finishes in them is counted. */
  counted(attempts: Attempts): Attempts;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
}

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'sextant_request_duration_seconds',
    help: 'Time from a request to its response, static files not counted',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const begun = counter('sextant_attempts_begun_total', 'Attempts that were begun');
  const finished = counter('sextant_attempts_finished_total', 'Attempts that were finished');
  const answers = counter('sextant_answers_recorded_total', 'Answers that were recorded');
  return {
    request: ({ method, route, status, ms }) => {
      // A sender may invent methods; labels must not grow without end.
      const known = ['GET', 'HEAD', 'POST'].includes(method) ? method : 'other';
      requests.observe({ method: known, route: route ?? 'none', status }, ms / 1000);
    },
    counted: (attempts) => ({
      ...attempts,
      async add(learnerId, record) {
        await attempts.add(learnerId, record);
        begun.inc();
      },
      async change(learnerId, id, change) {
        // A store may ask anew what changes; the last time is what was stored.
        const stored = { answers: 0, isFinish: false };
        const outcome = await attempts.change(learnerId, id, (record) => {
          const changed = change(record);
          stored.answers = changed.attempt.answers.length - record.attempt.answers.length;
          stored.isFinish = changed.attempt.finished !== record.attempt.finished;
          return changed;
        });
        answers.inc(stored.answers);
        if (stored.isFinish) finished.inc();
        return outcome;
      },
    }),
    text: () => registry.metrics(),
  };
}

/**
 * Serves metrics on a port of their own, which the outside never needs to reach.
 *
 * @throws where the port is taken
 */
export async function serveMetrics(
  metrics: Metrics,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void metrics.text().then((text) => {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(text);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(`Metrics cannot be served on ${host}:${port}: ${error.message}`));
    });
    server.listen(port, host, resolve);
  });
  // The app's own server keeps the process alive.
  server.unref();
  return server;
}
