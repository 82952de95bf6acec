import type { IntervalRow } from '#lib/ui/charts/interval-row.ts';

/**
 * A quiz of twelve answers on linear algebra, measured by `posterior`, `levelOf` and
 * `probabilityAtLeast` of engine/measure with the settings of question-bank/roadmap.yaml: variances
 * 0.45, 0.30 and 0.25 over 43 skills, 8 of them here; discrimination 1.5 for numbers, 1.2 for choices
 * among four (guessing 0.25); target 60 for every skill. The twelve answers (skill of linear algebra
 * from 0, kind, difficulty, right):
 *
 *     0 number 3 yes · 1 number 4 no  · 2 choice 3 yes · 3 number 3 yes
 *     4 number 4 yes · 5 choice 4 no  · 6 number 3 yes · 4 number 5 no
 *     1 number 3 yes · 7 choice 4 yes · 2 number 4 no  · 5 number 3 yes
 */
const measured = [
  { answers: 0, right: 0, expected: 50, low: 25.22, high: 74.78, chanceMet: 0.266 },
  { answers: 1, right: 1, expected: 56.53, low: 34.65, high: 77.44, chanceMet: 0.41 },
  { answers: 4, right: 3, expected: 59.26, low: 41.92, high: 75.76, chanceMet: 0.487 },
  { answers: 8, right: 5, expected: 62.67, low: 48.52, high: 76.05, chanceMet: 0.638 },
  { answers: 12, right: 8, expected: 64.73, low: 52.77, high: 76.02, chanceMet: 0.756 },
];

export const workedExample: readonly IntervalRow[] = measured.map(
  ({ answers, right, expected, low, high, chanceMet }) => ({
    id: `after-${answers}`,
    title:
      answers === 0 ? 'Before any' : answers === 1 ? 'After 1 answer' : `After ${answers} answers`,
    note: answers === 0 ? null : `${right} right`,
    domain: null,
    standing: 'tested',
    level: { expected, low, high },
    target: 60,
    selfRating: null,
    chanceMet,
  }),
);
