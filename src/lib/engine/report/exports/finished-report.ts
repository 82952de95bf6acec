import type { Bank } from '#lib/engine/bank/bank.ts';
import type { AttemptRecord } from '#lib/engine/quiz/attempt.ts';
import type { ReportView } from '../view-model.ts';

/** What an export is written from: the figures are the view's, the rest says what they are of. */
export interface FinishedReport {
  readonly view: ReportView;
  readonly record: AttemptRecord;
  readonly bank: Bank;
}

/** When the report was made, ISO 8601, UTC; an attempt that is still open counts from its start. */
export function madeAt({ finishedAt, startedAt }: ReportView): string {
  return finishedAt ?? startedAt;
}

/** Whose it is, as exports name it: the same over attempts where the record says so. */
export function ownerOf({ owner, id }: AttemptRecord): string {
  return owner ?? id;
}
