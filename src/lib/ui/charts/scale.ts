/** Geometry shared by the charts: the level scale runs from 0 to 100 per cent. */

export interface Tick {
  readonly value: number;
  /** Every 50 is drawn stronger and every 25 carries a figure. */
  readonly major: boolean;
}

export const ticks: readonly Tick[] = Array.from({ length: 11 }, (_, i) => ({
  value: i * 10,
  major: i % 5 === 0,
}));

/** Figures along the scale. */
export const scaleFigures: readonly number[] = [0, 25, 50, 75, 100];

export function clamp(value: number): number {
  return Math.min(100, Math.max(0, value));
}

/** An SVG length along the scale, so that a drawing stretches with its column and never distorts. */
export function along(value: number): string {
  return `${Math.round(clamp(value) * 100) / 100}%`;
}

/** Height of a level above the bottom of a plot, as y in SVG. */
export function heightOf(value: number, plotHeight: number): number {
  return Math.round((1 - clamp(value) / 100) * plotHeight * 100) / 100;
}

/** Middle of the i-th of `count` equal columns. */
export function columnMiddle(index: number, count: number): string {
  return `${Math.round(((index + 0.5) / count) * 10_000) / 100}%`;
}
