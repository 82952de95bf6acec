/**
 * Means and covariances of the abilities of a small tree after some answers, by trapezoid sums inside
 * trapezoid sums: skills within domains within the ability behind all, on a grid five times as fine
 * as the engine's and a third wider.
 * `npx tsx tests/oracle/tree-reference.ts` writes them, and a Markov chain's, to
 * fixtures/tree-posterior.json. The chain takes some ten seconds.
 */
import { rounded, writeFixture } from './fixture-files.ts';
import { chanceOf, evenly } from './plain-model.ts';
import { type ChainMoments, sampled } from './tree-chain.ts';
import { type Situation, situations, uneven } from './tree-situations.ts';

export interface TreeMoments {
  /** One a skill. */
  readonly mean: readonly number[];
  /** Skills × skills. */
  readonly covariance: readonly (readonly number[])[];
  /** The same of the plain mean of each domain's skills. */
  readonly domainMean: readonly number[];
  readonly domainCovariance: readonly (readonly number[])[];
}

export interface TreeFixture {
  readonly madeBy: string;
  readonly situations: readonly (TreeMoments & { readonly name: string })[];
  readonly chain: ChainMoments & { readonly name: string };
}

const POINTS = evenly(8, 321);
const STEP = 16 / 320;
const WEIGHTS = POINTS.map((_, i) => (i === 0 || i === POINTS.length - 1 ? STEP / 2 : STEP));

function normalDensity(x: number, variance: number): number {
  return Math.exp((-x * x) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
}

/** ∫ N(x; centre, variance)·f(x) dx at every centre, for each f given by its values. */
function smoothed(variance: number, functions: readonly Float64Array[]): Float64Array[] {
  const results = functions.map(() => new Float64Array(POINTS.length));
  POINTS.forEach((centre, i) => {
    POINTS.forEach((x, k) => {
      const weight = WEIGHTS[k]! * normalDensity(x - centre, variance);
      functions.forEach((values, f) => (results[f]![i]! += weight * values[k]!));
    });
  });
  return results;
}

/** P(answers about the skill | θ) at every point. */
function likelihoodOf({ answers }: Situation, skill: number): Float64Array {
  const own = answers.filter((answer) => answer.skill === skill);
  return POINTS.map((theta) =>
    own.reduce((product, { item, right }) => product * chanceOf(item, theta, right), 1),
  );
}

/** A product of functions, point by point. */
function times(...factors: readonly Float64Array[]): Float64Array {
  return POINTS.map((_, i) => factors.reduce((product, values) => product * values[i]!, 1));
}

function ratio(over: Float64Array, under: Float64Array): Float64Array {
  return over.map((value, i) => value / under[i]!);
}

export function momentsOf(situation: Situation): TreeMoments {
  const { domainOf, variance } = situation;
  const skills = domainOf.map((_, skill) => skill);
  const domains = [...new Set(domainOf)];

  // Given the domain's ability: P(answers), E θ and E θ² of each skill.
  const givenDomain = skills.map((skill) => {
    const likelihood = likelihoodOf(situation, skill);
    const [chance, first, second] = smoothed(variance.skill, [
      likelihood,
      times(likelihood, POINTS),
      times(likelihood, POINTS, POINTS),
    ]) as [Float64Array, Float64Array, Float64Array];
    return { chance, first: ratio(first, chance), second: ratio(second, chance) };
  });

  // Given the ability behind all: P(answers about the domain), E θ_s and E θ_s·θ_t of its skills.
  const first: Float64Array[] = [];
  const product = skills.map(() => [] as Float64Array[]);
  const chances = domains.map((domain) => {
    const own = skills.filter((skill) => domainOf[skill] === domain);
    const chance = times(...own.map((skill) => givenDomain[skill]!.chance));
    const pairs = own.flatMap((s) => own.filter((t) => s <= t).map((t) => [s, t] as const));
    const [total, ...rest] = smoothed(variance.domain, [
      chance,
      ...own.map((s) => times(chance, givenDomain[s]!.first)),
      ...pairs.map(([s, t]) =>
        s === t
          ? times(chance, givenDomain[s]!.second)
          : times(chance, givenDomain[s]!.first, givenDomain[t]!.first),
      ),
    ]) as [Float64Array, ...Float64Array[]];
    own.forEach((s, i) => (first[s] = ratio(rest[i]!, total)));
    pairs.forEach(([s, t], i) => {
      product[s]![t] = product[t]![s] = ratio(rest[own.length + i]!, total);
    });
    return total;
  });

  const root = times(...chances).map(
    (chance, i) => chance * WEIGHTS[i]! * normalDensity(POINTS[i]!, variance.global),
  );
  const total = root.reduce((sum, weight) => sum + weight, 0);
  const expected = (values: Float64Array) =>
    values.reduce((sum, value, i) => sum + root[i]! * value, 0) / total;
  const mean = skills.map((s) => expected(first[s]!));
  const covariance = skills.map((s) =>
    skills.map((t) => {
      const both = product[s]![t] ?? times(first[s]!, first[t]!);
      return expected(both) - mean[s]! * mean[t]!;
    }),
  );
  return tidy(domainOf, mean, covariance);
}

/** The same of the skills of one domain by one plain double sum, with no tree in it: N(0, Σ) times the likelihoods. */
export function pairMomentsOf(situation: Situation): TreeMoments {
  const { global, domain, skill } = situation.variance;
  const [own, shared] = [global + domain + skill, global + domain];
  const determinant = own ** 2 - shared ** 2;
  const [one, other] = [likelihoodOf(situation, 0), likelihoodOf(situation, 1)];
  const sums = [0, 0, 0, 0, 0, 0];
  POINTS.forEach((x, i) => {
    POINTS.forEach((y, k) => {
      const exponent = (own * (x * x + y * y) - 2 * shared * x * y) / (2 * determinant);
      const weight = WEIGHTS[i]! * WEIGHTS[k]! * Math.exp(-exponent) * one[i]! * other[k]!;
      [1, x, y, x * x, x * y, y * y].forEach((value, m) => (sums[m]! += weight * value));
    });
  });
  const [total = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0] = sums;
  const mean = [x / total, y / total] as const;
  const covariance = [
    [xx / total - mean[0] ** 2, xy / total - mean[0] * mean[1]],
    [xy / total - mean[0] * mean[1], yy / total - mean[1] ** 2],
  ];
  return tidy(situation.domainOf, mean, covariance);
}

/** Adds the domains to the skills. */
function tidy(
  domainOf: readonly number[],
  mean: readonly number[],
  covariance: readonly (readonly number[])[],
): TreeMoments {
  const weights = [...new Set(domainOf)].map((domain) => {
    const size = domainOf.filter((own) => own === domain).length;
    return domainOf.map((own) => (own === domain ? 1 / size : 0));
  });
  const dot = (u: readonly number[], w: readonly number[]) =>
    u.reduce((sum, value, i) => sum + value * w[i]!, 0);
  return {
    mean: mean.map(rounded),
    covariance: covariance.map((row) => row.map(rounded)),
    domainMean: weights.map((w) => rounded(dot(w, mean))),
    domainCovariance: weights.map((u) =>
      weights.map((w) =>
        rounded(
          dot(
            u,
            covariance.map((row) => dot(w, row)),
          ),
        ),
      ),
    ),
  };
}

if (process.argv[1] === import.meta.filename) {
  const fixture: TreeFixture = {
    madeBy: 'npx tsx tests/oracle/tree-reference.ts',
    situations: situations.map((each) => ({ name: each.name, ...momentsOf(each) })),
    chain: { name: uneven.name, ...sampled(uneven) },
  };
  await writeFixture('tree-posterior.json', fixture);
}
