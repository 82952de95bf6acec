import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { figuresOf } from '#lib/engine/measure/simulation/figures.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import {
  type Arguments,
  checkArguments,
  readArguments,
  runCommand,
  wholeNumber,
} from './arguments.ts';
import { workedExample } from './figures/worked-example.ts';
import { runBlocks } from './simulation/blocks.ts';
import { jobOf } from './simulation/job.ts';
import { progressBar } from './simulation/progress.ts';
import { z } from 'zod';

const file = 'src/routes/about/measurement/figures.json';

const usage = `usage: npm run figures [-- --learners 2000] [--seed 7]
Simulates anew what the page on measurement tells, and writes it to
${file}.`;

const kinds = ['constructed', 'mixed', 'single-choice'] as const;
const lengths = [15, 25, 40];
const synthetic = '5x8x8';

await runCommand(usage, async () => {
  const given = readArguments({ learners: { type: 'string' }, seed: { type: 'string' } });
  const { learners, seed } = checkArguments(
    z.object({
      learners: wholeNumber(1, 1e6).default(2000),
      seed: wholeNumber(-1e9, 1e9).default(7),
    }),
    given,
  );
  const bar = progressBar();
  const simulate = async (what: Arguments) => {
    const job = jobOf({ learners: String(learners), seed: String(seed), ...what });
    const { tally, baseline } = await runBlocks(job, availableParallelism(), bar.show);
    return { ...figuresOf(tally), atRandom: figuresOf(baseline) };
  };
  const cells = [];
  for (const kind of kinds) {
    for (const questions of lengths) {
      const { levelRmse, levelCoverage90, coverage90, domainRmse, biasByRegion } = await simulate({
        synthetic,
        kind,
        questions: String(questions),
      });
      cells.push({
        kind,
        questions,
        levelRmse,
        levelCoverage90,
        coverage90,
        domainRmse,
        biasByRegion,
      });
    }
  }
  const random = await simulate({ synthetic, questions: '55', rule: 'random' });
  const wrong = await simulate({ synthetic, questions: '25', 'difficulty-error': '0.5' });
  // Through the whole quiz an answer takes twenty times as long.
  const real = await simulate({ questions: '25', learners: String(Math.ceil(learners / 4)) });
  const figures = {
    learners,
    seed,
    cells,
    random: { questions: 55, domainRmse: random.domainRmse },
    wrongDifficulties: { deviation: 0.5, levelRmse: wrong.levelRmse, coverage90: wrong.coverage90 },
    realBank: {
      questions: 25,
      levelRmse: real.levelRmse,
      levelCoverage90: real.levelCoverage90,
      levelRmseAtRandom: real.atRandom.levelRmse,
      maxExposure: real.maxExposure,
    },
    workedExample: workedExample(loadBank('question-bank')),
  };
  bar.clear();
  const style = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(rounded(figures)), { ...style, parser: 'json' }));
  console.log(`${file} is written.`);
});

/** Numbers to five significant digits: more would only make differences between runs. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === 'number' ? Number(each.toPrecision(5)) : each,
  );
}
