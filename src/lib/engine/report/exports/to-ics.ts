import { type IcsDateObject, type IcsEvent, generateIcsCalendar } from 'ts-ics';
import type { PlanStep } from '#lib/engine/roadmap/plan.ts';
import { addDays } from '#lib/engine/roadmap/calendar.ts';
import type { ScheduledStep } from '#lib/engine/roadmap/schedule.ts';
import { tellDay } from '../tell-plan.ts';
import type { ReportView } from '../view-model.ts';
import { type FinishedReport, madeAt, ownerOf } from './finished-report.ts';

const minute = 60_000;

/** What every event has. */
interface Frame {
  readonly uid: string;
  readonly stamp: IcsDateObject;
  readonly lastModified: IcsDateObject;
  readonly sequence: number;
  readonly start: IcsDateObject;
  readonly end: IcsDateObject;
  readonly timeTransparent: 'TRANSPARENT';
}

/**
 * The plan as a calendar: each step on the weekday it begins, once a week until it ends, and the two days
 * on which the plan may be done. Days rather than hours, since only the learner knows when they study.
 *
 * A step's UID names learner and step, and its SEQUENCE rises with the report, so that the plan of a later
 * report moves what is in the calendar instead of adding to it; what it no longer has is called off.
 */
export function toIcs({ view, record }: Pick<FinishedReport, 'view' | 'record'>): string {
  const made = madeAt(view);
  const stamp: IcsDateObject = { date: new Date(made), type: 'DATE-TIME' };
  const owner = ownerOf(record);
  const frame = (id: string, from: string): Frame => ({
    uid: `${id}.${owner}@sextant.invalid`,
    stamp,
    lastModified: stamp,
    sequence: Math.floor(Date.parse(made) / minute),
    start: day(from),
    end: day(addDays(from, 1)),
    timeTransparent: 'TRANSPARENT',
  });
  const stepOf = new Map(view.plan.phases.flatMap(({ steps }) => steps.map((s) => [s.id, s])));
  const planned = view.schedule.steps.flatMap((scheduled): IcsEvent[] => {
    const step = stepOf.get(scheduled.step);
    if (!step) return [];
    return [
      {
        ...frame(`step-${step.id}`, scheduled.from),
        recurrenceRule: { frequency: 'WEEKLY', until: day(scheduled.to) },
        status: 'CONFIRMED',
        summary: `Study: ${step.title}`,
        description: describe(step, scheduled, view),
        categories: ['Sextant'],
      },
    ];
  });
  const isPlanned = new Set(view.schedule.steps.map(({ step }) => step));
  const isRetake = record.attempt.earlier.length > 0;
  const calledOff = [...stepOf.values()]
    .filter(({ id }) => isRetake && !isPlanned.has(id))
    .map(({ id, title }): IcsEvent => {
      const called = { summary: `Study: ${title}`, status: 'CANCELLED' as const };
      return { ...frame(`step-${id}`, view.schedule.pace.startsOn), ...called };
    });
  const calendar = generateIcsCalendar({
    version: '2.0',
    prodId: '-//Sextant//Study plan//EN',
    method: 'PUBLISH',
    name: 'Sextant study plan',
    events: [...planned, ...finishes(view, frame), ...calledOff],
  });
  return folded(calendar);
}

function finishes(
  { schedule, told }: ReportView,
  frame: (id: string, from: string) => Frame,
): IcsEvent[] {
  if (schedule.steps.length === 0) return [];
  return (['p50', 'p80'] as const).map((each): IcsEvent => ({
    ...frame(`finish-${each}`, schedule.finish[each].on),
    status: 'CONFIRMED',
    summary: `Plan done with a chance of ${each.slice(1)} %`,
    description: told.finish,
    categories: ['Sextant'],
  }));
}

function describe(
  { about, resources }: PlanStep,
  { hours, from, to, p80 }: ScheduledStep,
  { schedule }: ReportView,
): string {
  return [
    about,
    `About ${hours < 10 ? Number(hours.toFixed(1)) : Math.round(hours)} h in all, at ${schedule.pace.hoursPerWeek} h a week: ` +
      `${from === to ? tellDay(from) : `from ${tellDay(from)} to ${tellDay(to)}`}; done by ${tellDay(p80)} with a chance of 80 %.`,
    ...resources.map(({ title, url }) => `${title}: ${url}`),
  ].join('\n');
}

function day(iso: string): IcsDateObject {
  return { date: new Date(iso), type: 'DATE' };
}

const mostOctets = 75;

/** Lines of at most 75 octets (RFC 5545, 3.1). The library counts characters, of which some take three. */
function folded(calendar: string): string {
  const encoder = new TextEncoder();
  const fold = (line: string) => {
    let [result, room] = ['', mostOctets];
    for (const character of line) {
      const octets = encoder.encode(character).length;
      if (octets > room) {
        result += '\r\n ';
        room = mostOctets - 1;
      }
      result += character;
      room -= octets;
    }
    return result;
  };
  return calendar
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map(fold)
    .join('\r\n');
}
