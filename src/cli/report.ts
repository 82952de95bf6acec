import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { type Evidence, readEvidence } from '#lib/engine/report/evidence/read-evidence.ts';
import { rescore } from '#lib/engine/report/evidence/rescore.ts';
import { tellRescored } from '#lib/engine/report/evidence/tell-rescored.ts';
import { MOST_HOURS, pace } from '#lib/engine/roadmap/pace.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { type ExportFile, filesOf, formatNames, formats } from '#lib/server/exports/formats.ts';
import {
  UsageError,
  checkArguments,
  readWithOperands,
  runCommand,
  wholeNumber,
} from './arguments.ts';

const usage = `usage: npm run report -- <report.json> --format ${['all', ...formatNames].join('|')}
       npm run -s report -- rescore <report.json> [--json]
Makes any form of a report from its downloaded evidence, without a server; or replays the evidence
against the present bank and says what that changes (exit 0 whether or not something does).

  --out FILE      where to write; a folder where there are several files. Else ./sextant-<file>
  --hours 8       hours a week and first day of study, for the dates of the plan; else those
  --start DATE    in the evidence
  --bank FOLDER   another bank than question-bank
  --json          one line of JSON, for rescore`;

const text = { type: 'string' } as const;
const options = {
  format: text,
  out: text,
  hours: text,
  start: text,
  bank: text,
  json: { type: 'boolean' },
} as const;

const settings = z.object({
  format: z
    .enum(['all', ...formatNames], {
      error: `takes one of ${['all', ...formatNames].join(', ')}`,
    })
    .optional(),
  out: z.string().optional(),
  hours: wholeNumber(1, MOST_HOURS).optional(),
  start: pace.shape.startsOn.optional(),
  bank: z.string().default('question-bank'),
  json: z.boolean().default(false),
});
type Settings = z.output<typeof settings>;

/** Far above any report; a wrong file is refused before it is read. */
const mostBytes = 16_000_000;

await runCommand(usage, async () => {
  const { values, operands } = readWithOperands(options);
  const wanted = checkArguments(settings, values);
  const isRescore = operands[0] === 'rescore';
  const [file, ...more] = isRescore ? operands.slice(1) : operands;
  if (file === undefined) throw new UsageError(['the evidence file is missing']);
  if (more.length > 0) throw new UsageError(more.map((each) => `"${each}" stands by itself`));
  if (isRescore) tellAgain(file, wanted);
  else await write(file, wanted);
});

function tellAgain(file: string, { bank: folder, json }: Settings): void {
  const bank = loadBank(folder);
  const { evidence, written } = read(file, bank);
  const rescored = rescore(evidence, written, bank);
  if (json) console.log(JSON.stringify(rescored));
  else for (const line of tellRescored(rescored)) console.log(line);
}

async function write(
  file: string,
  { format, out, hours, start, bank: folder }: Settings,
): Promise<void> {
  if (format === undefined) throw new UsageError(['--format is missing']);
  const bank = loadBank(folder);
  const { record, json } = read(file, bank).evidence;
  const choice = {
    ...json.schedule?.pace,
    ...(hours !== undefined && { hoursPerWeek: hours }),
    ...(start !== undefined && { startsOn: start }),
  };
  const report = { view: buildReport(record, bank, choice), record, bank };
  const files = format === 'all' ? formatNames.flatMap(filesOf) : filesOf(format);
  for (const each of files) {
    const target = targetOf(each, files.length, out);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, await formats[each].write(report));
    console.log(target);
  }
}

function targetOf(file: ExportFile, count: number, out: string | undefined): string {
  if (out === undefined) return `sextant-${file}`;
  const isFolder = count > 1 || (existsSync(out) && statSync(out).isDirectory());
  return isFolder ? join(out, `sextant-${file}`) : out;
}

/** @throws Error with every problem of the file */
function read(file: string, bank: Bank): { evidence: Evidence; written: string } {
  const size = statSync(file).size;
  if (size > mostBytes) throw new Error(`${file} has ${size} bytes; no report has so many.`);
  const written = readFileSync(file, 'utf8');
  const evidence = readEvidence(written, bank);
  if (!evidence.ok) throw new Error(evidence.error.map((each) => told(file, each)).join('\n'));
  return { evidence: evidence.value, written };
}

function told(file: string, { code, path, message, hint }: Problem): string {
  return `${file}${path && ` › ${path}`}\n  ${code}: ${message}\n  hint: ${hint}`;
}
