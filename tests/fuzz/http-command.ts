/**
 * Fuzzes every endpoint and action of the built app: `npm run -s fuzz:http -- --requests 20000 --seed 7 [--json]`.
 * Exits 1 where the server fails, is slow, or shows or changes what is somebody else's.
 */
import { parseArgs } from 'node:util';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { serveForTest } from '../support/serve-for-test.ts';
import { fuzzHttp } from './http/fuzz-http.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});
const [requests, seed] = [Number(values.requests), Number(values.seed)];
if (!(Number.isSafeInteger(requests) && requests > 0 && Number.isSafeInteger(seed))) {
  console.error('--requests and --seed are whole numbers.');
  process.exit(2);
}

const app = await serveForTest();
const report = await fuzzHttp(app.origin, loadBank('question-bank'), requests, seed);
await app.close();
if (app.output().includes('"failure"')) console.error(app.output());
if (values.json) console.log(JSON.stringify(report));
else {
  console.table(report.endpoints);
  console.table(report.statuses);
  console.log(
    `${report.requests} requests, the slowest ${Math.round(report.slowest)} ms, ${report.faults.length} faults`,
  );
  for (const fault of report.faults.slice(0, 20)) console.log(fault);
}
process.exitCode = report.faults.length > 0 ? 1 : 0;
