import type { ChartConfiguration } from 'chart.js';
import { type ChartTheme, plainColour } from '../theme.ts';
import { type RadarAxis, radarSeries } from './radar-series.ts';

const points = {
  self: { pointStyle: 'rectRot' },
  measured: { pointStyle: 'circle' },
  target: { pointStyle: 'triangle', pointRotation: 180 },
  earlier: { pointStyle: 'rect', pointRadius: 3 },
} as const;

/** Axes in the order of `domains`; the 90 % interval is the faint band between two unmarked lines. */
export function radarConfig(
  domains: readonly RadarAxis[],
  theme: ChartTheme,
): ChartConfiguration<'radar', (number | null)[]> {
  const bound = {
    borderWidth: 0,
    pointRadius: 0,
    backgroundColor: plainColour(theme.interval, 0.5),
  };
  const isHollow = { self: true, measured: false, target: false, earlier: true };
  return {
    type: 'radar',
    data: {
      labels: domains.map((domain) => domain.short),
      datasets: [
        ...radarSeries(domains).map(({ id, title, values, dash }) => ({
          label: title,
          data: [...values],
          fill: false as const,
          borderWidth: id === 'earlier' ? 1.5 : 2,
          borderDash: [...dash],
          borderColor: theme[id],
          pointRadius: 3.5,
          pointBackgroundColor: isHollow[id] ? theme.paper : theme[id],
          ...points[id],
        })),
        { ...bound, fill: false, label: 'low', data: domains.map((domain) => domain.level.low) },
        { ...bound, fill: '-1', label: 'high', data: domains.map((domain) => domain.level.high) },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      scales: {
        r: {
          min: 0,
          max: 100,
          // Figures would lie on the first axis under its points: the caption gives them.
          ticks: { stepSize: 25, display: false },
          grid: { color: plainColour(theme.grid, 0.6) },
          angleLines: { color: plainColour(theme.grid, 0.6) },
          pointLabels: { color: theme.ink, font: { family: theme.sans, size: 14 } },
        },
      },
    },
  };
}
