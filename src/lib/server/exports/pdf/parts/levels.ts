import { percent, tellLevel } from '#lib/engine/report/summary.ts';
import { tellDay } from '#lib/engine/report/tell-plan.ts';
import { madeAt } from '#lib/engine/report/exports/finished-report.ts';
import type { DomainView, ReportView, SkillView } from '#lib/engine/report/view-model.ts';
import { radar } from '../radar.ts';
import { type Sheet, decorated, heading, paragraph, put, subheading, tagged } from '../sheet.ts';
import { type StripRow, drawLegend, drawScale, drawStrip } from '../strip.ts';
import { colours, frame, frameWidth, sizes } from '../style.ts';
import { type Column, table } from '../table.ts';

/** Title, summary and, where there are enough axes, the radar beside it. */
export function front(sheet: Sheet, view: ReportView): void {
  decorated(sheet, () => {
    put(sheet, 'Sextant', frame.left, sheet.y, { font: 'serif', size: 12, colour: colours.signal });
    sheet.doc.moveTo(frame.left, sheet.y + 20).lineTo(frame.right, sheet.y + 20);
    sheet.doc.lineWidth(1).stroke(colours.ink);
  });
  sheet.y += 32;
  sheet.doc.outline.addItem('Summary');
  tagged(sheet, 'H1', () => {
    put(sheet, view.title, frame.left, sheet.y, { font: 'serif', size: sizes.title });
  });
  sheet.y += 40;
  const soft = { size: sizes.body, colour: colours.soft };
  paragraph(
    sheet,
    `${tellDay(madeAt(view))}. ${view.answered} of ${view.length} questions answered. Target profile: ${view.profile.title}. ${view.ended}`,
    soft,
  );
  sheet.y += 8;
  const hasRadar = view.domains.length >= 3;
  const from = sheet.y;
  const width = hasRadar ? 225 : frameWidth;
  for (const sentence of view.summary) {
    paragraph(sheet, sentence, { size: 11, width });
    sheet.y += 2;
  }
  if (hasRadar) {
    radar(sheet, view.domains, { x: frame.right - 130, y: from + 96 }, 82);
    sheet.y = Math.max(sheet.y, from + 192);
  }
}

export function domainLevels(sheet: Sheet, view: ReportView): void {
  heading(sheet, view.domains.length === 1 ? 'Level' : 'Levels by domain', 120);
  table(
    sheet,
    levelColumns(sheet, 'Domain', ({ title }: DomainView) => title),
    view.domains,
    {
      row: 25,
    },
  );
  drawLegend(sheet);
  for (const { title, change } of view.domains) {
    if (change) paragraph(sheet, `${title}: ${change.sentence}`);
  }
}

export function skillLevels(sheet: Sheet, { domains, skills }: ReportView): void {
  heading(sheet, 'Skills', 110);
  for (const { id, title } of domains) {
    if (domains.length > 1) subheading(sheet, title, 70);
    const own = skills.filter(({ domain }) => domain === id);
    table(
      sheet,
      levelColumns(sheet, 'Skill', (skill: SkillView) => skill.title),
      own,
      { size: 9 },
    );
  }
}

type Measured = StripRow & Pick<DomainView, 'chanceMet'>;

function levelColumns<Row extends Measured>(
  sheet: Sheet,
  heading: string,
  titleOf: (row: Row) => string,
): Column<Row>[] {
  return [
    { heading, width: 175, text: titleOf },
    {
      heading: 'Scale',
      width: 158,
      draw: (row, box) => {
        drawStrip(sheet, row, box);
      },
      drawHeading: (box) => {
        drawScale(sheet, box);
      },
    },
    { heading: 'Level', width: 80, align: 'right', text: (row) => known(row, tellLevel(row)) },
    { heading: 'Target', width: 42, align: 'right', text: ({ target }) => percent(target) },
    {
      heading: 'Met',
      width: frameWidth - 455 + 10,
      align: 'right',
      text: (row) => known(row, percent(100 * row.chanceMet)),
    },
  ];
}

function known({ standing }: StripRow, figure: string): string {
  return standing === 'unknown' ? 'not known' : figure;
}
