import {
  Chart,
  Filler,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
} from 'chart.js';
import { themeOf } from '../theme.ts';
import type { RadarAxis } from './radar-series.ts';
import { radarConfig } from './radar-config.ts';

// Only what a radar needs, so that the bundler can leave the rest of Chart.js out.
Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler);

/** Draws the radar in the present colours; returns how to take it away again. */
export function paintRadar(canvas: HTMLCanvasElement, domains: readonly RadarAxis[]): () => void {
  const theme = themeOf(canvas.parentElement ?? document.body);
  const chart = new Chart(canvas, radarConfig(domains, theme));
  return () => {
    chart.destroy();
  };
}
