import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { Standing } from '#lib/engine/measure/levels/standing.ts';
import { type Sheet, decorated, put } from './sheet.ts';
import { colours, frame, sizes } from './style.ts';
import type { Box } from './table.ts';

/** What a strip shows: percent, all of it. */
export interface StripRow {
  readonly level: Level;
  readonly standing: Standing;
  readonly target: number;
  readonly selfRating?: number | null;
}

const figures = [0, 25, 50, 75, 100];

/** Where a level lies between the ends of a strip. */
function along({ x, width }: Box, level: number): number {
  return x + (width * Math.min(100, Math.max(0, level))) / 100;
}

/** The figures of the scale above a column of strips. */
export function drawScale(sheet: Sheet, box: Box): void {
  for (const figure of figures) {
    const style = { size: 7.5, colour: colours.soft, width: 30, align: 'center' } as const;
    put(sheet, String(figure), along(box, figure) - 15, box.y + 6, style);
  }
}

/** Interval, expected level, target and self-rating on the scale, as on the page. */
export function drawStrip({ doc }: Sheet, row: StripRow, box: Box): void {
  const middle = box.y + box.height / 2;
  for (const figure of figures) {
    doc.moveTo(along(box, figure), box.y).lineTo(along(box, figure), box.y + box.height);
  }
  doc
    .moveTo(box.x, middle)
    .lineTo(box.x + box.width, middle)
    .lineWidth(0.5)
    .stroke(colours.hair);
  const { level, standing, target, selfRating = null } = row;
  if (standing !== 'unknown')
    drawInterval(doc, along(box, level.low), along(box, level.high), middle, standing);
  const reach = Math.min(8, box.height / 2 - 1.5);
  const at = along(box, target);
  doc
    .moveTo(at, middle - reach)
    .lineTo(at, middle + reach)
    .lineWidth(1)
    .stroke(colours.signal);
  doc.polygon([at - 3, middle - reach], [at + 3, middle - reach], [at, middle - reach + 4]);
  doc.fill(colours.signal);
  if (standing !== 'unknown') drawExpected(doc, along(box, level.expected), middle, standing);
  if (selfRating !== null) drawSelfRating(doc, along(box, selfRating), middle + reach - 2.5);
}

type Document = PDFKit.PDFDocument;

function drawInterval(
  doc: Document,
  low: number,
  high: number,
  middle: number,
  standing: Standing,
): void {
  doc.rect(low, middle - 2.5, high - low, 5);
  if (standing === 'tested') doc.fill(colours.interval);
  else
    doc.lineWidth(0.7).dash(2, { space: 1.5 }).fillAndStroke(colours.sheet, colours.ink).undash();
  doc.moveTo(low, middle - 4).lineTo(low, middle + 4);
  doc
    .moveTo(high, middle - 4)
    .lineTo(high, middle + 4)
    .lineWidth(0.8)
    .stroke(colours.ink);
}

function drawExpected(doc: Document, x: number, middle: number, standing: Standing): void {
  doc.circle(x, middle, 2.8).lineWidth(0.9);
  doc.fillAndStroke(
    standing === 'tested' ? colours.ink : colours.sheet,
    standing === 'tested' ? colours.sheet : colours.ink,
  );
}

function drawSelfRating(doc: Document, x: number, y: number): void {
  doc.polygon([x, y - 3.2], [x + 3.2, y], [x, y + 3.2], [x - 3.2, y]).lineWidth(1.1);
  doc.fillAndStroke(colours.sheet, colours.self);
}

/** What the signs of a strip mean, on one line. */
export function drawLegend(sheet: Sheet): void {
  const { doc, y } = sheet;
  const middle = y + 6;
  const signs: [string, number, (x: number) => void][] = [
    [
      'level and 90 % interval',
      26,
      (x) => {
        drawInterval(doc, x, x + 20, middle, 'tested');
        drawExpected(doc, x + 10, middle, 'tested');
      },
    ],
    [
      'inferred from related skills',
      26,
      (x) => {
        drawInterval(doc, x, x + 20, middle, 'inferred');
        drawExpected(doc, x + 10, middle, 'inferred');
      },
    ],
    [
      'target',
      12,
      (x) => {
        doc
          .moveTo(x + 3, middle - 5)
          .lineTo(x + 3, middle + 5)
          .lineWidth(1)
          .stroke(colours.signal);
        doc.polygon([x, middle - 5], [x + 6, middle - 5], [x + 3, middle - 1]).fill(colours.signal);
      },
    ],
    [
      'your own rating',
      12,
      (x) => {
        drawSelfRating(doc, x + 3, middle);
      },
    ],
  ];
  decorated(sheet, () => {
    let x: number = frame.left;
    for (const [text, width, draw] of signs) {
      draw(x);
      put(sheet, text, x + width, y + 0.5, { size: sizes.small, colour: colours.soft });
      x += width + doc.widthOfString(text) + 20;
    }
  });
  sheet.y += 20;
}
