import { type Sample, percentiles, sumOf } from '#lib/engine/kernel/sample.ts';
import { WEEKS_PER_MONTH, dayAfterMonths, dayAfterWeeks, lastDayOfWeeks } from './calendar.ts';
import { inPrerequisiteOrder } from './order.ts';
import { type Counting, type Pace, counting } from './pace.ts';
import type { Plan, PlanStep } from './plan.ts';
import type { Finish, Schedule, ScheduledPhase, ScheduledStep } from './schedule.ts';
import type { HoursByStep } from './simulate-hours.ts';

/** A step or the end of a phase, with what it takes in each draw. */
interface Leg {
  readonly phase: number;
  /** Null for the making up at the end of a phase. */
  readonly step: PlanStep | null;
  readonly hours: Sample;
}

/** A leg with the hours from the start of study at which it begins and ends. */
interface TimedLeg extends Leg {
  /** The P50 end of the leg before. */
  readonly begin: number;
  readonly p50: number;
  readonly p80: number;
}

const SHARES = [0.5, 0.8] as const;

/**
 * Puts a plan on the calendar by its simulated hours. A step ends when all before it and itself are done:
 * its dates are the median of that sum over the draws, so they never overlap, add up to the P50 finish
 * and hold to the pace; P80 is the same sum's 80th percentile. (Medians of the single steps would add up
 * to less than the median of the whole.)
 */
export function schedulePlan(plan: Plan, hours: HoursByStep, pace: Pace): Schedule {
  const legs = timed(legsOf(plan, hours, pace.counting));
  const stretch = ({ begin, p50, p80 }: Pick<TimedLeg, 'begin' | 'p50' | 'p80'>) => {
    const [from, to, late] = [begin, p50, p80].map((sum) => sum / pace.hoursPerWeek) as [
      number,
      number,
      number,
    ];
    return {
      hours: p50 - begin,
      weeks: [from, to] as [number, number],
      from: dayAfterWeeks(pace.startsOn, from),
      to: lastDayOfWeeks(pace.startsOn, to),
      p80: lastDayOfWeeks(pace.startsOn, late),
    };
  };
  const phases = plan.phases.flatMap(({ id }): ScheduledPhase[] => {
    const own = legs.filter(({ phase }) => phase === id);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const hoursOf = (some: readonly TimedLeg[]) =>
      some.reduce((sum, { begin, p50 }) => sum + p50 - begin, 0);
    return [
      {
        phase: id,
        ...stretch({ ...last, begin: first.begin }),
        hours: hoursOf(own),
        makeUpHours: hoursOf(own.filter(({ step }) => step === null)),
      },
    ];
  });
  const finishOf = (counting: Counting) => {
    const all = sumOf(legsOf(plan, hours, counting).map((leg) => leg.hours));
    const [p50 = 0, p80 = 0] = percentiles(all, SHARES);
    return { p50: finishAt(p50, pace), p80: finishAt(p80, pace) };
  };
  const finish = finishOf(pace.counting);
  const [fewestMonths, mostMonths] = plan.usualMonths;
  return {
    pace,
    steps: legs.flatMap(({ step, phase, ...times }): ScheduledStep[] =>
      step ? [{ step: step.id, phase, basis: basisOf(step), ...stretch(times) }] : [],
    ),
    phases,
    finish,
    finishes: counting.options.map((each) => ({
      counting: each,
      ...(each === pace.counting ? finish : finishOf(each)),
    })),
    usual: {
      months: [fewestMonths, mostMonths],
      by: [dayAfterMonths(pace.startsOn, fewestMonths), dayAfterMonths(pace.startsOn, mostMonths)],
      hoursPerWeek: Math.max(1, Math.ceil(finish.p80.hours / (mostMonths * WEEKS_PER_MONTH))),
    },
  };
}

/** What is studied, in order, each phase followed by what its wrong skips cost. */
function legsOf(plan: Plan, hours: HoursByStep, counting: Counting): Leg[] {
  const phaseOf = new Map(plan.phases.flatMap(({ id, steps }) => steps.map((each) => [each, id])));
  const ordered = inPrerequisiteOrder(plan.phases.flatMap(({ steps }) => steps));
  const lastOf = new Map(ordered.map((step) => [phaseOf.get(step), step]));
  return ordered.flatMap((step): Leg[] => {
    const phase = phaseOf.get(step) ?? 0;
    const own = hours.get(step.id);
    const legs: Leg[] =
      own && step.action !== 'skip' && counts(step, counting) ? [{ phase, step, hours: own }] : [];
    if (lastOf.get(phase) === step) {
      const skipped = ordered.filter(
        (each) => each.action === 'skip' && phaseOf.get(each) === phase,
      );
      const wrong = skipped.flatMap(({ id }) => hours.get(id) ?? []);
      if (wrong.length > 0) legs.push({ phase, step: null, hours: sumOf(wrong) });
    }
    return legs;
  });
}

function counts(step: PlanStep, counting: Counting): boolean {
  if (counting === 'all') return true;
  return basisOf(step) === 'known' || (counting === 'measured' && basisOf(step) === 'unknown');
}

function basisOf({ domain, action }: PlanStep): ScheduledStep['basis'] {
  if (domain === null) return 'topic';
  return action === 'unmeasured' ? 'unknown' : 'known';
}

function timed(legs: readonly Leg[]): TimedLeg[] {
  let sum: Sample | null = null;
  let begin = 0;
  return legs.map((leg) => {
    sum = sum ? sumOf([sum, leg.hours]) : leg.hours;
    const [p50 = 0, p80 = 0] = percentiles(sum, SHARES);
    const result = { ...leg, begin, p50, p80 };
    begin = p50;
    return result;
  });
}

function finishAt(hours: number, { hoursPerWeek, startsOn }: Pace): Finish {
  const weeks = hours / hoursPerWeek;
  return { hours, weeks, on: lastDayOfWeeks(startsOn, weeks) };
}
