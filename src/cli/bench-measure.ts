import { writeFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { oneDimensionPool } from '#lib/engine/measure/simulation/one-dimension.ts';
import { UsageError, checkArguments, readArguments, runCommand, wholeNumber } from './arguments.ts';
import { correlatedBench } from './bench/correlated.ts';
import { engineSpeed } from './bench/engine-speed.ts';
import { oneAbilityBench, testEverybody } from './bench/one-ability.ts';
import { readItems, readLearners, readResponses } from './bench/read-files.ts';

const usage = `usage: npm run -s bench:measure -- [options]
How fast the measurement is, and how exact; medians, on one thread.

  --attempts 200     attempts of 25 answers for each size of bank
  --people 1000      simulated people, of the other benches
  --length 20        items in a test of one ability
  --seed 7
  --correlated       how well several abilities that go together are measured, and nothing else
  --json             one line of JSON

or the adaptive test of one ability with items, people and responses from files, for another engine to
be run on the same work (θ ~ N(0, 1), maximum information, expected a posteriori):
  --items FILE       CSV, header item,a,b,c,d; d, the upper asymptote, is 1 or left out
  --learners FILE    CSV, header person,theta
  --responses FILE   a line a learner, a 0 or 1 an item, in the order of the two other files
  --estimates FILE   where to write person,theta,se,items (items met, in order, parted by spaces)`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  attempts: text,
  people: text,
  length: text,
  seed: text,
  correlated: flag,
  json: flag,
  items: text,
  learners: text,
  responses: text,
  estimates: text,
} as const;

const settings = z.object({
  attempts: wholeNumber(1, 100_000).default(200),
  people: wholeNumber(1, 1_000_000).default(1000),
  length: wholeNumber(1, 1000).default(20),
  seed: wholeNumber(-1e9, 1e9).default(7),
  correlated: z.boolean().default(false),
  json: z.boolean().default(false),
  items: z.string().optional(),
  learners: z.string().optional(),
  responses: z.string().optional(),
  estimates: z.string().optional(),
});
type Settings = z.output<typeof settings>;

const BANK_SIZES = [300, 3000, 30_000];
const SKILL_COUNTS = [10, 45, 100];
const ONE_ABILITY_SIZES = [300, 3000];

await runCommand(usage, () => {
  const wanted = checkArguments(settings, readArguments(options));
  const result = benchOf(wanted);
  if (wanted.json) console.log(JSON.stringify(result));
  else for (const [title, rows] of Object.entries(result)) printTable(title, rows);
});

function benchOf(wanted: Settings): Record<string, readonly object[]> {
  const { attempts, people, length, seed } = wanted;
  const files = [wanted.items, wanted.learners, wanted.responses];
  if (files.some((file) => file !== undefined) || wanted.estimates !== undefined) {
    if (wanted.correlated) throw new UsageError(['--correlated takes no files']);
    return { files: [benchOfFiles(wanted)] };
  }
  if (wanted.correlated) return { correlated: correlatedBench(people, seed) };
  return {
    engine: BANK_SIZES.flatMap((items) =>
      SKILL_COUNTS.map((skills) => engineSpeed(items, skills, attempts)),
    ),
    oneAbility: ONE_ABILITY_SIZES.map((items) => oneAbilityBench(items, people, length, seed)),
  };
}

function benchOfFiles({ items, learners, responses, estimates, length }: Settings): object {
  if (items === undefined || learners === undefined || responses === undefined) {
    throw new UsageError(['--items, --learners and --responses go together']);
  }
  const pool = readItems(items);
  const people = readLearners(learners);
  const answered = readResponses(responses, people.length, pool.length);
  const { figures, tested } = testEverybody(
    oneDimensionPool(pool.map(({ parameters }) => parameters)),
    people.map(({ theta }, i) => ({ theta, responses: answered[i] ?? new Uint8Array() })),
    length,
  );
  if (estimates !== undefined) {
    const rows = tested.map(({ theta, standardError, met }, i) => ({
      person: people[i]?.name,
      theta,
      se: standardError,
      items: met.map((place) => pool[place]?.name).join(' '),
    }));
    writeFileSync(estimates, stringify(rows, { header: true }));
  }
  return figures;
}

function printTable(title: string, rows: readonly object[]): void {
  console.log(title);
  console.table(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]: [string, unknown]) => [
          name,
          typeof value === 'number' ? Number(value.toPrecision(4)) : value,
        ]),
      ),
    ),
  );
}
