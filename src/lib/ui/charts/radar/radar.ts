import type { Attachment } from 'svelte/attachments';
import { vectors } from '../files/vectors.ts';
import type { RadarAxis } from './radar-series.ts';

/** Draws the radar once the text is there, and again for another colour scheme or for paper. */
export function radar(domains: readonly RadarAxis[]): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const left = new AbortController();
    let erase: (() => void) | undefined;
    vectors.set(canvas, async () => {
      const { drawRadar } = await import('./draw-radar.ts');
      return (theme, width, height) => drawRadar(domains, theme, width, height);
    });
    void import('./paint-radar.ts').then(({ paintRadar }) => {
      if (left.signal.aborted) return;
      const paint = () => {
        erase?.();
        erase = paintRadar(canvas, domains);
      };
      paint();
      for (const query of ['(prefers-color-scheme: dark)', 'print']) {
        matchMedia(query).addEventListener('change', paint, { signal: left.signal });
      }
    });
    return () => {
      left.abort();
      erase?.();
    };
  };
}

/** The same for a canvas of a page that nothing else makes alive: its axes stand in the page. */
export const radarOfPage: Attachment<HTMLCanvasElement> = (canvas) =>
  radar(JSON.parse(canvas.dataset['axes'] ?? '[]') as RadarAxis[])(canvas);

/** The axes as `radarOfPage` reads them. */
export function axesText(domains: readonly RadarAxis[]): string {
  return JSON.stringify(
    domains.map(({ short, level, target, selfRating, earlier }) => ({
      short,
      level,
      target,
      selfRating,
      earlier,
    })),
  );
}
