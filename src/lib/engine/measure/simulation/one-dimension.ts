import { randomFrom } from '#lib/engine/kernel/random.ts';
import { logLikelihood } from '../models/item-parameters.ts';
import { type LogLikelihood, withAnswer } from '../posterior/likelihood.ts';
import {
  type AbilityEstimate,
  type JudgedAnswer,
  expectedAPosteriori,
} from '../posterior/one-ability.ts';
import { skillTree } from '../posterior/skill-tree.ts';
import { type ItemPool, type PoolItem, itemPool } from '../selection/item-pool.ts';
import { maximumInformation } from '../selection/rules.ts';

/** What an adaptive test of one ability came to. */
export interface OneDimensionTest {
  readonly estimate: AbilityEstimate;
  /** Places of the items met, in order. */
  readonly met: readonly number[];
}

const ONE_SKILL = skillTree([0]);
const ANSWERS_NOTHING = { theta: 0, standardError: 1 };

/** A pool of items that all bear on one ability. */
export function oneDimensionPool(parameters: readonly PoolItem['parameters'][]): ItemPool {
  return itemPool(
    ONE_SKILL,
    parameters.map((each, family) => ({ skill: 0, family, parameters: each })),
  );
}

/**
 * The textbook adaptive test (van der Linden & Glas 2010, Elements of Adaptive Testing, ch. 1): θ ~ N(0, 1),
 * each item the most informative at the mean of what is believed (EAP), until `length` are answered or none
 * is left. Lighter than beliefs on a tree of one skill, as nothing is passed up and down.
 *
 * `answer`: the category, 0..m, in which an item is answered.
 */
export function oneDimensionTest(
  pool: ItemPool,
  length: number,
  answer: (item: number) => number,
): OneDimensionTest {
  const mean = new Float64Array(1);
  const state = { gaussian: unitGaussian(mean), objectives: [], random: randomFrom('unused') };
  const open = {
    skillRank: Uint8Array.of(1),
    itemRank: new Uint8Array(pool.items.length).fill(1),
  };
  const met: number[] = [];
  let loglikelihood: LogLikelihood | null = null;
  let estimate: AbilityEstimate = ANSWERS_NOTHING;
  while (met.length < length) {
    mean[0] = estimate.theta;
    const item = maximumInformation(pool, open, state);
    if (item < 0) break;
    met.push(item);
    open.itemRank[item] = 0;
    const { parameters } = pool.items[item]!;
    loglikelihood = withAnswer(loglikelihood, { skill: 0, parameters, category: answer(item) });
    estimate = expectedAPosteriori(loglikelihood);
  }
  return { estimate, met };
}

/** N(m, 1) of one skill; `mean` is kept, not copied. */
function unitGaussian(mean: Float64Array) {
  return {
    tree: ONE_SKILL,
    mean,
    variance: Float64Array.of(1),
    skillSlope: Float64Array.of(1),
    domainVariance: Float64Array.of(1),
    domainSlope: Float64Array.of(0),
    rootVariance: 0,
  };
}

const DENSE_STEP = 0.005;
const DENSE_LIMIT = 10;

/** E(θ | answers) under θ ~ N(0, 1) by 4,001 points on ±10: what the estimate on the grid is held against. */
export function denseExpectation(answers: readonly JudgedAnswer[]): number {
  let total = 0;
  let first = 0;
  for (let k = -DENSE_LIMIT / DENSE_STEP; k <= DENSE_LIMIT / DENSE_STEP; k += 1) {
    const theta = k * DENSE_STEP;
    let exponent = -(theta ** 2) / 2;
    for (const { parameters, category } of answers) {
      exponent += logLikelihood(parameters, theta, category);
    }
    const weight = Math.exp(exponent);
    total += weight;
    first += weight * theta;
  }
  return first / total;
}
