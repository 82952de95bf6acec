import { escapeText } from '../files/svg-text.ts';
import type { ChartTheme } from '../theme.ts';
import { type RadarAxis, type RadarSeries, radarSeries } from './radar-series.ts';

/** The radar as an SVG element of that size: what the canvas shows, for files. */
export function drawRadar(
  domains: readonly RadarAxis[],
  theme: ChartTheme,
  width: number,
  height: number,
): string {
  const radius = Math.max(40, Math.min(width / 2 - 70, height / 2 - 30));
  const at = (axis: number, percent: number) => {
    const angle = (2 * Math.PI * axis) / domains.length - Math.PI / 2;
    const reach = (radius * percent) / 100;
    return [width / 2 + reach * Math.cos(angle), height / 2 + reach * Math.sin(angle)] as const;
  };
  const ring = (values: readonly number[]) =>
    `M${values.map((value, axis) => at(axis, value).map(round).join(' ')).join('L')}Z`;
  const everywhere = (value: number) => domains.map(() => value);
  const grid = `fill="none" stroke="${theme.grid}" stroke-opacity="0.6"`;
  return [
    `<svg width="${round(width)}" height="${round(height)}" overflow="visible">`,
    ...[25, 50, 75, 100].map((level) => `<path ${grid} d="${ring(everywhere(level))}"/>`),
    ...domains.map(
      (_, axis) =>
        `<path ${grid} d="M${round(width / 2)} ${round(height / 2)}L${at(axis, 100).map(round).join(' ')}"/>`,
    ),
    `<path fill="${theme.interval}" fill-opacity="0.5" fill-rule="evenodd" d="${ring(domains.map(({ level }) => level.high))}${ring(domains.map(({ level }) => level.low))}"/>`,
    // The first series lies on top, as on the canvas.
    ...radarSeries(domains)
      .toReversed()
      .map((series) => drawSeries(series, theme, at)),
    ...domains.map(({ short }, axis) => drawLabel(short, at(axis, 100), width / 2, theme)),
    '</svg>',
  ].join('');
}

function drawSeries(
  { id, values, dash }: RadarSeries,
  theme: ChartTheme,
  at: (axis: number, percent: number) => readonly [number, number],
): string {
  const placed = values.map((value, axis) => (value === null ? null : at(axis, value)));
  // A line only between neighbours that both have a value.
  const line = placed
    .map((from, axis) => {
      const to = placed[(axis + 1) % placed.length];
      return from && to ? `M${from.map(round).join(' ')}L${to.map(round).join(' ')}` : '';
    })
    .join('');
  const fill = id === 'measured' || id === 'target' ? theme[id] : theme.paper;
  const marks = placed.map((place) =>
    place === null
      ? ''
      : `<path transform="translate(${place.map(round).join(' ')})" d="${shapes[id]}" fill="${fill}" stroke="${theme[id]}" stroke-width="1.5"/>`,
  );
  return `<path fill="none" stroke="${theme[id]}" stroke-width="${id === 'earlier' ? 1.5 : 2}" stroke-dasharray="${dash.join(' ') || 'none'}" d="${line}"/>${marks.join('')}`;
}

const shapes = {
  self: 'M0 -4.5L4.5 0L0 4.5L-4.5 0Z',
  measured: 'M0 -3.5A3.5 3.5 0 1 1 -0.01 -3.5Z',
  target: 'M-4 -3H4L0 4Z',
  earlier: 'M-3 -3H3V3H-3Z',
} as const;

function drawLabel(
  text: string,
  [x, y]: readonly [number, number],
  middle: number,
  theme: ChartTheme,
): string {
  const anchor = Math.abs(x - middle) < 1 ? 'middle' : x < middle ? 'end' : 'start';
  const aside = anchor === 'middle' ? 0 : anchor === 'end' ? -8 : 8;
  return `<text x="${round(x + aside)}" y="${round(y + (anchor === 'middle' ? -10 : 5))}" text-anchor="${anchor}" font-family="${escapeText(theme.sans)}" font-size="14" fill="${theme.ink}">${escapeText(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
