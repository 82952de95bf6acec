/**
 * The built app under load for a long time: `npm run soak -- --minutes 10 [--learners 4] [--json]`.
 * Exits 1 where memory, open files, resources or latency grow, or a request fails.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { freePort } from '../../support/serve-app.ts';
import { serveForTest } from '../../support/serve-for-test.ts';
import { drive, percentiles } from './drive.ts';
import { growth } from './growth.ts';
import { type Vitals, readVitals } from './vitals.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    learners: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  },
});
const [minutes, learners] = [Number(values.minutes), Number(values.learners)];
if (!(minutes > 0 && Number.isSafeInteger(learners) && learners > 0)) {
  console.error('--minutes is a number above 0, --learners a whole number above 0.');
  process.exit(2);
}

/** The first tenth warms up; twenty samples then show a slope if there is one. */
const samples = 20;
const secondsEach = Math.max(1, (60 * minutes) / (samples + 2));

const metricsPort = await freePort();
const app = await serveForTest({ METRICS_PORT: String(metricsPort) });
const bank = loadBank('question-bank');
await drive(app.origin, bank, { learners, seconds: 2 * secondsEach, seed: 0 });
const taken: (Vitals & { readonly answers: number; readonly answerP50: number })[] = [];
const errors: string[] = [];
for (let sample = 1; sample <= samples; sample += 1) {
  const driven = await drive(app.origin, bank, { learners, seconds: secondsEach, seed: sample });
  errors.push(...driven.errors);
  // Connections that the learners just closed are no leak.
  await setTimeout(500);
  const vitals = await readVitals(metricsPort);
  taken.push({
    ...vitals,
    answers: driven.answers,
    answerP50: percentiles(driven.times.answer).p50 ?? 0,
  });
  if (!values.json) console.log(JSON.stringify(taken.at(-1)));
}
await app.close();

const grown = {
  residentMegabytes: growth(taken.map(({ residentMegabytes }) => residentMegabytes)),
  openFiles: growth(taken.map(({ openFiles }) => openFiles)),
  resources: growth(taken.map(({ resources }) => resources)),
  answerP50: growth(taken.map(({ answerP50 }) => answerP50)),
};
/** Most that the second half may lie above the first, in shares of it. */
const allowed = { residentMegabytes: 0.15, openFiles: 0.1, resources: 0.1, answerP50: 0.5 };
const growing = Object.entries(allowed)
  .filter(([name, most]) => grown[name as keyof typeof grown] > most)
  .map(([name]) => name);
console.log(
  JSON.stringify({
    minutes,
    learners,
    answers: taken.reduce((sum, { answers }) => sum + answers, 0),
    errors: errors.length,
    grown,
    allowed,
    growing,
  }),
);
for (const error of errors.slice(0, 5)) console.error(error);
process.exitCode = growing.length > 0 || errors.length > 0 ? 1 : 0;
