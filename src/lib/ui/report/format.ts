import type { Action } from '#lib/engine/roadmap/plan.ts';
import { percent } from '#lib/ui/charts/figures.ts';

/** How times, hours and judgements read in the interface. */

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
});

export function day(iso: string): string {
  return dayFormat.format(new Date(iso));
}

const plainDayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "5–9 Jan 2026", "29 Jan – 2 Feb 2026"; one day where both are the same. */
export function days(from: string, to: string): string {
  return plainDayFormat.formatRange(new Date(from), new Date(to));
}

/** "5 Jan 2026" */
export function plainDay(iso: string): string {
  return plainDayFormat.format(new Date(iso));
}

export function shortDay(iso: string): string {
  return shortDayFormat.format(new Date(iso));
}

/** "8–18 h"; one figure where both ends agree. */
export function hours([low, high]: readonly [number, number]): string {
  const [least, most] = [Math.round(low), Math.round(high)];
  return least === most ? `${least} h` : `${least}–${most} h`;
}

/** "12 h", "1.5 h" where it is little. */
export function studyHours(hours: number): string {
  return `${hours < 10 ? Number(hours.toFixed(1)) : Math.round(hours)} h`;
}

/** "months 1–3", "from month 10". */
export function months([first, last]: readonly [number, number | null]): string {
  if (last === null) return `from month ${first}`;
  return first === last ? `month ${first}` : `months ${first}–${last}`;
}

/** "one question", "12 questions". */
export function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

export const actionNames = {
  skip: 'Skip',
  refresh: 'Refresh',
  learn: 'Learn',
  unmeasured: 'Not measured',
} as const satisfies Record<Action, string>;

export const certaintyNames = { 1: 'Guessing', 2: 'Fairly sure', 3: 'Certain' } as const;

/** What a score is called; partial credit is neither right nor wrong. */
export function verdict(score: number, dontKnow: boolean): string {
  if (dontKnow) return 'Not known yet';
  if (score >= 1) return 'Right';
  return score <= 0 ? 'Wrong' : `Partly right, ${percent(score * 100)}`;
}
