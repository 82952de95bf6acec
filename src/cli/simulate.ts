import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { Tally } from '#lib/engine/measure/simulation/tally.ts';
import { figuresOf } from '#lib/engine/measure/simulation/figures.ts';
import { checkArguments, readArguments, runCommand, wholeNumber } from './arguments.ts';
import { runBlocks } from './simulation/blocks.ts';
import { jobOf } from './simulation/job.ts';
import { progressBar } from './simulation/progress.ts';
import { type BankTargets, figureTable } from './simulation/table.ts';

const usage = `usage: npm run -s simulate -- [options]
Simulated learners, whose true abilities are known, are tested; how far off the estimates are.

the bank, real or made up
  --bank question-bank      a real one, through the whole quiz: items drawn, responses made and scored
  --synthetic 5x8x8         or numbers only: domains x skills x items
  --kind constructed        or single-choice or mixed, of a synthetic bank
  --bank-seed 1             decides the synthetic items, and the errors of the difficulties

the learners
  --learners 200  --seed 7
  --ability prior           or skewed, which the engine is not told
  --difficulty-error 0      standard deviation, logits, of the true difficulties from the assumed
  --slips 0                 chance that an answer earns nothing, whatever is known

the test
  --questions 25            at most
  --rule variance-reduction or maximum-information, kullback-leibler, random
  --exposure 1              chance with which an attempt may have an item; 1 asks the best of all.
                            Where it is not given, a real bank leaves it to the quiz

  --workers N               threads; all cores unless given. The figures do not depend on it
  --json                    one line of JSON`;

const text = { type: 'string' } as const;
const options = {
  bank: text,
  synthetic: text,
  kind: text,
  'bank-seed': text,
  learners: text,
  questions: text,
  seed: text,
  ability: text,
  'difficulty-error': text,
  slips: text,
  rule: text,
  exposure: text,
  workers: text,
  json: { type: 'boolean' },
} as const;

await runCommand(usage, async () => {
  const given = readArguments(options);
  const job = jobOf(given);
  const { workers } = checkArguments(
    z.object({ workers: wholeNumber(1, 256).default(availableParallelism()) }),
    given,
  );
  const bar = progressBar();
  const { tally, baseline, counterpart, elapsed } = await runBlocks(job, workers, bar.show).finally(
    bar.clear,
  );
  const figures = {
    ...figuresOf(tally),
    randomDomainRmse: figuresOf(baseline).domainRmse,
    msPerAnswer: elapsed / tally.questions,
    ...(counterpart ? { targets: await targetsOf(job.bank, tally, counterpart) } : {}),
  };
  console.log(given['json'] ? JSON.stringify(figures) : figureTable(figures));
});

/** How a real bank does against what it is held to. */
async function targetsOf(folder: string, tally: Tally, counterpart: Tally): Promise<BankTargets> {
  const { measuredBank } = await import('#lib/engine/quiz/measured-bank.ts');
  const { loadBank } = await import('#lib/server/bank/load-bank.ts');
  const { levelInterval, unfittedSkills, maxExposure } = figuresOf(tally);
  const most = tally.exposure.indexOf(Math.max(...tally.exposure));
  return {
    intervalRatio: levelInterval / figuresOf(counterpart).levelInterval,
    unfittedSkills,
    mostExposed: { item: measuredBank(loadBank(folder)).items[most]?.id ?? '', share: maxExposure },
  };
}
