import type { Level } from '#lib/engine/measure/levels/level.ts';

/** How measures read: whole numbers, true minus signs, no figure finer than it is known. */

export function percent(value: number): string {
  return `${Math.round(value)}\u00a0%`;
}

/** "44–77": the interval without its unit. */
export function span(level: Level): string {
  return `${Math.round(level.low)}–${Math.round(level.high)}`;
}

/** Never 0 or 100 per cent: a chance estimated from answers is neither. */
export function chance(probability: number): string {
  if (probability < 0.01) return '<\u00a01\u00a0%';
  if (probability > 0.99) return '>\u00a099\u00a0%';
  return percent(probability * 100);
}

export function gap(level: Level, target: number): string {
  const points = Math.round(level.expected) - Math.round(target);
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}
