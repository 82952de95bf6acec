import type { ChartConfiguration } from 'chart.js';
import type { DomainView } from '#lib/engine/report/view-model.ts';

/** Colours of the radar as the canvas understands them. */
export interface RadarColours {
  readonly ink: string;
  readonly grid: string;
  readonly measured: string;
  readonly interval: string;
  readonly target: string;
  readonly self: string;
  readonly paper: string;
}

/** Axes in the order of `domains`; the 90 % interval is the faint band between two unmarked lines. */
export function radarConfig(
  domains: readonly DomainView[],
  colours: RadarColours,
  fontFamily: string,
): ChartConfiguration<'radar', (number | null)[]> {
  const line = { fill: false as const, borderWidth: 2, pointRadius: 3.5 };
  const bound = { borderWidth: 0, pointRadius: 0, backgroundColor: colours.interval };
  const font = { family: fontFamily, size: 14 };
  return {
    type: 'radar',
    data: {
      labels: domains.map((domain) => domain.short),
      datasets: [
        {
          ...line,
          label: 'Measured',
          data: domains.map((domain) => domain.level.expected),
          borderColor: colours.measured,
          pointBackgroundColor: colours.measured,
        },
        {
          ...line,
          label: 'Target',
          data: domains.map((domain) => domain.target),
          borderColor: colours.target,
          borderDash: [6, 4],
          pointBackgroundColor: colours.target,
          pointStyle: 'triangle',
          pointRotation: 180,
        },
        {
          ...line,
          label: 'Your rating',
          data: domains.map((domain) => domain.selfRating),
          borderColor: colours.self,
          borderDash: [2, 3],
          pointBackgroundColor: colours.paper,
          pointStyle: 'rectRot',
        },
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
          grid: { color: colours.grid },
          angleLines: { color: colours.grid },
          pointLabels: { color: colours.ink, font },
        },
      },
    },
  };
}
