import type { Problem } from '#lib/engine/kernel/problem.ts';
import type { Counting } from '#lib/engine/roadmap/pace.ts';

/** The form of the pace as it is shown; where a field has a problem, with what was typed. */
export interface PaceForm {
  readonly hours: string;
  /** YYYY-MM-DD where it can be read. */
  readonly start: string;
  /** The first day that can be chosen, YYYY-MM-DD. */
  readonly earliest: string;
  readonly counting: Counting;
  /** Paths are the names of the fields: hours, start, count. */
  readonly problems: readonly Problem[];
}
