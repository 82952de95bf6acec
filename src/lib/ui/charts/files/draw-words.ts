import { plainColour } from '../theme.ts';
import { type Origin, round } from './draw-place.ts';
import { escapeText } from './svg-text.ts';

interface Run {
  text: string;
  left: number;
  right: number;
  readonly top: number;
}

/** The text directly inside an element, a run a line, where the page has it. */
export function drawText(element: Element, origin: Origin): string {
  const style = getComputedStyle(element);
  const attributes = [
    `font-family="${escapeText(style.fontFamily)}"`,
    `font-size="${style.fontSize}"`,
    `font-weight="${style.fontWeight}"`,
    `font-style="${style.fontStyle}"`,
    `fill="${plainColour(style.color)}"`,
  ].join(' ');
  const ascent = ascentOf(style);
  return [...element.childNodes]
    .filter((node) => node instanceof Text)
    .flatMap(runsOf)
    .map(({ text, left, right, top }) => {
      const shown = style.textTransform === 'uppercase' ? text.toUpperCase() : text;
      // As wide as on the page, also where the reader has another font.
      return `<text x="${round(left - origin.x)}" y="${round(top - origin.y + ascent)}" textLength="${round(right - left)}" lengthAdjust="spacingAndGlyphs" ${attributes}>${escapeText(shown)}</text>`;
    })
    .join('');
}

/** Words that stand on one line belong together; a line may also end within one, after a dash. */
function runsOf(node: Text): Run[] {
  const runs: Run[] = [];
  const range = document.createRange();
  let end = 0;
  for (const { 0: word, index } of node.data.matchAll(/[^ \t\n\r–-]+[–-]?|[–-]/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, right, top, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = runs.at(-1);
    if (last && Math.abs(last.top - top) < 2) {
      last.text += index === end ? word : ` ${word}`;
      last.right = right;
    } else {
      runs.push({ text: word, left, right, top });
    }
    end = index + word.length;
  }
  return runs;
}

/** From the top of a line's text to its baseline, pixels. */
function ascentOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return Number.parseFloat(fontSize);
  // The shorthand is empty where a figure style is set.
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return context.measureText('x').fontBoundingBoxAscent;
}
