import { parseArgs } from 'node:util';
import { simulateLearners } from '#lib/engine/quiz/simulate-learners.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';

const usage = `usage: npm run -s simulate -- [--learners 200] [--questions 25] [--seed 7] [--json]
Simulated learners take the diagnostic through the real engine and bank, adaptive and at random.`;

const { values } = parseArgs({
  options: {
    learners: { type: 'string', default: '200' },
    questions: { type: 'string', default: '25' },
    seed: { type: 'string', default: '7' },
    bank: { type: 'string', default: 'question-bank' },
    json: { type: 'boolean', default: false },
  },
});

const [learners, questions, seed] = [values.learners, values.questions, values.seed].map(Number);
if (!isCount(learners, 1e6) || !isCount(questions, 100) || !isSeed(seed)) {
  console.error(usage);
  process.exit(2);
}
const start = performance.now();
const result = simulateLearners(loadBank(values.bank), learners, questions, seed);
const msPerAnswer = (performance.now() - start) / (2 * learners * questions);
const figures = { ...result, msPerAnswer };

if (values.json) console.log(JSON.stringify(figures));
else {
  for (const [name, value] of Object.entries(figures)) {
    console.log(`${name.padEnd(18)} ${value.toFixed(3)}`);
  }
}

function isCount(value: number | undefined, most: number): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
}

/** Small enough that each learner's own seed, made from it, is still a whole number of its own. */
function isSeed(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && Math.abs(value) <= 1e9;
}
