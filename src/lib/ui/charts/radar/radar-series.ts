import type { DomainView } from '#lib/engine/report/view-model.ts';

/** What the radar draws of a domain. */
export type RadarAxis = Pick<DomainView, 'short' | 'level' | 'target' | 'selfRating' | 'earlier'>;

/** One line of the radar. */
export interface RadarSeries {
  readonly id: 'self' | 'measured' | 'target' | 'earlier';
  readonly title: string;
  /** Percent on each axis; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Lengths of line and gap, pixels; empty for a solid line. */
  readonly dash: readonly number[];
}

/** The lines in their fixed order, those left out of which nothing is known. */
export function radarSeries(domains: readonly RadarAxis[]): RadarSeries[] {
  const all: RadarSeries[] = [
    {
      id: 'self',
      title: 'your own rating',
      values: domains.map(({ selfRating }) => selfRating),
      dash: [2, 3],
    },
    {
      id: 'measured',
      title: 'measured, with its 90\u00a0% interval',
      values: domains.map(({ level }) => level.expected),
      dash: [],
    },
    {
      id: 'target',
      title: 'target',
      values: domains.map(({ target }) => target),
      dash: [6, 4],
    },
    {
      id: 'earlier',
      title: 'measured before this attempt',
      values: domains.map(({ earlier }) => earlier?.expected ?? null),
      dash: [1, 2],
    },
  ];
  return all.filter(({ values }) => values.some((value) => value !== null));
}
