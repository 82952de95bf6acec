import { stringify } from 'csv-stringify/sync';
import type { AnswerView, ReportView, SkillView } from '../view-model.ts';

type Columns<T> = Readonly<Record<string, (row: T) => string | number>>;

const skillColumns: Columns<SkillView> = {
  skill: ({ id }) => id,
  title: ({ title }) => title,
  domain: ({ domain }) => domain,
  phase: ({ phase }) => phase,
  standing: ({ standing }) => standing,
  answered: ({ answered }) => answered,
  level: ({ level }) => round(level.expected, 1),
  level_low: ({ level }) => round(level.low, 1),
  level_high: ({ level }) => round(level.high, 1),
  target: ({ target }) => round(target, 1),
  chance_met: ({ chanceMet }) => round(chanceMet, 3),
};

const answerColumns: Columns<AnswerView> = {
  position: ({ position }) => position,
  item: ({ itemId }) => itemId,
  version: ({ itemVersion }) => itemVersion,
  seed: ({ seed }) => seed,
  domain: ({ domain }) => domain,
  skill: ({ skill }) => skill,
  kind: ({ kind }) => kind,
  difficulty: ({ difficulty }) => difficulty,
  response: ({ response }) => response,
  key: ({ key }) => key,
  score: ({ score }) => round(score, 4),
  certainty: ({ certainty }) => certainty ?? '',
  misconception: ({ misconception }) => misconception ?? '',
  answered_at: ({ answeredAt }) => answeredAt,
};

/** One row a skill. */
export function skillsToCsv(view: ReportView): string {
  return write(skillColumns, view.skills);
}

/** One row an answer. */
export function answersToCsv(view: ReportView): string {
  return write(answerColumns, view.answers);
}

/** One row an answer of every report, with the attempt it belongs to. */
export function allAnswersToCsv(views: readonly ReportView[]): string {
  const rows = views.flatMap(({ attemptId, answers }) =>
    answers.map((answer) => ({ attemptId, ...answer })),
  );
  return write({ attempt: ({ attemptId }) => attemptId, ...answerColumns }, rows);
}

/** A header always, RFC 4180 line ends, and nothing that a spreadsheet would run as a formula. */
function write<T>(columns: Columns<T>, rows: readonly T[]): string {
  return stringify(
    rows.map((row) => Object.values(columns).map((value) => value(row))),
    {
      header: true,
      columns: Object.keys(columns),
      record_delimiter: 'windows',
      // It quotes a cell with its own line end only, but readers end a row at any.
      quoted_match: /[\r\n]/,
      escape_formulas: true,
    },
  );
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
