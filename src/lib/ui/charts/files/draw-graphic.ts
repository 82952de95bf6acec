import { plainColour } from '../theme.ts';
import { type Origin, round } from './draw-place.ts';

const colours = ['fill', 'stroke'];
const others = [
  'fill-opacity',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** A drawing of the page with its style sheet's work written into it, clipped as it is there. */
export function drawGraphic(svg: SVGSVGElement, figure: Element, origin: Origin): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  writeStyles(svg, copy);
  const { left, top, width, height } = svg.getBoundingClientRect();
  copy.setAttribute('width', `${round(width)}`);
  copy.setAttribute('height', `${round(height)}`);
  copy.setAttribute(
    'overflow',
    getComputedStyle(svg).overflow === 'visible' ? 'visible' : 'hidden',
  );
  const clip = clippingParent(svg, figure)?.getBoundingClientRect();
  const window = clip ?? { left, top, width, height };
  copy.setAttribute('x', `${round(left - window.left)}`);
  copy.setAttribute('y', `${round(top - window.top)}`);
  const drawn = new XMLSerializer().serializeToString(copy);
  return `<svg x="${round(window.left - origin.x)}" y="${round(window.top - origin.y)}" width="${round(window.width)}" height="${round(window.height)}" overflow="${clip ? 'hidden' : 'visible'}">${drawn}</svg>`;
}

function clippingParent(svg: Element, figure: Element): Element | null {
  for (let each = svg.parentElement; each && each !== figure; each = each.parentElement) {
    if (getComputedStyle(each).overflowY !== 'visible') return each;
  }
  return null;
}

function writeStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of colours) {
    const value = style.getPropertyValue(name);
    to.setAttribute(name, value === 'none' || value.startsWith('url') ? value : plainColour(value));
  }
  for (const name of others) to.setAttribute(name, style.getPropertyValue(name));
  to.removeAttribute('class');
  to.removeAttribute('style');
  for (const [index, child] of [...from.children].entries()) {
    const same = to.children[index];
    if (same) writeStyles(child, same);
  }
}
