import { logLikelihood } from '#lib/engine/measure/models/item-parameters.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import type { Population } from '../arbitraries.ts';

/**
 * The posterior by plain nested sums, sharing nothing with the engine but the log-likelihood of one
 * answer:
 *
 *     Σ_g p(g) Π_d Σ_d p(d | g) Π_s Σ_θ p(θ | d)·L_s(θ)
 *
 * No logarithms of sums, no cut-off: for answers that do not contradict each other beyond e^{−700}.
 */
export interface Sums {
  readonly grid: readonly number[];
  readonly root: readonly number[];
  readonly toDomain: Step;
  readonly toSkill: Step;
  /** L_s(θ) of each skill, its largest value 1. */
  readonly likelihoods: readonly (readonly number[])[];
  /** Σ_θ p(θ | d)·L_s(θ) for each d, one list a skill. */
  readonly skillMass: readonly (readonly number[])[];
  /** Π_s of those, and Σ_d of that for each g, one list a domain. */
  readonly domainLikelihood: readonly (readonly number[])[];
  readonly domainMass: readonly (readonly number[])[];
  /** p(g)·P(all answers | g). */
  readonly joint: readonly number[];
  /** log P(answers), up to a constant that depends on the prior alone. */
  readonly logMass: number;
}

/** p of a normal step between two nodes, up to a constant. */
type Step = (from: number, to: number) => number;

/** Nodes of a sum that stands for an integral. */
export interface Nodes {
  readonly limit: number;
  readonly step: number;
  /** Deviations after which a normal step is cut off. */
  readonly reach: number;
}

/** Wider and much finer than the engine's own. */
export const FINE: Nodes = { limit: 10, step: 0.1, reach: Infinity };

export function nestedSums(
  { domainOf, variance }: Population,
  evidence: readonly Evidence[],
  { limit, step, reach }: Nodes = FINE,
): Sums {
  const half = Math.round(limit / step);
  const grid = Array.from({ length: 2 * half + 1 }, (_, k) => (k - half) * step);
  const stepOf = (v: number): Step => {
    const byDistance = grid.map((_, k) => normal(k * step, v, reach));
    return (from, to) => byDistance[Math.abs(from - to)]!;
  };
  const [toDomain, toSkill] = [stepOf(variance.domain), stepOf(variance.skill)];
  let peaks = 0;
  const likelihoods = domainOf.map((_, skill) => {
    const own = evidence.filter((answer) => answer.skill === skill);
    const logs = grid.map((theta) =>
      own.reduce((sum, each) => sum + logLikelihood(each.parameters, theta, each.category), 0),
    );
    const peak = Math.max(...logs);
    peaks += peak;
    return logs.map((value) => Math.exp(value - peak));
  });
  const skillMass = likelihoods.map((likelihood) =>
    grid.map((_, d) => sumOf(likelihood, (value, k) => toSkill(d, k) * value)),
  );
  const domainLikelihood = Array.from({ length: Math.max(...domainOf) + 1 }, (_, domain) => {
    const own = skillMass.filter((_, s) => domainOf[s] === domain);
    return grid.map((_, d) => own.reduce((product, mass) => product * mass[d]!, 1));
  });
  const domainMass = domainLikelihood.map((likelihood) =>
    grid.map((_, g) => sumOf(likelihood, (value, d) => toDomain(g, d) * value)),
  );
  const root = grid.map((g) => normal(g, variance.global, reach));
  const joint = root.map((p, g) => domainMass.reduce((product, mass) => product * mass[g]!, p));
  const logMass = Math.log(sumOf(joint, (p) => p)) + peaks;
  return {
    grid,
    root,
    toDomain,
    toSkill,
    likelihoods,
    skillMass,
    domainLikelihood,
    domainMass,
    joint,
    logMass,
  };
}

export interface Moments {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
  /** Cov(θ_s, d) of each skill, Cov(d, g) of each domain. */
  readonly withDomain: readonly number[];
  readonly withRoot: readonly number[];
  readonly domainVariance: readonly number[];
  readonly rootVariance: number;
}

export function denseQuadrature(...of: Parameters<typeof nestedSums>): Moments {
  const [{ domainOf }] = of;
  const { grid, root, joint, ...sums } = nestedSums(...of);
  const mass = sumOf(joint, (p) => p);
  const rootMean = sumOf(grid, (g, k) => joint[k]! * g) / mass;

  const domains = sums.domainLikelihood.map((likelihood, domain) => {
    const others = root.map((p, g) =>
      sums.domainMass.reduce((all, own, other) => (other === domain ? all : all * own[g]!), p),
    );
    /** E(f(g); d) for each d. */
    const jointly = (f: (g: number) => number) =>
      likelihood.map(
        (own, d) => (own / mass) * sumOf(grid, (g, k) => others[k]! * sums.toDomain(k, d) * f(g)),
      );
    const density = jointly(() => 1);
    const mean = sumOf(grid, (d, k) => density[k]! * d);
    const rootHere = jointly((g) => g - rootMean);
    return {
      density,
      mean,
      variance: sumOf(grid, (d, k) => density[k]! * (d - mean) ** 2),
      withRoot: sumOf(grid, (d, k) => rootHere[k]! * (d - mean)),
    };
  });

  const skills = sums.likelihoods.map((likelihood, s) => {
    const { density, mean: domainMean } = domains[domainOf[s]!]!;
    /** E(f(θ) | d) for each d that can be. */
    const given = (f: (theta: number) => number) =>
      density.map((p, d) => {
        if (p === 0) return 0;
        const sum = sumOf(grid, (x, k) => sums.toSkill(d, k) * likelihood[k]! * f(x));
        return sum / sums.skillMass[s]![d]!;
      });
    const first = given((x) => x);
    const mean = sumOf(density, (p, d) => p * first[d]!);
    const square = given((x) => (x - mean) ** 2);
    return {
      mean,
      variance: sumOf(density, (p, d) => p * square[d]!),
      withDomain: sumOf(density, (p, d) => p * first[d]! * (grid[d]! - domainMean)),
    };
  });
  return {
    mean: skills.map((each) => each.mean),
    variance: skills.map((each) => each.variance),
    withDomain: skills.map((each) => each.withDomain),
    withRoot: domains.map((each) => each.withRoot),
    domainVariance: domains.map((each) => each.variance),
    rootVariance: sumOf(grid, (g, k) => joint[k]! * (g - rootMean) ** 2) / mass,
  };
}

function normal(x: number, variance: number, reach: number): number {
  if (x === 0) return 1;
  if (variance === 0 || Math.abs(x) > reach * Math.sqrt(variance)) return 0;
  return Math.exp((-x * x) / (2 * variance));
}

function sumOf(values: readonly number[], term: (value: number, index: number) => number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) sum += term(values[k]!, k);
  return sum;
}
