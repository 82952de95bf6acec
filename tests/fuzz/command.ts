/**
 * Fuzzes the readers and scorers of every kind: `npm run -s fuzz -- --runs 100000 --seed 7 [--json]`.
 * Exits 1 where one throws, is slow, scores outside [0, 1] or refuses without a reason.
 */
import { parseArgs } from 'node:util';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { itemKinds } from '../support/items.ts';
import { fuzzKinds } from './fuzz-kinds.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!(Number.isSafeInteger(runs) && runs >= itemKinds.length && Number.isSafeInteger(seed))) {
  console.error(`--runs and --seed are whole numbers, runs at least ${itemKinds.length}.`);
  process.exit(2);
}

const reports = fuzzKinds(Math.ceil(runs / itemKinds.length), seed, loadBank('question-bank'));
if (values.json) {
  console.log(JSON.stringify(reports));
} else {
  console.table(
    reports.map(({ kind, runs, read, refused, faults, time, heapGrowth }) => ({
      kind,
      runs,
      read,
      reasons: Object.keys(refused).length,
      faults: faults.length,
      'mean µs': Math.round((1000 * time.total) / runs),
      'most ms': Number(time.most.toFixed(1)),
      'heap MB': Number((heapGrowth / 2 ** 20).toFixed(1)),
    })),
  );
  for (const fault of reports.flatMap(({ faults }) => faults).slice(0, 20)) console.log(fault);
}
process.exitCode = reports.some(({ faults }) => faults.length > 0) ? 1 : 0;
