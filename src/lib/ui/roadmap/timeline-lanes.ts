import type { Plan } from '#lib/engine/roadmap/plan.ts';
import type { Schedule } from '#lib/engine/roadmap/schedule.ts';
import { type TimeAxis, daysBetween } from './time-axis.ts';

/** Heights in pixels: what stands above a lane's bars, a bar with its gap, below the bars. */
const head = 24;
const rowHeight = 7;
const foot = 10;
/** Above the lanes: two lines of labels. */
export const top = 40;

/** How a bar is drawn: what is to be done with a known skill, an unknown one, a topic without questions. */
export type BarKind = 'learn' | 'refresh' | 'unknown' | 'topic';

export interface Bar {
  readonly id: string;
  readonly title: string;
  readonly kind: BarKind;
  readonly x: string;
  readonly width: string;
  readonly y: number;
}

export interface Lane {
  readonly id: number;
  readonly title: string;
  readonly y: number;
  readonly height: number;
  /** From the start to the P50 end, and on to the P80 end. */
  readonly x: string;
  readonly width: string;
  readonly late: string;
  readonly bars: readonly Bar[];
}

/** The phases of a schedule one below the other, each with a bar a step. */
export function lanesOf(plan: Plan, { phases, steps, pace }: Schedule, axis: TimeAxis): Lane[] {
  const stepOf = new Map(
    plan.phases.flatMap((phase) => phase.steps.map((each) => [each.id, each])),
  );
  const width = (weeks: readonly [number, number]) => axis.atDay(7 * (weeks[1] - weeks[0]));
  let y = top;
  return phases.map((phase): Lane => {
    const own = steps.filter((step) => step.phase === phase.phase);
    const lane: Lane = {
      id: phase.phase,
      title: plan.phases.find(({ id }) => id === phase.phase)?.title ?? '',
      y,
      height: head + own.length * rowHeight + foot,
      x: axis.atDay(7 * phase.weeks[0]),
      width: width(phase.weeks),
      late: axis.atDay(daysBetween(pace.startsOn, phase.p80) + 1),
      bars: own.flatMap(({ step: id, weeks, basis }, row): Bar[] => {
        const step = stepOf.get(id);
        if (!step) return [];
        return [
          {
            id,
            title: step.title,
            kind:
              basis === 'known' && step.action === 'learn'
                ? 'learn'
                : basis === 'known'
                  ? 'refresh'
                  : basis,
            x: axis.atDay(7 * weeks[0]),
            width: width(weeks),
            y: y + head + row * rowHeight,
          },
        ];
      }),
    };
    y += lane.height;
    return lane;
  });
}
