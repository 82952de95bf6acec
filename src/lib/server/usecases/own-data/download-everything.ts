import { strToU8, zipSync } from 'fflate';
import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { allAnswersToCsv } from '#lib/engine/report/exports/to-csv.ts';
import { toJson } from '#lib/engine/report/exports/to-json.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import { listAttempts } from '../find-attempt.ts';
import type { Services } from '../services.ts';
import { listShares } from '../shares/list-shares.ts';

const readme = `What is in here
===============

Everything that this Sextant server keeps of you.

attempts/NN-YYYY-MM-DD.report.json
    A finished attempt, oldest first, with the day it began: your responses, the
    seeds of the questions, and the report's figures. The schema is published
    by the server as /schemas/report.schema.json.
attempts/NN-YYYY-MM-DD.open.json
    An attempt that still asks: your responses so far and the seeds. It is not
    judged yet, so it holds no scores.
answers.csv
    One row an answer over all finished attempts, with the attempt's id.
links.json
    The links by which you share reports and have not revoked. Their addresses
    are not kept, only the last four characters.

Beside that the server keeps scrambled fingerprints (SHA-256) of the cookies of
the browsers that are signed in. They say nothing of you and are left out.
`;

/**
 * All that is kept of a learner, as one zip file; the same data give the same file.
 *
 * @param pace of the plans in it
 * @returns null where nothing is kept
 */
export async function downloadEverything(
  services: Services,
  learnerId: string | null,
  pace: PaceChoice = {},
): Promise<Uint8Array<ArrayBuffer> | null> {
  const records = await listAttempts(services, learnerId);
  if (records.length === 0) return null;
  const reported = records
    .filter(({ attempt }) => attempt.finished !== null)
    .map((record) => ({ record, view: buildReport(record, services.bank, pace) }));
  const reports = new Map(reported.map(({ record, view }) => [record.id, toJson(view, record)]));
  const attempts = records.map((record, index): [string, string] => {
    const name = `${String(index + 1).padStart(2, '0')}-${record.startedAt.slice(0, 10)}`;
    const report = reports.get(record.id);
    return report
      ? [`attempts/${name}.report.json`, asText(report)]
      : [`attempts/${name}.open.json`, asText(unjudged(record))];
  });
  const files = Object.fromEntries([
    ['README.txt', readme],
    ...attempts,
    ['answers.csv', allAnswersToCsv(reported.map(({ view }) => view))],
    ['links.json', asText(await listShares(services, learnerId))],
  ]);
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    // The format knows no zone: a day is all that is said.
    { mtime: records.at(-1)?.startedAt.slice(0, 10) ?? '' },
  );
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function unjudged({ id, ...record }: AttemptRecord) {
  return { format: 'sextant-open-attempt', formatVersion: 1, attemptId: id, ...record };
}
