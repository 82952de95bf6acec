import { WEEKS_PER_MONTH } from '#lib/engine/roadmap/calendar.ts';
import type { Focus } from '#lib/engine/roadmap/focus.ts';
import { MOST_HOURS, type Counting } from '#lib/engine/roadmap/pace.ts';
import type { Schedule } from '#lib/engine/roadmap/schedule.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "3 March 2027" */
export function tellDay(iso: string): string {
  return dayFormat.format(new Date(iso));
}

export const countingNames = {
  all: 'The whole roadmap',
  measured: 'Without topics that are not measured',
  known: 'Only skills that are known so far',
} as const satisfies Record<Counting, string>;

/** What is counted, inside a sentence. */
const counted = {
  all: 'the whole roadmap',
  measured: 'the measured skills alone',
  known: 'the skills known so far alone',
} as const satisfies Record<Counting, string>;

/** When the plan ends, in a sentence. */
export function tellFinish({ pace, finish }: Schedule): string {
  const { p50, p80 } = finish;
  if (p80.hours === 0) return `Nothing is left to study for ${counted[pace.counting]}.`;
  return (
    `At ${countOf(pace.hoursPerWeek, 'hour')} a week from ${tellDay(pace.startsOn)}, ${counted[pace.counting]} ` +
    `ends by ${tellDay(p50.on)} with a chance of 50 % and by ${tellDay(p80.on)} with a chance of 80 %.`
  );
}

/** The plan against what the roadmap reckons with, in a sentence or two. */
export function tellUsual({ pace, finish, usual }: Schedule): string {
  const [fewest, most] = usual.months;
  const [soon, late] = [finish.p50, finish.p80].map(({ weeks }) =>
    Math.max(1, Math.round(weeks / WEEKS_PER_MONTH)),
  ) as [number, number];
  const own = soon === late ? countOf(soon, 'month') : `${soon} to ${late} months`;
  const start = `That is ${own}; the roadmap reckons with ${fewest} to ${most}.`;
  if (usual.hoursPerWeek <= pace.hoursPerWeek) return start;
  const needed =
    usual.hoursPerWeek > MOST_HOURS
      ? `more than ${MOST_HOURS} hours`
      : countOf(usual.hoursPerWeek, 'hour');
  return `${start} To be done within ${most} months with a chance of 80 % takes ${needed} a week.`;
}

/** What is least certain of what matters most, and what would settle it. */
export function tellFocus({ title, standing, hoursApart, margin, settle }: Focus): string {
  const hours = Math.max(1, Math.round(hoursApart));
  const known = standing === 'unknown' ? 'not known yet' : `known to ±${Math.round(margin)} points`;
  const start =
    `Least certain of what matters most: ${title}. Its level is ${known}, ` +
    `which alone moves the plan by about ${countOf(hours, 'hour')} either way.`;
  if (!settle) return start;
  const questions = countOf(settle.questions, 'more question');
  return settle.to === 'decide'
    ? `${start} About ${questions} on it would settle whether you meet its target.`
    : `${start} About ${questions} on it would tell its level to ±${settle.margin} points.`;
}

function countOf(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
