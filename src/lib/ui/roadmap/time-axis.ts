import type { Schedule } from '#lib/engine/roadmap/schedule.ts';
import { along } from '#lib/ui/charts/scale.ts';

/** A mark on the axis of time; `at` is an SVG length. */
export interface TimeMark {
  readonly label: string;
  readonly at: string;
}

export interface TimeAxis {
  /** From the start of study to somewhat beyond all there is to draw, days. */
  readonly days: number;
  /** Where a number of days from the start lies, as an SVG length. */
  readonly atDay: (days: number) => string;
  /** Firsts of months, as many as have room. */
  readonly months: readonly TimeMark[];
}

const msPerDay = 86_400_000;
const mostMonths = 6;
/** Steps from mark to mark that people count in, months. */
const paces = [1, 2, 3, 6, 12, 24, 60, 120];
/** What is left free after the last mark, for its label. */
const margin = 1.1;

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** Days from one day (YYYY-MM-DD) to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / msPerDay;
}

/** The axis that holds the plan, its P80 finish and the usual months. */
export function timeAxis({ pace, phases, finish, usual }: Schedule): TimeAxis {
  const start = pace.startsOn;
  const ends = [finish.p80.on, usual.by[1], ...phases.map(({ p80 }) => p80)];
  const days = margin * Math.max(...ends.map((each) => daysBetween(start, each)));
  const atDay = (day: number) => along((100 * day) / days);
  const every = paces.find((each) => days / margin / 30.4 / each <= mostMonths) ?? 240;
  const months: TimeMark[] = [];
  const first = new Date(start);
  for (let month = 1; months.length <= mostMonths; month += 1) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
    const day = daysBetween(start, date.toISOString().slice(0, 10));
    if (day > days / margin) break;
    if (date.getUTCMonth() % Math.min(12, every) !== 0) continue;
    if (every > 12 && date.getUTCFullYear() % (every / 12) !== 0) continue;
    const year = String(date.getUTCFullYear());
    const label = every < 12 ? `${monthFormat.format(date)} ’${year.slice(2)}` : year;
    months.push({ label, at: atDay(day) });
  }
  return { days, atDay, months };
}
