/**
 * Simulated learners against the built app, on one process and SQLite:
 * `npm run -s bench:load -- --learners 8 --seconds 20 [--json]`. Exits 1 where a request failed.
 *
 * The learners run beside the server, so on a machine of two cores they take one of them; the bare servers they are
 * compared with bear the same.
 */
import { parseArgs } from 'node:util';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { freePort } from '../../support/serve-app.ts';
import { serveForTest } from '../../support/serve-for-test.ts';
import { type Baseline, bareHttpServer, bareKitServer } from './baselines.ts';
import { drive, hammer, percentiles } from './drive.ts';
import { readVitals } from './vitals.ts';

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});
const [learners, seconds, seed] = [values.learners, values.seconds, values.seed].map(Number);
if (
  !learners ||
  !seconds ||
  seed === undefined ||
  ![learners, seconds, seed].every(Number.isSafeInteger)
) {
  console.error('--learners, --seconds and --seed are whole numbers.');
  process.exit(2);
}

const metricsPort = await freePort();
const app = await serveForTest({ METRICS_PORT: String(metricsPort) });
const bank = loadBank('question-bank');
await drive(app.origin, bank, { learners, seconds: Math.min(3, seconds), seed }); // warm
const before = await readVitals(metricsPort);
const driven = await drive(app.origin, bank, { learners, seconds, seed: seed + 1 });
const after = await readVitals(metricsPort);
const home = await hammer(app.origin, '/', { learners, seconds: 5 });
await app.close();
const bareKit = await measured(bareKitServer());
const bareHttp = await measured(bareHttpServer());

const requests = Object.values(driven.times).reduce((sum, { length }) => sum + length, 0);
const homePerSecond = home.length / 5;
const report = {
  learners,
  seconds,
  answers: driven.answers,
  answersPerSecond: rounded(driven.answers / seconds),
  requestsPerSecond: rounded(requests / seconds),
  errors: driven.errors.length,
  milliseconds: Object.fromEntries(
    Object.entries(driven.times).map(([step, times]) => [step, percentiles(times)]),
  ),
  server: { before, after },
  onePage: {
    home: { perSecond: rounded(homePerSecond), ...percentiles(home) },
    bareKit,
    bareHttp,
  },
  ratios: {
    homeToBareKit: rounded(homePerSecond / bareKit.perSecond, 3),
    homeToBareHttp: rounded(homePerSecond / bareHttp.perSecond, 3),
    requestsToBareKit: rounded(requests / seconds / bareKit.perSecond, 3),
    requestsToBareHttp: rounded(requests / seconds / bareHttp.perSecond, 3),
  },
};
if (values.json) console.log(JSON.stringify(report));
else console.dir(report, { depth: null });
for (const error of driven.errors.slice(0, 5)) console.error(error);
process.exitCode = driven.errors.length > 0 ? 1 : 0;

async function measured(starting: Promise<Baseline>) {
  const { origin, close } = await starting;
  await hammer(origin, '/', { learners: learners ?? 1, seconds: 2 });
  const times = await hammer(origin, '/', { learners: learners ?? 1, seconds: 5 });
  await close();
  return { perSecond: rounded(times.length / 5), ...percentiles(times) };
}

function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
