import { Worker } from 'node:worker_threads';
import { blockCount } from '#lib/engine/measure/simulation/examination.ts';
import { type Tally, mergeTally } from '#lib/engine/measure/simulation/tally.ts';
import type { SimulationJob } from './job.ts';

/** What a worker makes of one block of learners. */
export interface BlockResult {
  readonly block: number;
  readonly tally: Tally;
  /** The same learners, asked at random; null where that is what the job is about. */
  readonly baseline: Tally | null;
  /** As many learners in a made-up bank like the real one; null where the bank is made up itself. */
  readonly counterpart: Tally | null;
  /** Time spent on `tally`, milliseconds. */
  readonly elapsed: number;
}

/** Blocks of all learners, added up. */
export interface JobResult {
  readonly tally: Tally;
  readonly baseline: Tally;
  readonly counterpart: Tally | null;
  readonly elapsed: number;
}

const WORKER = new URL('../simulate-worker.ts', import.meta.url);

/**
 * Runs a job on worker threads. Whoever is free takes the next block; results are merged in the order of
 * the blocks, so that the sums, and with them every figure, are the same whatever the number of workers.
 *
 * @throws Error what a worker threw
 */
export async function runBlocks(
  job: SimulationJob,
  workers: number,
  onProgress: (share: number) => void,
): Promise<JobResult> {
  const count = blockCount(job.learners);
  const results: BlockResult[] = [];
  let next = 0;
  let done = 0;
  onProgress(0);
  const threads = Array.from({ length: Math.min(workers, count) }, () => startWorker(job));
  try {
    await Promise.all(
      threads.map(
        (thread) =>
          new Promise<void>((resolve, reject) => {
            const give = () => {
              if (next < count) thread.postMessage(next++);
              else resolve();
            };
            thread.on('error', reject);
            thread.on('exit', () => {
              reject(new Error('a worker of the simulation ended before its work was done'));
            });
            thread.on('message', (result: BlockResult) => {
              results[result.block] = result;
              onProgress(++done / count);
              give();
            });
            give();
          }),
      ),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return merged(results);
}

/** The hook by which `tsx` reads TypeScript is not passed on to threads; each registers its own. */
function startWorker(job: SimulationJob): Worker {
  const start = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
    register();
    await import(${JSON.stringify(WORKER.href)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(start)}`), {
    workerData: job,
  });
}

function merged(results: readonly BlockResult[]): JobResult {
  const [first, ...others] = results;
  if (first === undefined) throw new Error('a simulation of no learners');
  const { tally, baseline, counterpart } = first;
  let { elapsed } = first;
  for (const other of others) {
    mergeTally(tally, other.tally);
    if (baseline && other.baseline) mergeTally(baseline, other.baseline);
    if (counterpart && other.counterpart) mergeTally(counterpart, other.counterpart);
    elapsed += other.elapsed;
  }
  return { tally, baseline: baseline ?? tally, counterpart, elapsed };
}
