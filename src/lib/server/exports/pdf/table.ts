import {
  type Sheet,
  type TextStyle,
  decorated,
  grouped,
  heightOf,
  makeRoom,
  put,
  tagged,
} from './sheet.ts';
import { colours, frame, sizes } from './style.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Column<Row> {
  readonly heading: string;
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** The cell in words. */
  readonly text?: (row: Row) => string;
  /** A drawing of what the other cells say. */
  readonly draw?: (row: Row, box: Box) => void;
  /** Drawn in place of the heading in words. */
  readonly drawHeading?: (box: Box) => void;
}

interface TableStyle {
  /** The least height of a row. */
  readonly row?: number;
  readonly size?: number;
}

const gutter = 10;
const headHeight = 18;

/** A table as wide as its columns; where it goes over a page its head is set again. */
export function table<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { row: least = 16, size = sizes.body - 0.5 }: TableStyle = {},
): void {
  const places = placesOf(columns);
  const styleOf = (index: number, { width, align = 'left' }: Column<Row>): TextStyle => ({
    font: index === 0 ? 'strong' : 'sans',
    size,
    width: width - gutter,
    align,
  });
  const head = () => {
    drawHead(sheet, columns, places);
  };
  makeRoom(sheet, headHeight + 2 * least);
  grouped(sheet, 'Table', () => {
    head();
    for (const row of rows) {
      const heights = columns.map((column, index) =>
        column.text ? heightOf(sheet, column.text(row), styleOf(index, column)) : 0,
      );
      const height = Math.max(least, Math.max(...heights) + 4);
      if (makeRoom(sheet, height)) head();
      grouped(sheet, 'TR', () => {
        columns.forEach((column, index) => {
          const x = places[index] ?? 0;
          const { text: tell, draw, width } = column;
          if (draw) {
            decorated(sheet, () => {
              draw(row, { x, y: sheet.y, width: width - gutter, height });
            });
          }
          if (tell) {
            tagged(sheet, index === 0 ? 'TH' : 'TD', () => {
              const y = sheet.y + (height - (heights[index] ?? 0)) / 2 + 0.5;
              put(sheet, tell(row), x, y, styleOf(index, column));
            });
          }
        });
      });
      sheet.y += height;
      line(sheet, colours.hair);
    }
  });
  sheet.y += 8;
}

function drawHead<Row>(
  sheet: Sheet,
  columns: readonly Column<Row>[],
  places: readonly number[],
): void {
  grouped(sheet, 'TR', () => {
    columns.forEach(({ heading, width, align = 'left', drawHeading }, index) => {
      const x = places[index] ?? 0;
      const inner = width - gutter;
      if (drawHeading) {
        decorated(sheet, () => {
          drawHeading({ x, y: sheet.y, width: inner, height: headHeight });
        });
        return;
      }
      tagged(sheet, 'TH', () => {
        const style = { size: sizes.small, colour: colours.soft, width: inner, align };
        put(sheet, heading, x, sheet.y + 3, style);
      });
    });
  });
  sheet.y += headHeight;
  line(sheet, colours.rule);
}

function line(sheet: Sheet, colour: string): void {
  decorated(sheet, () => {
    sheet.doc.moveTo(frame.left, sheet.y).lineTo(frame.right, sheet.y);
    sheet.doc.lineWidth(0.5).stroke(colour);
  });
}

function placesOf<Row>(columns: readonly Column<Row>[]): number[] {
  let x: number = frame.left;
  return columns.map(({ width }) => {
    const place = x;
    x += width;
    return place;
  });
}
