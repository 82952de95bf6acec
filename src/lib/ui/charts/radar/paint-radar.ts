import {
  Chart,
  Filler,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
} from 'chart.js';
import type { DomainView } from '#lib/engine/report/view-model.ts';
import { tokenColour } from './plain-colour.ts';
import { radarConfig } from './radar-config.ts';

// Only what a radar needs, so that the bundler can leave the rest of Chart.js out.
Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler);

/** Draws the radar in the present colours; returns how to take it away again. */
export function paintRadar(canvas: HTMLCanvasElement, domains: readonly DomainView[]): () => void {
  const colours = {
    ink: tokenColour(canvas, '--ink'),
    grid: tokenColour(canvas, '--rule', 0.6),
    measured: tokenColour(canvas, '--mark-measured'),
    interval: tokenColour(canvas, '--mark-interval', 0.5),
    target: tokenColour(canvas, '--mark-target'),
    self: tokenColour(canvas, '--mark-self'),
    paper: tokenColour(canvas, '--paper'),
  };
  const chart = new Chart(
    canvas,
    radarConfig(domains, colours, getComputedStyle(canvas).fontFamily),
  );
  return () => {
    chart.destroy();
  };
}
