import type { IntervalRow } from '#lib/ui/charts/intervals/interval-row.ts';
import figures from './figures.json';

/** The stages of the worked example as rows of an interval chart. */
export const workedExample: readonly IntervalRow[] = figures.workedExample.stages.map(
  ({ answers, right, level, chanceMet }) => ({
    id: `after-${answers}`,
    title:
      answers === 0 ? 'Before any' : answers === 1 ? 'After 1 answer' : `After ${answers} answers`,
    note: answers === 0 ? null : `${right} right`,
    domain: null,
    standing: 'tested',
    level,
    target: 60,
    selfRating: null,
    chanceMet,
  }),
);

/** Level of the first stage if its right number had been a right choice among four. */
export const choiceInstead = figures.workedExample.choiceInstead;
