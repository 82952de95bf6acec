/** One of several, as a card shows it. */
export interface Choice {
  readonly value: string;
  readonly title: string;
  readonly about: string;
}

export const kinds: readonly Choice[] = [
  {
    value: 'diagnostic',
    title: 'Full diagnostic',
    about: 'Every domain, and a study plan across all of them.',
  },
  {
    value: 'domain',
    title: 'One domain',
    about: 'Fewer questions, and a closer look at its skills.',
  },
];

export const lengthNames: readonly Choice[] = [
  { value: 'short', title: 'Short', about: 'A first bearing: wide intervals.' },
  { value: 'standard', title: 'Standard', about: 'Enough to plan by.' },
  { value: 'thorough', title: 'Thorough', about: 'The narrowest intervals.' },
];

export const feedbacks: readonly Choice[] = [
  {
    value: 'end',
    title: 'At the end',
    about: 'All answers are explained in the report. Best for measuring.',
  },
  {
    value: 'each',
    title: 'After each answer',
    about: 'Practice: every answer is explained at once.',
  },
];
