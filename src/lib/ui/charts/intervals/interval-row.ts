import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { Standing } from '#lib/engine/measure/levels/standing.ts';

/** A row of an interval chart: something measured against what is asked. */
export interface IntervalRow {
  readonly id: string;
  readonly title: string;
  /** A short line under the title. */
  readonly note: string | null;
  /** Gives the row its domain's hue and mark; null where all rows share one domain. */
  readonly domain: string | null;
  readonly standing: Standing;
  readonly level: Level;
  readonly target: number;
  readonly selfRating: number | null;
  readonly chanceMet: number;
}

/** Rows that belong together, under a heading of their own. */
export interface IntervalGroup {
  readonly id: string;
  readonly title: string | null;
  readonly about: string | null;
  readonly rows: readonly IntervalRow[];
}
