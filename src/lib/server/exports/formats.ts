import type { FinishedReport } from '#lib/engine/report/exports/finished-report.ts';
import { answersToCsv, skillsToCsv } from '#lib/engine/report/exports/to-csv.ts';
import { toJson, writeJson } from '#lib/engine/report/exports/to-json.ts';
import { toIcs } from '#lib/engine/report/exports/to-ics.ts';
import { toMarkdown } from '#lib/engine/report/exports/to-markdown.ts';
import { toApkg } from './anki/to-apkg.ts';
import { toPdf } from './pdf/to-pdf.ts';
import { toXapi } from './xapi/to-xapi.ts';

/** What a report can be had as, the ones for reading first. */
export type ExportFile =
  | 'report.pdf'
  | 'report.md'
  | 'plan.ics'
  | 'missed.apkg'
  | 'skills.csv'
  | 'answers.csv'
  | 'statements.json'
  | 'report.json';

interface Format {
  /** What it is called on the command line; two files may share one. */
  readonly name: string;
  readonly label: string;
  /** What it is good for, in a sentence. */
  readonly hint: string;
  readonly type: string;
  readonly write: (
    report: FinishedReport,
  ) => string | Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

/** Every form a report leaves the app in, by file name; the route and the command line both write from here. */
export const formats: Readonly<Record<ExportFile, Format>> = {
  'report.pdf': {
    name: 'pdf',
    label: 'PDF',
    hint: 'The report without the single answers, to print or hand on.',
    type: 'application/pdf',
    write: toPdf,
  },
  'report.md': {
    name: 'md',
    label: 'Markdown',
    hint: 'The whole report with every answer as text, to keep beside your notes.',
    type: 'text/markdown; charset=utf-8',
    write: ({ view }) => toMarkdown(view),
  },
  'plan.ics': {
    name: 'ics',
    label: 'Calendar of the plan',
    hint: 'Each step on its days, for any calendar. The plan of a later report moves them, it adds none twice.',
    type: 'text/calendar; charset=utf-8',
    write: toIcs,
  },
  'missed.apkg': {
    name: 'apkg',
    label: 'Anki cards',
    hint: 'The questions you missed or guessed, to practise. A second import updates them.',
    type: 'application/octet-stream',
    write: toApkg,
  },
  'skills.csv': {
    name: 'csv',
    label: 'CSV, a row a skill',
    hint: 'Levels, intervals and targets for a spreadsheet.',
    type: 'text/csv; charset=utf-8',
    write: ({ view }) => skillsToCsv(view),
  },
  'answers.csv': {
    name: 'csv',
    label: 'CSV, a row an answer',
    hint: 'Each question with what you answered and its score.',
    type: 'text/csv; charset=utf-8',
    write: ({ view }) => answersToCsv(view),
  },
  'statements.json': {
    name: 'xapi',
    label: 'xAPI statements',
    hint: 'For a learning record store: what was asked, answered and scored.',
    type: 'application/json',
    write: toXapi,
  },
  'report.json': {
    name: 'json',
    label: 'Evidence (JSON)',
    hint: 'Responses, seeds and figures: the file from which everything can be made and scored again.',
    type: 'application/json',
    write: ({ view, record }) => writeJson(toJson(view, record)),
  },
};

/** In the order offered. */
export const exportFiles = Object.keys(formats) as ExportFile[];

/** The formats' names on the command line, each once. */
export const formatNames: readonly string[] = [
  ...new Set(exportFiles.map((file) => formats[file].name)),
];

/** The files of a format's name. */
export function filesOf(name: string): ExportFile[] {
  return exportFiles.filter((file) => formats[file].name === name);
}

export function isExportFile(file: string): file is ExportFile {
  return Object.hasOwn(formats, file);
}
