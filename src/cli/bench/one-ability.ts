import type { JudgedAnswer } from '#lib/engine/measure/posterior/one-ability.ts';
import type { ItemPool } from '#lib/engine/measure/selection/item-pool.ts';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import { drawCategory } from '#lib/engine/measure/simulation/learners.ts';
import {
  denseExpectation,
  oneDimensionPool,
  oneDimensionTest,
} from '#lib/engine/measure/simulation/one-dimension.ts';
import { normalItems } from '#lib/engine/measure/simulation/synthetic-bank.ts';
import { meanOf, median } from './stopwatch.ts';

/** Somebody of known ability, and the category (0 or 1) in which they answer each item. */
export interface Person {
  readonly theta: number;
  readonly responses: Uint8Array;
}

/** What came of one person's adaptive test. */
export interface Tested {
  readonly theta: number;
  readonly standardError: number;
  /** Places of the items met, in order. */
  readonly met: readonly number[];
}

/** Adaptive tests of one ability: time, and how far off they were. */
export interface OneAbilityFigures {
  readonly items: number;
  readonly people: number;
  readonly length: number;
  /** One item of a test: choosing it and estimating from its answer. Median over people, and mean. */
  readonly microsecondsPerItem: number;
  readonly meanMicrosecondsPerItem: number;
  readonly rmse: number;
  readonly meanSe: number;
  /** Of the estimates from dense quadrature, logits. */
  readonly largestDifference: number;
}

/** Dense quadrature is slow: so many people's estimates are compared. */
const COMPARED = 500;

/** Every person takes the test twice, the first time to warm the engine up. */
export function testEverybody(
  pool: ItemPool,
  people: readonly Person[],
  length: number,
): { figures: OneAbilityFigures; tested: Tested[] } {
  const times: number[] = [];
  const test = ({ responses }: Person): Tested => {
    const start = performance.now();
    const { estimate, met } = oneDimensionTest(pool, length, (item) => responses[item] ?? 0);
    times.push((1000 * (performance.now() - start)) / met.length);
    return { ...estimate, met };
  };
  people.forEach(test);
  times.length = 0;
  const tested = people.map(test);

  const differences = people.slice(0, COMPARED).map(({ responses }, i) => {
    const { theta = 0, met = [] } = tested[i] ?? {};
    const answers = met.flatMap((place): JudgedAnswer[] => {
      const item = pool.items[place];
      return item ? [{ parameters: item.parameters, category: responses[place] ?? 0 }] : [];
    });
    return Math.abs(theta - denseExpectation(answers));
  });
  const errors = people.map(({ theta }, i) => (tested[i]?.theta ?? 0) - theta);
  const figures = {
    items: pool.items.length,
    people: people.length,
    length,
    microsecondsPerItem: median(times),
    meanMicrosecondsPerItem: meanOf(times),
    rmse: Math.sqrt(meanOf(errors.map((error) => error ** 2))),
    meanSe: meanOf(tested.map(({ standardError }) => standardError)),
    largestDifference: Math.max(...differences),
  };
  return { figures, tested };
}

/** Made-up people, θ ~ N(0, 1), and two-parameter items, log a ~ N(0, 0.25²), b ~ N(0, 1). */
export function oneAbilityBench(
  items: number,
  people: number,
  length: number,
  seed: number,
): OneAbilityFigures {
  const made = normalItems(1, items, { logMean: 0, logDeviation: 0.25 }, seed);
  const pool = oneDimensionPool(made.map(({ parameters }) => parameters));
  const random = randomFrom('one ability', seed);
  const population = Array.from({ length: people }, (): Person => {
    const theta = random.normal();
    return {
      theta,
      responses: Uint8Array.from(made, ({ parameters }) =>
        drawCategory(parameters, theta, 0, random),
      ),
    };
  });
  return testEverybody(pool, population, length).figures;
}
