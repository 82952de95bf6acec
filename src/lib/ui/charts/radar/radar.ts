import type { Attachment } from 'svelte/attachments';
import type { DomainView } from '#lib/engine/report/view-model.ts';
import { vectors } from '../files/vectors.ts';

/** Draws the radar once the text is there, and again for another colour scheme or for paper. */
export function radar(domains: readonly DomainView[]): Attachment<HTMLCanvasElement> {
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
