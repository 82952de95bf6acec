import { Worker } from 'node:worker_threads';
import type { SqlOutcome, SqlScript } from '#lib/engine/rubric/sql/table.ts';
import source from './run-script.js?raw';

/** A thread with a database engine of its own; it holds nothing of the server's. */
export interface SqlWorker {
  /** What came of each script; null where the time was up, and then the worker is stopped. @throws where it broke */
  run(scripts: readonly SqlScript[], milliseconds: number): Promise<SqlOutcome[] | null>;
  stop(): Promise<void>;
}

/** Starting takes a tenth of a second; on a machine that is busy with other things it may take long. */
const patience = 20_000;

/**
 * Starts from the text itself, so that it is found from sources, in tests and in the built app alike.
 *
 * @throws where the thread does not get as far as to take work
 */
export async function startWorker(): Promise<SqlWorker> {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
    workerData: { sqlFrom: import.meta.url },
    // Neither the server's secrets nor its loaders are any business of a query.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
  });
  // An error between two runs shows at the next one, as the thread's end.
  worker.on('error', () => undefined);
  const ready = await next(worker, patience);
  if (ready !== 'ready') {
    await worker.terminate();
    throw new Error('the SQL worker does not start');
  }
  worker.unref();
  return {
    async run(scripts, milliseconds) {
      worker.ref();
      const answer = next(worker, milliseconds);
      worker.postMessage(scripts);
      const outcomes = (await answer) as SqlOutcome[] | null;
      worker.unref();
      return outcomes;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** The next message; null where none comes in time. @throws where the thread ends instead */
function next(worker: Worker, milliseconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (by: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      by();
    };
    const onMessage = (message: unknown) => {
      settle(() => {
        resolve(message);
      });
    };
    const onEnd = (reason: unknown) => {
      settle(() => {
        reject(reason instanceof Error ? reason : new Error('the SQL worker ended'));
      });
    };
    const timer = setTimeout(() => {
      settle(() => {
        resolve(null);
      });
    }, milliseconds);
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
  });
}
