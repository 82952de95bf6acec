import { stringify } from 'csv-stringify/sync';
import type { ReportView } from './view-model.ts';

/** One row a skill. */
export function skillsToCsv(view: ReportView): string {
  return write(
    view.skills.map((skill) => ({
      skill: skill.id,
      title: skill.title,
      domain: skill.domain,
      phase: skill.phase,
      standing: skill.standing,
      answered: skill.answered,
      level: round(skill.level.expected, 1),
      level_low: round(skill.level.low, 1),
      level_high: round(skill.level.high, 1),
      target: round(skill.target, 1),
      chance_met: round(skill.chanceMet, 3),
    })),
  );
}

/** One row an answer. */
export function answersToCsv(view: ReportView): string {
  return write(
    view.answers.map((answer) => ({
      position: answer.position,
      item: answer.itemId,
      version: answer.itemVersion,
      seed: answer.seed,
      domain: answer.domain,
      skill: answer.skill,
      kind: answer.kind,
      difficulty: answer.difficulty,
      response: answer.response,
      key: answer.key,
      score: round(answer.score, 4),
      certainty: answer.certainty ?? '',
      misconception: answer.misconception ?? '',
      answered_at: answer.answeredAt,
    })),
  );
}

/** A header always, RFC 4180 line ends, and nothing that a spreadsheet would run as a formula. */
function write(rows: readonly Record<string, string | number>[]): string {
  return stringify([...rows], { header: true, record_delimiter: 'windows', escape_formulas: true });
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
