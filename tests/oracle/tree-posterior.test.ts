import { describe, expect, test } from 'vitest';
import { domainWeights, readingCovariance, readingOf } from '#lib/engine/measure/levels/reading.ts';
import { beliefs, observe } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import { skillTree } from '#lib/engine/measure/posterior/skill-tree.ts';
import { covariance } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { readFixture } from './fixture-files.ts';
import { type TreeFixture, type TreeMoments, momentsOf, pairMomentsOf } from './tree-reference.ts';
import { type Situation, situations, uneven } from './tree-situations.ts';

const fixture = JSON.parse(readFixture('tree-posterior.json')) as TreeFixture;

/**
 * How far the engine may be from the reference: moments of one skill, and the covariances and domain
 * deviations that the straight lines along the tree leave out.
 */
const WITHIN = { moment: 1e-6, shared: 5e-4, deviation: 2e-4 };

function priorFor({ domainOf, variance }: Situation) {
  return priorOf(skillTree(domainOf), variance);
}

function evidenceFor({ answers }: Situation): Evidence[] {
  return answers.map(({ skill, item: { a, b, c }, right }) => ({
    skill,
    parameters: { discrimination: a, difficulty: b, guessing: c },
    category: right ? 1 : 0,
  }));
}

/** Every mean, then every entry of the covariances. */
function numbersOf({ mean, covariance, domainMean, domainCovariance }: TreeMoments): number[] {
  return [...mean, ...covariance.flat(), ...domainMean, ...domainCovariance.flat()];
}

function furthest(some: readonly number[], others: readonly number[]): number {
  expect(some.length).toBe(others.length);
  return Math.max(...some.map((value, i) => Math.abs(value - others[i]!)));
}

test('the stored values are those that the dense script computes', () => {
  expect(fixture.situations.map(({ name }) => name)).toEqual(situations.map(({ name }) => name));
  fixture.situations.forEach((stored, i) => {
    expect(furthest(numbersOf(stored), numbersOf(momentsOf(situations[i]!)))).toBeLessThan(1e-9);
  });
});

test.each(situations.filter(({ domainOf }) => domainOf.length === 2))(
  '$name: sums along the tree are the plain double sum over two abilities',
  (situation) => {
    const [nested, plain] = [momentsOf(situation), pairMomentsOf(situation)].map(numbersOf);
    expect(furthest(nested!, plain!)).toBeLessThan(1e-9);
  },
);

describe.each(situations)('$name', (situation) => {
  const reference = fixture.situations.find(({ name }) => name === situation.name)!;
  const { gaussian } = beliefs(priorFor(situation), evidenceFor(situation));
  const { tree } = gaussian;
  const skills = situation.domainOf.map((_, skill) => skill);
  const domains = tree.skillsOf.map((_, domain) => domain);

  test('has the mean and variance of every skill', () => {
    const variances = skills.map((skill) => reference.covariance[skill]![skill]!);
    expect(furthest(Array.from(gaussian.mean), reference.mean)).toBeLessThan(WITHIN.moment);
    expect(furthest(Array.from(gaussian.variance), variances)).toBeLessThan(WITHIN.moment);
  });

  // Along the tree a covariance is what the straight lines β and γ through the conditional means
  // carry. Under a posterior that is not normal those are a little bent, and what the bend carries is
  // left out: at most 4.3e-4 of the deviations' product, where two skills contradict each other.
  test('has every covariance but for what a straight line leaves out', () => {
    for (const s of skills) {
      for (const t of skills) {
        const [own, other] = [reference.covariance[s]![s]!, reference.covariance[t]![t]!];
        const missed = covariance(gaussian, s, t) - reference.covariance[s]![t]!;
        expect(Math.abs(missed) / Math.sqrt(own * other)).toBeLessThan(WITHIN.shared);
      }
    }
  });

  test('has the mean of every domain, and all but as exactly its deviation', () => {
    for (const d of domains) {
      const { mean, variance } = readingOf(gaussian, domainWeights(tree, d));
      expect(Math.abs(mean - reference.domainMean[d]!)).toBeLessThan(WITHIN.moment);
      const deviations = Math.sqrt(variance / reference.domainCovariance[d]![d]!);
      expect(Math.abs(deviations - 1)).toBeLessThan(WITHIN.deviation);
    }
  });

  test('has the covariances of domains but for what a straight line leaves out', () => {
    for (const d of domains) {
      for (const e of domains) {
        const [own, other] = [domainWeights(tree, d), domainWeights(tree, e)];
        const missed = readingCovariance(gaussian, own, other) - reference.domainCovariance[d]![e]!;
        const scale = reference.domainCovariance[d]![d]! * reference.domainCovariance[e]![e]!;
        expect(Math.abs(missed) / Math.sqrt(scale)).toBeLessThan(WITHIN.shared);
      }
    }
  });

  test('is the same from the answers one by one', () => {
    const prior = priorFor(situation);
    const one = evidenceFor(situation).reduce(observe, beliefs(prior, [])).gaussian;
    expect(furthest(Array.from(one.mean), Array.from(gaussian.mean))).toBeLessThan(1e-12);
    expect(furthest(Array.from(one.variance), Array.from(gaussian.variance))).toBeLessThan(1e-12);
  });
});

describe('the Markov chain', () => {
  const { chain } = fixture;
  const { gaussian } = beliefs(priorFor(uneven), evidenceFor(uneven));
  const dense = fixture.situations.find(({ name }) => name === chain.name)!;

  test('is of the situation told of, and long', () => {
    expect(chain.name).toBe(uneven.name);
    expect(chain.rounds).toBeGreaterThanOrEqual(2e6);
    expect(Math.max(...chain.meanError)).toBeLessThan(2e-3);
    expect(Math.max(...chain.covarianceError.flat())).toBeLessThan(1e-3);
  });

  test('has the engine’s means and variances within four of its errors', () => {
    chain.mean.forEach((mean, s) => {
      expect(Math.abs(gaussian.mean[s]! - mean)).toBeLessThan(4 * chain.meanError[s]!);
      const [variance, error] = [chain.covariance[s]![s]!, chain.covarianceError[s]![s]!];
      expect(Math.abs(gaussian.variance[s]! - variance)).toBeLessThan(4 * error);
    });
  });

  test('has every covariance of the dense sums within four of its errors', () => {
    chain.covariance.forEach((row, s) => {
      row.forEach((value, t) => {
        const error = chain.covarianceError[s]![t]!;
        expect(Math.abs(dense.covariance[s]![t]! - value)).toBeLessThan(4 * error);
      });
    });
  });
});
