import { normalQuantile } from '#lib/engine/kernel/normal.ts';
import { level, levelOf } from '../levels/level.ts';
import { domainWeights, readingOf } from '../levels/reading.ts';
import type { TreeGaussian } from '../posterior/tree-gaussian.ts';

/** Where bias is looked at: true domain abilities below −1.5, then to −0.5, 0.5, 1.5, and above. */
export const REGION_ENDS = [-1.5, -0.5, 0.5, 1.5];

/** Sums over simulated attempts, plain numbers, so that blocks of learners add up. */
export interface Tally {
  attempts: number;
  questions: number;
  domains: number;
  truth: number;
  truthSquared: number;
  estimate: number;
  estimateSquared: number;
  product: number;
  squaredError: number;
  standardError: number;
  covered90: number;
  covered95: number;
  /** Of the domains' levels, percent squared. */
  levelSquaredError: number;
  /** Domains whose true level, in percent, lies in the 90 % interval that a report would show. */
  levelCovered90: number;
  /** Of the 90 % intervals of the domains' levels, from end to end, percent. */
  levelWidth: number;
  skills: number;
  skillSquaredError: number;
  skillCovered90: number;
  skillCovered95: number;
  /** By region of the true ability: domains and summed errors. */
  regionDomains: number[];
  regionError: number[];
  /** Skills left without an item that fits, summed over attempts. */
  unfitted: number;
  /** Attempts that met each item. */
  exposure: number[];
}

export function emptyTally(items: number): Tally {
  return {
    attempts: 0,
    questions: 0,
    domains: 0,
    truth: 0,
    truthSquared: 0,
    estimate: 0,
    estimateSquared: 0,
    product: 0,
    squaredError: 0,
    standardError: 0,
    covered90: 0,
    covered95: 0,
    levelSquaredError: 0,
    levelCovered90: 0,
    levelWidth: 0,
    skills: 0,
    skillSquaredError: 0,
    skillCovered90: 0,
    skillCovered95: 0,
    regionDomains: Array.from({ length: REGION_ENDS.length + 1 }, () => 0),
    regionError: Array.from({ length: REGION_ENDS.length + 1 }, () => 0),
    unfitted: 0,
    exposure: Array.from({ length: items }, () => 0),
  };
}

/** Adds `other` into `tally`, number by number. */
export function mergeTally(tally: Tally, other: Tally): void {
  for (const key of Object.keys(tally) as (keyof Tally)[]) {
    const [own, more] = [tally[key], other[key]];
    if (Array.isArray(own)) own.forEach((_, i) => (own[i]! += (more as number[])[i]!));
    else (tally as unknown as Record<string, number>)[key] = own + (more as number);
  }
}

const Z90 = normalQuantile(0.95);
const Z95 = normalQuantile(0.975);

/** Holds what was measured of a learner against their true abilities. */
export function addAttempt(
  tally: Tally,
  truth: Float64Array,
  gaussian: TreeGaussian,
  met: readonly number[],
  unfitted = 0,
): void {
  const { tree } = gaussian;
  tally.attempts += 1;
  tally.questions += met.length;
  tally.unfitted += unfitted;
  for (const item of met) tally.exposure[item]! += 1;
  truth.forEach((ability, s) => {
    const error = gaussian.mean[s]! - ability;
    tally.skills += 1;
    tally.skillSquaredError += error ** 2;
    const deviation = Math.sqrt(gaussian.variance[s]!);
    if (Math.abs(error) <= Z90 * deviation) tally.skillCovered90 += 1;
    if (Math.abs(error) <= Z95 * deviation) tally.skillCovered95 += 1;
  });
  for (let domain = 0; domain < tree.domainCount; domain += 1) {
    const skills = tree.skillsOf[domain]!;
    const ability = mean(skills.map((s) => truth[s]!));
    const { mean: estimate, variance } = readingOf(gaussian, domainWeights(tree, domain));
    const error = estimate - ability;
    const deviation = Math.sqrt(variance);
    tally.domains += 1;
    tally.truth += ability;
    tally.truthSquared += ability ** 2;
    tally.estimate += estimate;
    tally.estimateSquared += estimate ** 2;
    tally.product += ability * estimate;
    tally.squaredError += error ** 2;
    tally.standardError += deviation;
    if (Math.abs(error) <= Z90 * deviation) tally.covered90 += 1;
    if (Math.abs(error) <= Z95 * deviation) tally.covered95 += 1;
    const trueLevel = mean(skills.map((s) => level(truth[s]!)));
    const { expected, low, high } = levelOf(gaussian, skills);
    tally.levelSquaredError += (expected - trueLevel) ** 2;
    tally.levelWidth += high - low;
    if (low <= trueLevel && trueLevel <= high) tally.levelCovered90 += 1;
    const region = REGION_ENDS.filter((end) => ability >= end).length;
    tally.regionDomains[region]! += 1;
    tally.regionError[region]! += error;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
