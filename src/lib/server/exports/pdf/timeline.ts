import { tellDay } from '#lib/engine/report/tell-plan.ts';
import type { ReportView } from '#lib/engine/report/view-model.ts';
import { type Sheet, makeRoom, put, tagged } from './sheet.ts';
import { colours, frame, frameWidth, sizes } from './style.ts';

const lane = 20;
const labels = 130;
const monthFormat = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
});

/** Phases on the calendar: a bar from start to the day it is done by as likely as not, a line to P80. */
export function timeline(sheet: Sheet, { schedule, plan }: ReportView): void {
  const { doc } = sheet;
  const { phases, pace, finish } = schedule;
  const height = phases.length * lane + 24;
  makeRoom(sheet, height);
  const top = sheet.y;
  const [start, end] = [Date.parse(pace.startsOn), Date.parse(finish.p80.on) + 86_400_000];
  const width = frameWidth - labels;
  const along = (day: number) => frame.left + labels + (width * (day - start)) / (end - start);
  const titleOf = (id: number) => plan.phases.find((phase) => phase.id === id)?.title ?? '';
  const draw = () => {
    for (const day of monthStarts(start, end)) {
      doc.moveTo(along(day), top).lineTo(along(day), top + phases.length * lane);
      doc.lineWidth(0.5).stroke(colours.hair);
      const style = { size: 7.5, colour: colours.soft, width: 40, align: 'center' } as const;
      put(sheet, monthFormat.format(day), along(day) - 20, top + phases.length * lane + 4, style);
    }
    phases.forEach(({ phase, from, to, p80 }, index) => {
      const middle = top + index * lane + lane / 2;
      put(sheet, titleOf(phase), frame.left, middle - 6, { font: 'strong', size: sizes.small });
      const [left, right, late] = [from, to, p80].map((day, place) =>
        along(Date.parse(day) + (place > 0 ? 86_400_000 : 0)),
      ) as [number, number, number];
      doc.moveTo(right, middle).lineTo(late, middle).lineWidth(1).stroke(colours.ink);
      doc
        .moveTo(late, middle - 4)
        .lineTo(late, middle + 4)
        .stroke(colours.ink);
      doc.rect(left, middle - 4.5, Math.max(1, right - left), 9).fill(colours.interval);
      doc
        .rect(left, middle - 4.5, Math.max(1, right - left), 9)
        .lineWidth(0.7)
        .stroke(colours.ink);
    });
  };
  const told = phases.map(
    ({ phase, from, to, p80 }) =>
      `${titleOf(phase)} from ${tellDay(from)} to ${tellDay(to)}, by ${tellDay(p80)} with a chance of 80 %`,
  );
  tagged(sheet, 'Figure', draw, { alt: `Timeline of the phases: ${told.join('; ')}.` });
  sheet.y += height + 4;
}

/** First days of months between two moments, so many of them that their names do not touch. */
function monthStarts(start: number, end: number): number[] {
  const first = new Date(start);
  const days: number[] = [];
  for (let month = 1; ; month += 1) {
    const day = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
    if (day >= end) break;
    days.push(day);
  }
  const every = Math.ceil(days.length / 9);
  return days.filter((_, index) => index % every === 0);
}
