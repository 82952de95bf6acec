/**
 * What five answers say of one ability, by sums so dense that no cleverness is needed.
 * `npx tsx tests/oracle/dense-eap.ts` writes the values to fixtures/lsat-eap.json.
 */
import { rounded, writeFixture } from './fixture-files.ts';
import { type LsatCase, lsatCases, lsatPatterns } from './lsat-data.ts';
import { type PlainItem, chanceOf, evenly } from './plain-model.ts';

interface Estimate {
  readonly theta: number;
  readonly standardError: number;
}

export interface LsatReference {
  readonly madeBy: string;
  readonly cases: readonly {
    readonly name: string;
    /** log of the probability of all the data, abilities N(0, 1). */
    readonly logLikelihood: number;
    readonly patterns: readonly {
      readonly pattern: string;
      readonly eap: Estimate;
      readonly map: Estimate;
      readonly wle: Estimate;
    }[];
  }[];
}

const POINTS = evenly(10, 20_001);
const STEP = 20 / 20_000;
/** Trapezoid weights; the constant makes the standard normal integrate to 1. */
const NORMAL = POINTS.map(
  (theta, i) =>
    ((i === 0 || i === POINTS.length - 1 ? STEP / 2 : STEP) * Math.exp((-theta * theta) / 2)) /
    Math.sqrt(2 * Math.PI),
);

/** P(wrong | θ) and P(right | θ) of an item at every point. */
function chancesOf(item: PlainItem): readonly [Float64Array, Float64Array] {
  return [
    POINTS.map((theta) => chanceOf(item, theta, false)),
    POINTS.map((theta) => chanceOf(item, theta, true)),
  ];
}

/** P(pattern | θ) at every point. */
function likelihoodOf(
  chances: readonly ReturnType<typeof chancesOf>[],
  pattern: string,
): Float64Array {
  const likelihood = new Float64Array(POINTS.length).fill(1);
  chances.forEach((ofItem, place) => {
    const answered = ofItem[pattern[place] === '1' ? 1 : 0];
    for (let i = 0; i < likelihood.length; i += 1) likelihood[i]! *= answered[i]!;
  });
  return likelihood;
}

function sum(terms: (theta: number, i: number) => number): number {
  return POINTS.reduce((total, theta, i) => total + terms(theta, i), 0);
}

/** Mean and standard deviation of the posterior under θ ~ N(0, 1). */
function expected(likelihood: Float64Array): Estimate {
  const weight = (i: number) => likelihood[i]! * NORMAL[i]!;
  const total = sum((_, i) => weight(i));
  const theta = sum((x, i) => x * weight(i)) / total;
  return { theta, standardError: Math.sqrt(sum((x, i) => (x - theta) ** 2 * weight(i)) / total) };
}

/** Fisher information Σ P′²/(PQ) at every point, and Σ P′P″/(PQ), both by central differences of P. */
function slopesOf(items: readonly PlainItem[]) {
  const information = new Float64Array(POINTS.length);
  const bend = new Float64Array(POINTS.length);
  for (const item of items) {
    POINTS.forEach((theta, i) => {
      const [below, here, above] = [theta - STEP, theta, theta + STEP].map((at) =>
        chanceOf(item, at, true),
      ) as [number, number, number];
      const first = (above - below) / (2 * STEP);
      const second = (above - 2 * here + below) / STEP ** 2;
      const variance = here * chanceOf(item, theta, false);
      information[i]! += first ** 2 / variance;
      bend[i]! += (first * second) / variance;
    });
  }
  return { information, bend };
}

/** Where the largest of the values at the points is: the top of the parabola through it and its neighbours. */
function summit(values: Float64Array): number {
  let place = 1;
  for (let i = 1; i < values.length - 1; i += 1) if (values[i]! > values[place]!) place = i;
  const [below, here, above] = [values[place - 1]!, values[place]!, values[place + 1]!];
  const shift = (below - above) / (2 * (below - 2 * here + above));
  return POINTS[place]! + STEP * shift;
}

/** Between two points, on the straight line. */
function between(values: Float64Array, theta: number): number {
  const place = (theta - POINTS[0]!) / STEP;
  const below = Math.floor(place);
  return values[below]! + (place - below) * (values[below + 1]! - values[below]!);
}

function referenceOf({ name, items, counts }: LsatCase): LsatReference['cases'][number] {
  const { information, bend } = slopesOf(items);
  const chances = items.map(chancesOf);
  let logLikelihood = 0;
  const patterns = lsatPatterns.map((pattern) => {
    const likelihood = likelihoodOf(chances, pattern);
    const count = counts.get(pattern) ?? 0;
    logLikelihood += count * Math.log(sum((_, i) => likelihood[i]! * NORMAL[i]!));

    const mode = summit(likelihood.map((value, i) => Math.log(value) - POINTS[i]! ** 2 / 2));

    // Warm's estimate makes log-likelihood + ∫ bend/(2·information) largest; the integral by trapezoids.
    let weight = 0;
    const weighted = likelihood.map((value, i) => {
      const slope = (at: number) => bend[at]! / (2 * information[at]!);
      if (i > 0) weight += (STEP * (slope(i - 1) + slope(i))) / 2;
      return Math.log(value) + weight;
    });
    const warm = summit(weighted);

    return {
      pattern,
      eap: tidy(expected(likelihood)),
      map: tidy({
        theta: mode,
        standardError: 1 / Math.sqrt(between(information, mode) + 1),
      }),
      wle: tidy({ theta: warm, standardError: 1 / Math.sqrt(between(information, warm)) }),
    };
  });
  return { name, logLikelihood: rounded(logLikelihood), patterns };
}

function tidy({ theta, standardError }: Estimate): Estimate {
  return { theta: rounded(theta), standardError: rounded(standardError) };
}

export function lsatReference(): LsatReference {
  return {
    madeBy: 'npx tsx tests/oracle/dense-eap.ts',
    cases: lsatCases.map(referenceOf),
  };
}

if (process.argv[1] === import.meta.filename) await writeFixture('lsat-eap.json', lsatReference());
