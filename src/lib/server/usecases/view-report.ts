import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import { answersToCsv, skillsToCsv } from '#lib/engine/report/to-csv.ts';
import { toJson } from '#lib/engine/report/to-json.ts';
import { toMarkdown } from '#lib/engine/report/to-markdown.ts';
import type { MisconceptionView, ReportView } from '#lib/engine/report/view-model.ts';
import type { PaceChoice } from '#lib/engine/roadmap/pace.ts';
import { renderInline, renderMarkdown } from '#lib/engine/template/markup.ts';
import { findAttempt } from './find-attempt.ts';
import type { Services } from './services.ts';

/**
 * The report of a finished attempt, its Markdown rendered.
 *
 * @returns null where this learner has no such attempt; 'open' while it still asks
 */
export async function viewReport(
  services: Services,
  learnerId: string | null,
  id: string,
  pace: PaceChoice = {},
): Promise<ReportView | 'open' | null> {
  const record = await findAttempt(services, learnerId, id);
  if (!record) return null;
  if (isOpen(record)) return 'open';
  return rendered(buildReport(record, services.bank, pace));
}

function isOpen({ attempt }: AttemptRecord): boolean {
  return attempt.finished === null;
}

/** The same report with its Markdown fields as HTML. */
export function rendered(view: ReportView): ReportView {
  return {
    ...view,
    domains: view.domains.map((domain) => ({
      ...domain,
      band: { ...domain.band, can: renderInline(domain.band.can) },
    })),
    misconceptions: view.misconceptions.map(withRemedy),
    pastMisconceptions: view.pastMisconceptions.map(withRemedy),
    answers: view.answers.map((answer) => ({
      ...answer,
      stem: renderMarkdown(answer.stem),
      options: answer.options.map((option) => ({ ...option, text: renderMarkdown(option.text) })),
      response: renderMarkdown(answer.response),
      key: renderMarkdown(answer.key),
      feedback: answer.feedback === null ? null : renderMarkdown(answer.feedback),
      explanation: renderMarkdown(answer.explanation),
    })),
  };
}

function withRemedy(misconception: MisconceptionView): MisconceptionView {
  return { ...misconception, remedy: renderInline(misconception.remedy) };
}

interface Format {
  readonly label: string;
  readonly hint: string;
  readonly type: string;
  readonly write: (view: ReportView, record: AttemptRecord) => string;
}

/** The forms a report leaves the app in, by file name. */
const formats: Readonly<Record<string, Format>> = {
  'report.json': {
    label: 'JSON',
    hint: 'Everything, with responses and seeds: every figure can be computed again.',
    type: 'application/json',
    write: (view, record) => `${JSON.stringify(toJson(view, record), null, 2)}\n`,
  },
  'report.md': {
    label: 'Markdown',
    hint: 'The whole report as text, to keep beside your notes.',
    type: 'text/markdown; charset=utf-8',
    write: toMarkdown,
  },
  'skills.csv': {
    label: 'CSV, a row a skill',
    hint: 'Levels, intervals and targets for a spreadsheet.',
    type: 'text/csv; charset=utf-8',
    write: skillsToCsv,
  },
  'answers.csv': {
    label: 'CSV, a row an answer',
    hint: 'Each question with what you answered and its score.',
    type: 'text/csv; charset=utf-8',
    write: answersToCsv,
  },
};

/** What can be downloaded, in the order offered. */
export const exportFiles: readonly { file: string; label: string; hint: string }[] = Object.entries(
  formats,
).map(([file, { label, hint }]) => ({ file, label, hint }));

/**
 * A report as a file.
 *
 * @returns null where there is no such attempt, it is still open, or no such format
 */
export async function exportReport(
  services: Services,
  learnerId: string | null,
  id: string,
  file: string,
  pace: PaceChoice = {},
): Promise<{ type: string; body: string } | null> {
  const format = Object.hasOwn(formats, file) ? formats[file] : undefined;
  if (!format) return null;
  const record = await findAttempt(services, learnerId, id);
  if (!record || isOpen(record)) return null;
  const view = buildReport(record, services.bank, pace);
  return { type: format.type, body: format.write(view, record) };
}
