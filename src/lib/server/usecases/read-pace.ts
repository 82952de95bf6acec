import { z } from 'zod';
import type { Problem } from '#lib/engine/kernel/problem.ts';
import { MOST_HOURS, type PaceChoice, pace } from '#lib/engine/roadmap/pace.ts';
import type { Schedule } from '#lib/engine/roadmap/schedule.ts';

/** The pace as it stands in an address or a cookie; null where nothing was said. */
export interface SentPace {
  readonly hours: string | null;
  readonly start: string | null;
  readonly count: string | null;
}

/** What can be used of it, and a problem for each field that cannot. */
export interface ReadPace {
  readonly choice: PaceChoice;
  readonly problems: readonly Problem[];
}

const { hoursPerWeek, startsOn, counting } = pace.shape;
const parts = ['hoursPerWeek', 'startsOn', 'counting'] as const;
const wholeHours = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(hoursPerWeek);

/** What to say of a field that was sent and cannot be read. */
const complaints = {
  hoursPerWeek: {
    path: 'hours',
    code: 'hours-out-of-range',
    message: `The hours a week are not from 1 to ${MOST_HOURS}.`,
    hint: 'Give a whole number.',
  },
  startsOn: {
    path: 'start',
    code: 'start-unreadable',
    message: 'That is no day.',
    hint: 'Give it as year-month-day, like 2026-09-01.',
  },
  counting: {
    path: 'count',
    code: 'count-unknown',
    message: 'There is no such way to count.',
    hint: 'Choose one of those shown.',
  },
} as const satisfies Record<keyof PaceChoice, Problem & { path: keyof SentPace }>;

/**
 * A learner's pace from what was sent, where that can be read, else from what is remembered.
 *
 * @param remembered as `toRemember` wrote it, or anything else, which then counts for nothing
 */
export function readPace(sent: SentPace, remembered: string | null): ReadPace {
  const known = readFields(sentIn(remembered ?? ''));
  const now = readFields(sent);
  const problems = parts
    .filter((field) => now[field] === undefined && sent[complaints[field].path])
    .map((field): Problem => complaints[field]);
  return { choice: { ...known, ...now }, problems };
}

/** What to keep of a choice, for `readPace`. */
export function toRemember({
  hoursPerWeek: hours,
  startsOn: start,
  counting: count,
}: PaceChoice): string {
  return new URLSearchParams({
    ...(hours !== undefined && { hours: String(hours) }),
    ...(start !== undefined && { start }),
    ...(count !== undefined && { count }),
  }).toString();
}

/** The pace in the query of an address. */
export function sentIn(query: string | URLSearchParams): SentPace {
  const fields = new URLSearchParams(query);
  return { hours: fields.get('hours'), start: fields.get('start'), count: fields.get('count') };
}

/** A problem where a day was sent that lies before the report on which the plan rests; else none. */
export function beginsTooEarly({ start }: SentPace, schedule: Schedule): Problem[] {
  const wanted = startsOn.safeParse(start);
  const { startsOn: reported } = schedule.pace;
  if (!wanted.success || wanted.data >= reported) return [];
  return [
    {
      code: 'start-before-report',
      path: 'start',
      message: 'That is before this report.',
      hint: `What is still to go is what it found: choose ${reported} or a later day.`,
    },
  ];
}

function readFields({ hours, start, count }: SentPace): PaceChoice {
  const read = {
    hoursPerWeek: wholeHours.safeParse(hours).data,
    startsOn: startsOn.safeParse(start).data,
    counting: counting.safeParse(count).data,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
