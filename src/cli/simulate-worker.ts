import { parentPort, workerData } from 'node:worker_threads';
import { tallyOfBlock } from '#lib/engine/measure/simulation/examination.ts';
import type { BlockResult } from './simulation/blocks.ts';
import { examinationRoom } from './simulation/examination-room.ts';
import type { SimulationJob } from './simulation/job.ts';

// A thread of `simulate.ts`: is told the job at its start, then the numbers of blocks, one at a time.
const job = workerData as SimulationJob;
const { items, examinationBy, counterpart } = await examinationRoom(job);
const examine = examinationBy(job.rule);
const atRandom = job.rule === 'random' ? null : examinationBy('random');

parentPort?.on('message', (block: number) => {
  const start = performance.now();
  const tally = tallyOfBlock(examine, items, block, job.learners);
  const elapsed = performance.now() - start;
  const baseline = atRandom && tallyOfBlock(atRandom, items, block, job.learners);
  const compared =
    counterpart && tallyOfBlock(counterpart.examine, counterpart.items, block, job.learners);
  parentPort?.postMessage({
    block,
    tally,
    baseline,
    counterpart: compared,
    elapsed,
  } satisfies BlockResult);
});
