/**
 * The same posterior by a Markov chain, which shares nothing with sums on a grid but the model. Each
 * round draws the ability behind all and those of the domains from their normal conditionals (Gibbs),
 * and moves each skill by a random walk (Metropolis).
 */
import { rounded } from './fixture-files.ts';
import { chanceOf } from './plain-model.ts';
import type { Situation } from './tree-situations.ts';

/** Estimates and their Monte Carlo standard errors. */
export interface ChainMoments {
  readonly seed: number;
  readonly rounds: number;
  readonly mean: readonly number[];
  readonly meanError: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly covarianceError: readonly (readonly number[])[];
}

const SEED = 20_240_607;
const ROUNDS = 6_000_000;
const WARM_UP = 20_000;
/** Long against the memory of the chain, so that batches are all but independent. */
const BATCHES = 300;
const WALK = 1;

/** sfc32 (Doty-Humphrey, PractRand): uniform in (0, 1). */
function uniforms(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 2 ** 32;
  };
  for (let i = 0; i < 20; i += 1) next();
  return next;
}

/** Normals in pairs (Box & Muller 1958). */
function normals(uniform: () => number): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** Calls `visit` with the skills' abilities after each of the rounds that count. */
function walk(situation: Situation, visit: (theta: Float64Array, round: number) => void): void {
  const { domainOf, variance, answers } = situation;
  const uniform = uniforms(SEED);
  const normal = normals(uniform);
  const skills = domainOf.map((_, skill) => skill);
  const domains = [...new Set(domainOf)];
  const own = skills.map((skill) => answers.filter((answer) => answer.skill === skill));
  const logChance = (skill: number, at: number) => {
    let product = 1;
    for (const { item, right } of own[skill]!) product *= chanceOf(item, at, right);
    return Math.log(product);
  };
  /** A draw from N(0 or above, v)·Π N(below; x, w). */
  const conditional = (above: number, v: number, below: number, count: number, w: number) => {
    const precision = 1 / v + count / w;
    return (above / v + below / w) / precision + normal() / Math.sqrt(precision);
  };

  const theta = new Float64Array(skills.length);
  const now = Float64Array.from(skills, (skill) => logChance(skill, 0));
  const shared = new Float64Array(domains.length);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const sumOfDomains = shared.reduce((sum, value) => sum + value, 0);
    const g = conditional(0, variance.global, sumOfDomains, domains.length, variance.domain);
    for (const domain of domains) {
      let [sum, count] = [0, 0];
      for (const skill of skills) {
        if (domainOf[skill] !== domain) continue;
        sum += theta[skill]!;
        count += 1;
      }
      shared[domain] = conditional(g, variance.domain, sum, count, variance.skill);
    }
    for (const skill of skills) {
      const from = theta[skill]!;
      const to = from + WALK * normal();
      const middle = shared[domainOf[skill]!]!;
      const chance = logChance(skill, to);
      const gain =
        chance - now[skill]! + ((from - middle) ** 2 - (to - middle) ** 2) / (2 * variance.skill);
      if (Math.log(uniform()) < gain) {
        theta[skill] = to;
        now[skill] = chance;
      }
    }
    if (round >= 0) visit(theta, round);
  }
}

/** Means and covariances, with standard errors from the spread of batch means. */
export function sampled(situation: Situation): ChainMoments {
  const n = situation.domainOf.length;
  const batchSize = ROUNDS / BATCHES;
  const first = Array.from({ length: BATCHES }, () => new Float64Array(n));
  const second = Array.from({ length: BATCHES }, () => new Float64Array(n * n));
  walk(situation, (theta, round) => {
    const batch = Math.floor(round / batchSize);
    const [own, squares] = [first[batch]!, second[batch]!];
    for (let s = 0; s < n; s += 1) {
      own[s]! += theta[s]! / batchSize;
      for (let t = 0; t <= s; t += 1) squares[s * n + t]! += (theta[s]! * theta[t]!) / batchSize;
    }
  });
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const errorOf = (values: readonly number[]) => {
    const middle = meanOf(values);
    const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    return Math.sqrt(squares / (values.length - 1) / values.length);
  };
  const skills = Array.from({ length: n }, (_, s) => s);
  const mean = skills.map((s) => meanOf(first.map((batch) => batch[s]!)));
  // Each batch's E (θ_s − m_s)(θ_t − m_t), about the mean of all.
  const products = (s: number, t: number) => {
    const [row, column] = [Math.max(s, t), Math.min(s, t)];
    return first.map(
      (batch, b) =>
        second[b]![row * n + column]! -
        mean[s]! * batch[t]! -
        mean[t]! * batch[s]! +
        mean[s]! * mean[t]!,
    );
  };
  const table = (of: (values: readonly number[]) => number) =>
    skills.map((s) => skills.map((t) => rounded(of(products(s, t)))));
  return {
    seed: SEED,
    rounds: ROUNDS,
    mean: mean.map(rounded),
    meanError: skills.map((s) => rounded(errorOf(first.map((batch) => batch[s]!)))),
    covariance: table(meanOf),
    covarianceError: table(errorOf),
  };
}
