import PDFDocument from 'pdfkit';
import {
  type FontName,
  colours,
  fontFiles,
  frame,
  frameWidth,
  inFont,
  paper,
  sizes,
} from './style.ts';

type Document = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;
export type Draw = () => void;

/** A document that is being written from top to bottom. */
export interface Sheet {
  readonly doc: Document;
  /** The element that what is written next belongs to. */
  within: Structure;
  /** Where the next line begins, points from the top of the page. */
  y: number;
}

export interface TextStyle {
  readonly font?: FontName;
  readonly size?: number;
  readonly colour?: string;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
}

const lineGap = 1.5;

/** @param madeAt ISO 8601; all that the file says of time, so that the same report gives the same bytes */
export function openSheet(title: string, subject: string, madeAt: string): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    // Pages are broken here and nowhere else; the library would break at its own margins.
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: title,
      Subject: subject,
      Author: 'Sextant',
      Creator: 'Sextant',
      CreationDate: new Date(madeAt),
    },
  });
  for (const [name, file] of Object.entries(fontFiles)) doc.registerFont(name, file);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, within: root, y: frame.top };
}

/** The bytes, once everything is written. */
export async function closeSheet({ doc, within }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  within.end();
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Begins a page where the next `height` points would not fit; true where it did. */
export function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= frame.bottom) return false;
  sheet.doc.addPage();
  sheet.y = frame.top;
  return true;
}

/** Draws as an element of the document's structure, which is what a screen reader reads. */
export function tagged(
  { doc, within }: Sheet,
  tag: string,
  draw: Draw,
  options: PDFKit.Mixins.StructureElementOptions = {},
): void {
  const element = doc.struct(tag, options, draw);
  within.add(element);
  element.end();
}

/** Writes everything that `write` writes into an element of its own. */
export function grouped(sheet: Sheet, tag: string, write: Draw): void {
  const outer = sheet.within;
  const element = sheet.doc.struct(tag);
  outer.add(element);
  sheet.within = element;
  write();
  element.end();
  sheet.within = outer;
}

/** Draws what says nothing by itself: lines, grounds, figures of pages. */
export function decorated(
  { doc }: Sheet,
  draw: Draw,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** Sets a text at a place, without a tag. */
export function put(
  { doc }: Sheet,
  text: string,
  x: number,
  y: number,
  style: TextStyle = {},
): void {
  const { font = 'sans', size = sizes.body, colour = colours.ink, width, align = 'left' } = style;
  const options = width === undefined ? { lineBreak: false } : { width, align, lineGap };
  doc.font(font).fontSize(size).fillColor(colour).text(inFont(text), x, y, options);
}

export function heightOf({ doc }: Sheet, text: string, style: TextStyle = {}): number {
  const { font = 'sans', size = sizes.body, width = frameWidth } = style;
  return doc.font(font).fontSize(size).heightOfString(inFont(text), { width, lineGap });
}

/** A paragraph over the width of the page, or narrower. */
export function paragraph(sheet: Sheet, text: string, style: TextStyle = {}): void {
  if (text === '') return;
  const full = { width: frameWidth, ...style };
  const height = heightOf(sheet, text, full);
  makeRoom(sheet, height);
  tagged(sheet, 'P', () => {
    put(sheet, text, frame.left, sheet.y, full);
  });
  sheet.y += height + 5;
}

/** A heading with its bookmark, never alone at the foot of a page: `after` points have to follow. */
export function heading(sheet: Sheet, text: string, after: number): PDFKit.PDFOutline {
  const gap = sheet.y > frame.top ? 20 : 0;
  if (!makeRoom(sheet, gap + 30 + after)) sheet.y += gap;
  const mark = sheet.doc.outline.addItem(text);
  decorated(sheet, () => {
    sheet.doc.moveTo(frame.left, sheet.y).lineTo(frame.left + 28, sheet.y);
    sheet.doc.lineWidth(2).stroke(colours.signal);
  });
  tagged(sheet, 'H2', () => {
    put(sheet, text, frame.left, sheet.y + 6, { font: 'serif', size: sizes.heading });
  });
  sheet.y += 32;
  return mark;
}

export function subheading(sheet: Sheet, text: string, after: number): void {
  if (!makeRoom(sheet, 24 + after)) sheet.y += 8;
  tagged(sheet, 'H3', () => {
    put(sheet, text, frame.left, sheet.y, { font: 'strong', size: sizes.subheading });
  });
  sheet.y += 18;
}

/** The foot of every page, once there are no more. */
export function numberPages(sheet: Sheet, left: string): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    sheet.doc.switchToPage(page);
    const style = { size: sizes.small, colour: colours.soft } as const;
    decorated(
      sheet,
      () => {
        const y = paper.height - 42;
        sheet.doc
          .moveTo(frame.left, y - 8)
          .lineTo(frame.right, y - 8)
          .lineWidth(0.5);
        sheet.doc.stroke(colours.hair);
        put(sheet, left, frame.left, y, style);
        const number = `Page ${page - start + 1} of ${count}`;
        put(sheet, number, frame.right - 100, y, { ...style, width: 100, align: 'right' });
      },
      'Pagination',
    );
  }
}
