import type { PlainItem } from './plain-model.ts';

/** Who answered what: a small tree of skills, the prior's variances, and the answers. */
export interface Situation {
  readonly name: string;
  /** Skill → domain. */
  readonly domainOf: readonly number[];
  /** Variances of the ability behind all, behind a domain, and of a skill's own. */
  readonly variance: { readonly global: number; readonly domain: number; readonly skill: number };
  readonly answers: readonly PlainAnswer[];
}

export interface PlainAnswer {
  readonly skill: number;
  readonly item: PlainItem;
  readonly right: boolean;
}

const USUAL = { global: 0.45, domain: 0.3, skill: 0.25 };
const NARROW = { global: 0.2, domain: 0.1, skill: 0.09 };
const PAIR = [0, 0];
const TWO_BY_TWO = [0, 0, 1, 1];
const TWO_BY_THREE = [0, 0, 0, 1, 1, 1];

/** Answers about one skill, as [a, b, c, 1 for right]. */
function about(
  skill: number,
  ...rows: readonly (readonly [number, number, number, 0 | 1])[]
): PlainAnswer[] {
  return rows.map(([a, b, c, right]) => ({ skill, item: { a, b, c }, right: right === 1 }));
}

/** Five answers about a skill that can do all up to the level, and little beyond. */
function climb(skill: number, level: number, a: number, c: number): PlainAnswer[] {
  return [-2, -1, 0, 1, 2].flatMap((b) => about(skill, [a, b, c, b <= level ? 1 : 0]));
}

/** Thirty answers by somebody uneven, some by luck: the situation that is also sampled. */
export const uneven: Situation = {
  name: 'six skills, thirty answers, uneven',
  domainOf: TWO_BY_THREE,
  variance: USUAL,
  answers: [
    ...climb(0, 1, 1.1, 0),
    ...climb(1, -1, 1.4, 0.2),
    ...about(2, [0.9, -2, 0, 0], [1.6, -1, 0, 0], [1.2, 0, 0.25, 1], [1.3, 1, 0.25, 1]),
    ...about(2, [0.8, 2, 0.25, 1]),
    ...climb(3, 0, 0.7, 0),
    ...climb(4, 2, 1.8, 0),
    ...about(5, [1.5, -1, 0.2, 0], [1.5, 0, 0.2, 1], [1.5, 1, 0.2, 1], [1.5, 2, 0.2, 1]),
    ...about(5, [1.5, 0, 0, 0]),
  ],
};

export const situations: readonly Situation[] = [
  {
    name: 'two skills, one answer',
    domainOf: PAIR,
    variance: USUAL,
    answers: about(0, [1.2, 0.5, 0, 1]),
  },
  {
    name: 'two skills, ten answers',
    domainOf: PAIR,
    variance: USUAL,
    answers: [...climb(0, 1, 1.3, 0), ...climb(1, -1, 0.9, 0.2)],
  },
  {
    name: 'two skills, lucky guesses at hard items, easy ones wrong',
    domainOf: PAIR,
    variance: USUAL,
    answers: [
      ...about(0, [1.8, 3, 0.25, 1], [1.6, 2.5, 0.25, 1], [1.5, -1, 0.25, 0]),
      ...about(1, [1.4, 2, 0.5, 1], [1.2, -2, 0, 0]),
    ],
  },
  {
    name: 'two skills that contradict each other',
    domainOf: PAIR,
    variance: USUAL,
    answers: [
      ...about(0, [1.5, 1, 0, 1], [1.5, 2, 0, 1], [1.8, 2, 0, 1], [1.2, 1, 0, 1]),
      ...about(1, [1.5, -1, 0, 0], [1.5, -2, 0, 0], [1.8, -2, 0, 0], [1.2, -1, 0, 0]),
    ],
  },
  {
    name: 'two skills, sharp items',
    domainOf: PAIR,
    variance: USUAL,
    answers: [
      ...about(0, [3, -0.5, 0, 1], [3.5, 0.5, 0, 0], [3, 0, 0.2, 1]),
      ...about(1, [3, 1, 0.2, 1]),
    ],
  },
  {
    name: 'four skills, answers about one domain only',
    domainOf: TWO_BY_TWO,
    variance: USUAL,
    answers: [...climb(0, 2, 1.2, 0), ...climb(1, 1, 1, 0.25)],
  },
  {
    name: 'four skills, one answer each',
    domainOf: TWO_BY_TWO,
    variance: USUAL,
    answers: [
      ...about(0, [1, 0, 0, 1]),
      ...about(1, [1.3, -1, 0.2, 0]),
      ...about(2, [0.8, 1, 0.25, 1]),
      ...about(3, [1.6, 0, 0, 0]),
    ],
  },
  {
    name: 'four skills, domains that contradict each other',
    domainOf: TWO_BY_TWO,
    variance: USUAL,
    answers: [0, 1].flatMap((skill) => [
      ...about(skill, [1.5, 1, 0, 1], [1.4, 2, 0, 1], [1.2, 2, 0.2, 1]),
      ...about(skill + 2, [1.5, -1, 0, 0], [1.4, -2, 0, 0], [1.2, -2, 0.2, 0]),
    ]),
  },
  {
    name: 'six skills, three answers',
    domainOf: TWO_BY_THREE,
    variance: USUAL,
    answers: [
      ...about(0, [1.2, 0, 0, 1]),
      ...about(2, [1.2, 1, 0.2, 0]),
      ...about(4, [1.4, 0, 0.2, 1]),
    ],
  },
  {
    name: 'six skills, all right by choice of four',
    domainOf: TWO_BY_THREE,
    variance: USUAL,
    answers: [0, 1, 2, 3, 4, 5].flatMap((skill) =>
      about(skill, [1.2, -1, 0.25, 1], [1.2, 0, 0.25, 1], [1.2, 1.5, 0.25, 1]),
    ),
  },
  {
    name: 'six skills, everything right, however hard',
    domainOf: TWO_BY_THREE,
    variance: USUAL,
    answers: [0, 1, 2, 3, 4, 5].flatMap((skill) =>
      about(skill, [1.2, 2, 0, 1], [1.2, 2, 0, 1], [1.2, 2, 0.25, 1]),
    ),
  },
  {
    name: 'six skills, narrow prior',
    domainOf: TWO_BY_THREE,
    variance: NARROW,
    answers: [...climb(0, 1, 1.2, 0), ...climb(1, -2, 1.2, 0.2), ...climb(5, 0, 1.5, 0)],
  },
  uneven,
];
