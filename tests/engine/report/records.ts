import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Attempt, AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import type { ReportView } from '#lib/engine/report/view-model.ts';
import { type Choices, type Mood, newAttempt, play } from '../quiz/attempts.ts';

/** An attempt as the store would give it. */
export function recordOf(attempt: Attempt, bank: Bank): AttemptRecord {
  return {
    id: 'attempt-1',
    attempt,
    startedAt: '2026-03-01T12:00:00.000Z',
    finishedAt: attempt.finished === null ? null : '2026-03-01T12:40:00.000Z',
    selfRatings: { logic: 35 },
    bankVersion: bank.version,
  };
}

/** The report of an attempt answered in these moods. */
export function reportOf(bank: Bank, moods: readonly Mood[], choices: Choices = {}): ReportView {
  return buildReport(recordOf(play(newAttempt(bank, choices), bank, moods), bank), bank);
}
