import fc from 'fast-check';
import { expect } from 'vitest';
import type { ThreeParameter } from '#lib/engine/measure/models/three-parameter.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import type { PriorVariance } from '#lib/engine/measure/posterior/skill-tree.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import {
  NOTHING_EARLIER,
  anyEvidence,
  anyItem,
  anyPopulation,
  anySituation,
  anySituationAndItem,
  extremeItems,
  extremeUnguessableItems,
  real,
  topOf,
  unguessableItems,
  usualItems,
} from '../arbitraries.ts';
import { type Law, believing, largestFall, law, mostApart, priorFor } from '../laws.ts';

/** The laws that bound a movement allow rounding, and no more. */
const ROUNDING = 1e-9;

const shortCase = anySituationAndItem(usualItems, 8);
const anyCase = fc.oneof(anySituationAndItem(usualItems), anySituationAndItem(extremeItems));
const unguessableCase = fc.oneof(
  anySituationAndItem(unguessableItems, 12),
  anySituationAndItem(extremeUnguessableItems, 12),
);
const anyLearner = fc.oneof(anySituation(usualItems), anySituation(extremeItems));

const anyShortLearner = fc.oneof(anySituation(usualItems, 8), anySituation(extremeItems, 8));

/** With an earlier attempt only where it stays off the grid's ends: there fading turns walks back. */
const anyUnguessed = fc.oneof(
  anySituation(unguessableItems),
  anySituation(extremeUnguessableItems).map((each) => ({ ...each, earlier: NOTHING_EARLIER })),
);

const NUMBERS = ['mean', 'variance', 'skillSlope', 'domainVariance', 'domainSlope'] as const;

/** The largest difference of any of two Gaussians' numbers. */
function apart(one: TreeGaussian, other: TreeGaussian): number {
  const most = NUMBERS.map((of) => mostApart(one[of], other[of]));
  return Math.max(...most, Math.abs(one.rootVariance - other.rootVariance));
}

const totalOf = ({ global, domain, skill }: PriorVariance) => global + domain + skill;

/**
 * How far above the prior's a variance may come for being a sum on a grid a quarter wide. Below 1e-9
 * from deviations of 0.3; the narrowest that is let in, 0.2, wavers by 1.7e-4 of itself as its centre
 * goes from a node to between two: 2(2πσ/h)²·exp(−2π²(σ/h)²), h = 0.25.
 */
function gridError(variance: PriorVariance): number {
  const narrow = Object.values(variance).some((v) => v > 0 && v < 0.09);
  return narrow ? 4e-4 * totalOf(variance) : ROUNDING;
}

/** Every number in a value, bit by bit. */
function bitsOf(value: unknown): Buffer {
  if (value instanceof Float64Array) return Buffer.from(value.slice().buffer);
  if (value === null) return Buffer.alloc(1);
  if (typeof value === 'number') return bitsOf(Float64Array.of(value));
  return Buffer.concat(Object.values(value as object).map(bitsOf));
}

/**
 * Right on the hardest about one skill, wrong on the easiest about another. Together as sharp as one
 * item with a = 15: from end to end of the grid that is e^240, and at e^300 the engine's sums are cut off.
 */
const torn = fc.record({
  population: anyPopulation,
  places: fc.tuple(fc.nat(7), fc.nat(7)),
  rights: items(real(4, 10)),
  wrongs: items(real(-10, -4)),
});

function items(anyDifficulty: fc.Arbitrary<number>): fc.Arbitrary<ThreeParameter[]> {
  return fc.array(anyDifficulty, { minLength: 1, maxLength: 12 }).map((difficulties) =>
    difficulties.map((difficulty) => {
      return { discrimination: Math.min(5, 15 / difficulties.length), difficulty, guessing: 0 };
    }),
  );
}

export const answerLaws = {
  'a right answer lowers no skill': law(anyCase, (engine, { situation, skill, parameters }) => {
    const { evidence } = situation;
    const believe = believing(engine, situation);
    const right = { skill, parameters, category: topOf(parameters) };
    const before = believe(evidence).gaussian.mean;
    const fall = largestFall(before, believe([...evidence, right]).gaussian.mean);
    expect(fall).toBeLessThanOrEqual(ROUNDING);
  }),

  'a wrong answer raises no skill': law(anyCase, (engine, { situation, skill, parameters }) => {
    const { evidence } = situation;
    const believe = believing(engine, situation);
    const wrong = { skill, parameters, category: 0 };
    const before = believe(evidence).gaussian.mean;
    const rise = largestFall(believe([...evidence, wrong]).gaussian.mean, before);
    expect(rise).toBeLessThanOrEqual(ROUNDING);
  }),

  '"I don\'t know yet" raises no skill': law(
    anyCase,
    (engine, { situation, skill, parameters }) => {
      const { evidence } = situation;
      const believe = believing(engine, situation);
      const unknown = { skill, parameters: engine.withoutGuessing(parameters), category: 0 };
      const before = believe(evidence).gaussian.mean;
      const rise = largestFall(believe([...evidence, unknown]).gaussian.mean, before);
      expect(rise).toBeLessThanOrEqual(ROUNDING);
    },
  ),

  'answers that contradict each other still move every skill the right way': law(
    torn,
    (engine, { population, places, rights, wrongs }) => {
      const [one, other] = places.map((place) => place % population.domainOf.length);
      const right = rights.map((parameters) => ({ skill: one!, parameters, category: 1 }));
      const wrong = wrongs.map((parameters) => ({ skill: other!, parameters, category: 0 }));
      const prior = priorFor(engine, population);
      const before = engine.beliefs(prior, [...right, ...wrong]).gaussian.mean;
      const raised = engine.beliefs(prior, [...right, ...wrong, right[0]!]).gaussian.mean;
      const lowered = engine.beliefs(prior, [...right, ...wrong, wrong[0]!]).gaussian.mean;
      expect(largestFall(before, raised)).toBeLessThanOrEqual(ROUNDING);
      expect(largestFall(lowered, before)).toBeLessThanOrEqual(ROUNDING);
    },
  ),

  'a better category lowers no skill where nothing can be guessed': law(
    unguessableCase,
    (engine, { situation, skill, parameters }) => {
      const believe = believing(engine, situation);
      const means = Array.from({ length: topOf(parameters) + 1 }, (_, category) => {
        return believe([...situation.evidence, { skill, parameters, category }]).gaussian.mean;
      });
      for (let k = 1; k < means.length; k += 1) {
        expect(largestFall(means[k - 1]!, means[k]!)).toBeLessThanOrEqual(ROUNDING);
      }
    },
  ),

  'a bank that is all too hard turns no wrong answer into a gain': law(
    fc.record({
      population: anyPopulation,
      questions: fc.array(
        fc.record({
          place: fc.nat(7),
          parameters: anyItem({ difficulty: real(4, 10), luck: usualItems.luck }),
        }),
        { maxLength: 20 },
      ),
    }),
    (engine, { population, questions }) => {
      let now = engine.beliefs(priorFor(engine, population), []);
      for (const { place, parameters } of questions) {
        const skill = place % population.domainOf.length;
        const after = engine.observe(now, { skill, parameters, category: 0 });
        const rise = largestFall(after.gaussian.mean, now.gaussian.mean);
        expect(rise).toBeLessThanOrEqual(ROUNDING);
        now = after;
      }
    },
  ),

  'answers that cannot be guessed widen no skill beyond the prior': law(
    anyUnguessed,
    (engine, situation) => {
      // Log-concave times Gaussian is at most as wide as the Gaussian (Brascamp & Lieb 1976).
      const { variance: prior } = situation.population;
      const widest = totalOf(prior) + gridError(prior);
      const { variance } = believing(engine, situation)(situation.evidence).gaussian;
      expect(Math.max(...variance)).toBeLessThanOrEqual(widest);
      expect(Math.min(...variance)).toBeGreaterThanOrEqual(0);
    },
  ),

  'the order of the answers is immaterial': law(
    anyLearner.chain((situation) =>
      fc.record({
        situation: fc.constant(situation),
        order: fc.shuffledSubarray([...situation.evidence], {
          minLength: situation.evidence.length,
        }),
      }),
    ),
    (engine, { situation, order }) => {
      const believe = believing(engine, situation);
      const [one, other] = [believe(situation.evidence), believe(order)];
      expect(apart(one.gaussian, other.gaussian)).toBeLessThan(1e-9);
    },
  ),

  'one answer at a time is all at once': law(anyShortLearner, (engine, situation) => {
    const believe = believing(engine, situation);
    const one = situation.evidence.reduce((now, each) => engine.observe(now, each), believe([]));
    const other = believe(situation.evidence);
    expect(apart(one.gaussian, other.gaussian)).toBeLessThan(1e-12);
  }),

  'the same answers give the same bits, and change nothing they were given': law(
    shortCase,
    (engine, { situation, skill, parameters }) => {
      const { evidence } = situation;
      const answer = { skill, parameters, category: 0 };
      const believe = believing(engine, situation);
      const before = believe(evidence);
      const asWas = bitsOf(before);
      const asked = JSON.stringify(situation);
      const after = bitsOf(engine.observe(before, answer).gaussian);
      expect(bitsOf(before).equals(asWas), 'the beliefs before').toBe(true);
      expect(bitsOf(believe(evidence)).equals(asWas), 'the same answers').toBe(true);
      expect(bitsOf(believe([...evidence, answer]).gaussian).equals(after)).toBe(true);
      expect(JSON.stringify(situation)).toBe(asked);
    },
  ),

  'whatever was answered, every number is finite': law(
    fc.record({
      population: anyPopulation,
      blocks: fc.array(fc.tuple(anyEvidence(1, extremeItems, 2), fc.nat(40), fc.nat(7)), {
        maxLength: 5,
      }),
    }),
    (engine, { population, blocks }) => {
      const evidence = blocks.flatMap(([answers, times, place]) =>
        answers.flatMap((answer) => {
          const skill = place % population.domainOf.length;
          return new Array<Evidence>(times).fill({ ...answer, skill });
        }),
      );
      const { gaussian } = engine.beliefs(priorFor(engine, population), evidence);
      for (const of of NUMBERS) expect(gaussian[of].every(Number.isFinite), of).toBe(true);
      expect(Number.isFinite(gaussian.rootVariance)).toBe(true);
    },
  ),
} satisfies Record<string, Law>;
