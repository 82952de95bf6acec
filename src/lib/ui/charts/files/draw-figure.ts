import { type ChartTheme, plainColour, themeOf } from '../theme.ts';
import { drawBox } from './draw-box.ts';
import { type Origin, round } from './draw-place.ts';
import { drawGraphic } from './draw-graphic.ts';
import { drawText } from './draw-words.ts';
import { escapeText } from './svg-text.ts';
import { type DrawVector, vectors } from './vectors.ts';

const margin = 24;
const titleHeight = 44;

/** A figure of the page as an SVG document that stands alone. */
export async function drawFigure(
  figure: HTMLElement,
): Promise<{ svg: string; width: number; height: number }> {
  const canvas = figure.querySelector('canvas');
  const vector = canvas && (await vectors.get(canvas)?.());
  // For the moment of reading, and before anything is painted: files go into light documents.
  const root = document.documentElement;
  root.classList.add('drawn-light');
  try {
    const theme = themeOf(figure);
    const frame = figure.getBoundingClientRect();
    const origin: Origin = { x: frame.left - margin, y: frame.top - margin - titleHeight };
    const parts: string[] = [];
    let bottom = frame.top;
    walk(figure, (element) => {
      const drawn = draw(element, figure, theme, origin, vector ?? null);
      if (drawn === '') return;
      parts.push(drawn);
      bottom = Math.max(bottom, element.getBoundingClientRect().bottom);
    });
    const width = Math.ceil(frame.width + 2 * margin);
    const height = Math.ceil(bottom - origin.y + margin);
    const title = escapeText(figure.dataset['title'] ?? document.title);
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
      `<title>${title}</title>`,
      `<rect width="100%" height="100%" fill="${plainColour(theme.paper)}"/>`,
      `<text x="${margin}" y="${margin + 16}" font-family="${escapeText(theme.serif)}" font-size="20" font-weight="600" fill="${theme.ink}">${title}</text>`,
      ...parts,
      '</svg>',
    ].join('');
    return { svg, width, height };
  } finally {
    root.classList.remove('drawn-light');
  }
}

function draw(
  element: Element,
  figure: HTMLElement,
  theme: ChartTheme,
  origin: Origin,
  vector: DrawVector | null,
): string {
  if (element instanceof SVGSVGElement) return drawGraphic(element, figure, origin);
  if (!(element instanceof HTMLCanvasElement)) {
    return drawBox(element, origin) + drawText(element, origin);
  }
  if (vector === null) return '';
  const { left, top, width, height } = element.getBoundingClientRect();
  const place = `translate(${round(left - origin.x)} ${round(top - origin.y)})`;
  return `<g transform="${place}">${vector(theme, width, height)}</g>`;
}

/** Visits what is seen of an element, from outside in; the inside of a drawing belongs to the drawing. */
function walk(element: Element, visit: (element: Element) => void): void {
  if (!isSeen(element)) return;
  visit(element);
  if (element instanceof SVGElement) return;
  for (const child of element.children) walk(child, visit);
}

function isSeen(element: Element): boolean {
  if (element.matches('.no-print, .visually-hidden, details:not([open]) > :not(summary)')) {
    return false;
  }
  const { display, visibility, clipPath } = getComputedStyle(element);
  return display !== 'none' && visibility === 'visible' && !clipPath.startsWith('inset(50%');
}
