import type { Gap } from '#lib/engine/roadmap/gap.ts';
import type { PlanPhase, PlanStep } from '#lib/engine/roadmap/plan.ts';
import { percent } from '#lib/engine/report/summary.ts';
import { tellDay } from '#lib/engine/report/tell-plan.ts';
import type { ReportView } from '#lib/engine/report/view-model.ts';
import { type Sheet, heading, paragraph, subheading } from '../sheet.ts';
import { colours, frameWidth, sizes } from '../style.ts';
import { table } from '../table.ts';
import { timeline } from '../timeline.ts';

const actionNames = {
  skip: 'Skip',
  refresh: 'Refresh',
  learn: 'Learn',
  unmeasured: 'Measure first',
} as const;

export function plan(sheet: Sheet, view: ReportView): void {
  const { told, focus, schedule, gaps } = view;
  heading(sheet, 'Roadmap', 160);
  paragraph(sheet, `${told.finish} ${told.usual}`);
  if (focus) paragraph(sheet, focus.sentence);
  if (schedule.phases.length > 0) timeline(sheet, view);
  table(
    sheet,
    [
      {
        heading: 'If this is counted',
        width: 185,
        text: ({ counting }) => told.counting[counting],
      },
      {
        heading: 'Hours (P50)',
        width: 65,
        align: 'right',
        text: ({ p50 }) => `${Math.round(p50.hours)} h`,
      },
      { heading: 'Done by (P50)', width: 95, align: 'right', text: ({ p50 }) => tellDay(p50.on) },
      {
        heading: 'Hours (P80)',
        width: 65,
        align: 'right',
        text: ({ p80 }) => `${Math.round(p80.hours)} h`,
      },
      { heading: 'Done by (P80)', width: 95, align: 'right', text: ({ p80 }) => tellDay(p80.on) },
    ],
    schedule.finishes,
  );
  for (const phase of view.plan.phases) {
    phaseSteps(
      sheet,
      phase,
      view,
      gaps.phases.find(({ id }) => id === String(phase.id)),
    );
  }
}

function phaseSteps(
  sheet: Sheet,
  { id, title, months: [first, last], steps }: PlanPhase,
  { schedule }: ReportView,
  gap: Gap | undefined,
): void {
  subheading(
    sheet,
    `Phase ${id}: ${title} (months ${first}${last === null ? '+' : `–${last}`})`,
    70,
  );
  const skipped = steps.filter(({ action }) => action === 'skip');
  if (gap?.chanceAll != null) {
    const skills = gap.skills.tested + gap.skills.inferred + gap.skills.unknown;
    paragraph(
      sheet,
      `Level ${percent(gap.level.expected)} against ${percent(gap.target)}; about ${gap.met.toFixed(1)} of ${skills} targets are met.`,
      { colour: colours.soft },
    );
  }
  if (skipped.length > 0) {
    paragraph(sheet, `You can skip: ${skipped.map((step) => step.title).join(', ')}.`, {
      colour: colours.soft,
    });
  }
  const dates = new Map(schedule.steps.map(({ step, from, to }) => [step, [from, to] as const]));
  const todo = steps.filter(({ action }) => action !== 'skip');
  if (todo.length === 0) return;
  table(
    sheet,
    [
      { heading: 'Step', width: 215, text: (step) => step.title },
      { heading: 'What to do', width: 80, text: actionOf },
      { heading: 'Hours', width: 60, align: 'right', text: ({ hours }) => hoursOf(hours) },
      {
        heading: 'When',
        width: frameWidth - 355 + 10,
        align: 'right',
        text: (step) => daysOf(dates.get(step.id)),
      },
    ],
    todo,
    { row: 15, size: sizes.body - 1 },
  );
}

function actionOf({ action, domain }: PlanStep): string {
  return domain === null ? 'Judge yourself' : actionNames[action];
}

function hoursOf([fewest, most]: readonly [number, number]): string {
  const [least, greatest] = [Math.round(fewest), Math.round(most)];
  return least === greatest ? `${least} h` : `${least}–${greatest} h`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function daysOf(dates: readonly [string, string] | undefined): string {
  return dates ? dayFormat.formatRange(new Date(dates[0]), new Date(dates[1])) : 'not planned';
}
