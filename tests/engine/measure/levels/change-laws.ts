import fc from 'fast-check';
import { expect } from 'vitest';
import type { Change } from '#lib/engine/measure/levels/change.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { type Population, anyEvidence, anyPopulation, real, usualItems } from '../arbitraries.ts';
import { USUAL_VARIANCE } from '../gaussians.ts';
import { type Law, type LawEngine, law, priorFor } from '../laws.ts';

type Answers = readonly Evidence[];

/** What an engine says of the change between two attempts, over all skills together. */
function changing(engine: LawEngine, population: Population) {
  const prior = priorFor(engine, population);
  const believed = (answers: Answers) => engine.beliefs(prior, answers).gaussian;
  const start = believed([]);
  const skills = population.domainOf.map((_, s) => s);
  return (before: Answers, after: Answers): Change =>
    engine.changeBetween(start, believed(before), believed(after), skills);
}

const twoAttempts = anyPopulation.chain((population) =>
  fc.record({
    population: fc.constant(population),
    one: anyEvidence(population.domainOf.length, usualItems, 12),
    other: anyEvidence(population.domainOf.length, usualItems, 12),
  }),
);

const USUAL_POPULATIONS = [[0], [0, 0], [0, 0, 1]].map((domainOf) => {
  return { domainOf, variance: USUAL_VARIANCE };
});

export const changeLaws = {
  'the same answers are no change, as likely higher as lower': law(
    twoAttempts,
    (engine, { population, one }) => {
      const { verdict, chanceHigher } = changing(engine, population)(one, one);
      expect(verdict).toBe('unchanged');
      expect(chanceHigher).toBeCloseTo(0.5, 12);
    },
  ),

  'no information is exactly as likely higher as lower': law(
    twoAttempts,
    (engine, { population, one }) => {
      const change = changing(engine, population);
      const nothing = { verdict: 'unchanged', chanceHigher: 0.5 };
      expect(change([], one)).toEqual(nothing);
      expect(change(one, [])).toEqual(nothing);
    },
  ),

  'higher one way is lower the other way': law(
    twoAttempts,
    (engine, { population, one, other }) => {
      const change = changing(engine, population);
      const [forth, back] = [change(one, other), change(other, one)];
      expect(forth.chanceHigher + back.chanceHigher).toBeCloseTo(1, 9);
      expect(forth.verdict === 'improved').toBe(back.verdict === 'declined');
    },
  ),

  'far better answers are an improvement, far worse ones a decline': law(
    fc.record({
      count: fc.integer({ min: 12, max: 20 }),
      discrimination: real(1, 2),
      difficulty: real(-1, 1),
      population: fc.constantFrom(...USUAL_POPULATIONS),
    }),
    (engine, { count, discrimination, difficulty, population }) => {
      const change = changing(engine, population);
      const parameters = { discrimination, difficulty, guessing: 0 };
      const attempt = (category: number) =>
        Array.from({ length: count }, (_, i): Evidence => {
          return { skill: i % population.domainOf.length, parameters, category };
        });
      expect(change(attempt(0), attempt(1)).verdict).toBe('improved');
      expect(change(attempt(1), attempt(0)).verdict).toBe('declined');
    },
  ),
} satisfies Record<string, Law>;
