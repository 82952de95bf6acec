import { availableParallelism } from 'node:os';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { type Result, fail, ok } from '#lib/engine/kernel/result.ts';
import type { SqlOutcome, SqlScript } from '#lib/engine/rubric/sql/table.ts';
import type { SqlWorker } from './sql-worker.ts';

/** Runs what learners wrote, away from everything else. */
export interface SqlPool {
  /**
   * Runs scripts one after the other, each on a database of its own; all of them share the time limit.
   *
   * @param owner whose they are: of one learner one run goes at a time
   * @returns what came of each, or why none was run to its end
   */
  run(owner: string, scripts: readonly SqlScript[]): Promise<Result<SqlOutcome[], Problem>>;
  close(): Promise<void>;
}

export interface PoolSettings {
  readonly size?: number;
  /** Wall clock, for all scripts of a run together. */
  readonly seconds?: number;
  /** Runs that may wait, of all learners. */
  readonly mostWaiting?: number;
}

/** One core is left to the server itself. */
const spareCores = Math.max(1, availableParallelism() - 1);
/** Of one learner: one that runs and one that waits, say of a form that was sent twice. */
const mostOfOne = 2;

interface Run {
  readonly owner: string;
  readonly scripts: readonly SqlScript[];
  readonly done: (result: Result<SqlOutcome[], Problem>) => void;
  /** Where no worker starts, which is our bug. */
  readonly broken: (error: unknown) => void;
}

export function sqlPool({
  size = spareCores,
  seconds = 2,
  mostWaiting = 20,
}: PoolSettings = {}): SqlPool {
  const waiting: Run[] = [];
  const running = new Set<Run>();
  /** Workers are started when there is work, and kept. */
  const idle: SqlWorker[] = [];
  let isClosed = false;

  function startNext(): void {
    while (running.size < size) {
      const owners = new Set([...running].map(({ owner }) => owner));
      const place = waiting.findIndex(({ owner }) => !owners.has(owner));
      const [run] = place < 0 ? [] : waiting.splice(place, 1);
      if (!run) return;
      running.add(run);
      void serve(run)
        .then(run.done, run.broken)
        .finally(() => {
          running.delete(run);
          startNext();
        });
    }
  }

  async function serve({ scripts }: Run): Promise<Result<SqlOutcome[], Problem>> {
    const worker = idle.pop() ?? (await newWorker());
    try {
      const outcomes = await worker.run(scripts, 1000 * seconds);
      const isReusable = outcomes?.every((each) => each.ok || each.error.code !== 'sql-spoilt');
      if (isReusable && !isClosed) idle.push(worker);
      // Waited for, so that there are never more workers than there may be.
      else await worker.stop();
      return outcomes ? ok(outcomes) : tooLong(seconds);
    } catch {
      return crashed;
    }
  }

  return {
    run(owner, scripts) {
      const own = [...running, ...waiting].filter((each) => each.owner === owner).length;
      if (isClosed || own >= mostOfOne || waiting.length >= mostWaiting)
        return Promise.resolve(busy);
      return new Promise((done, broken) => {
        waiting.push({ owner, scripts, done, broken });
        startNext();
      });
    },
    async close() {
      isClosed = true;
      for (const { done } of waiting.splice(0)) done(busy);
      await Promise.all(idle.splice(0).map((worker) => worker.stop()));
    },
  };
}

const busy = fail<Problem>({
  code: 'sql-busy',
  path: 'answer',
  message: 'Other queries are still running.',
  hint: 'Try again in a few seconds.',
});

const crashed = fail<Problem>({
  code: 'sql-stopped',
  path: 'answer',
  message: 'The query was stopped: it was too much for the database.',
  hint: 'Ask for less.',
});

function tooLong(seconds: number) {
  return fail<Problem>({
    code: 'sql-stopped',
    path: 'answer',
    message: `The query was stopped: it took more than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    hint: 'Look for a join without a condition, or a recursion without an end.',
  });
}

/** Loaded with the first query: whoever runs none needs no bundler for the worker's text. */
async function newWorker(): Promise<SqlWorker> {
  const { startWorker } = await import('./sql-worker.ts');
  return startWorker();
}
