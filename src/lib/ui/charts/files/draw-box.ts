import { plainColour } from '../theme.ts';
import { type Origin, round } from './draw-place.ts';

/** An element's ground and borders. */
export function drawBox(element: Element, origin: Origin): string {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const [x1, y1, x2, y2] = [left - origin.x, top - origin.y, right - origin.x, bottom - origin.y];
  const ground = plainColour(style.backgroundColor);
  const parts: string[] = [];
  if (!ground.endsWith(', 0)')) {
    parts.push(
      `<rect x="${round(x1)}" y="${round(y1)}" width="${round(x2 - x1)}" height="${round(y2 - y1)}" fill="${ground}"/>`,
    );
  }
  const sides = [
    ['top', x1, y1, x2, y1],
    ['right', x2, y1, x2, y2],
    ['bottom', x1, y2, x2, y2],
    ['left', x1, y1, x1, y2],
  ] as const;
  for (const [side, ...ends] of sides) {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const kind = style.getPropertyValue(`border-${side}-style`);
    if (width === 0 || kind === 'none') continue;
    const [fromX, fromY, toX, toY] = ends.map(round);
    const dash = kind === 'dashed' ? ' stroke-dasharray="4 3"' : '';
    parts.push(
      `<line x1="${fromX}" y1="${fromY}" x2="${toX}" y2="${toY}" stroke="${plainColour(style.getPropertyValue(`border-${side}-color`))}" stroke-width="${width}"${dash}/>`,
    );
  }
  return parts.join('');
}
