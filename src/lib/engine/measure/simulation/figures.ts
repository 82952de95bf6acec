import type { Tally } from './tally.ts';

/** What a tally says. Abilities in logits. */
export interface Figures {
  readonly domainRmse: number;
  /** Mean error of the domains, and by region of the true ability (see REGION_ENDS). */
  readonly bias: number;
  readonly biasByRegion: readonly number[];
  /** Squared correlation of true and estimated domain abilities, in [0, 1]. */
  readonly reliability: number;
  /** Mean standard error of the domains. */
  readonly meanSe: number;
  /** Of the domains' levels, in points of 100. */
  readonly levelRmse: number;
  /** Mean width of the 90 % intervals of the domains' levels, in points of 100. */
  readonly levelInterval: number;
  /** Share of nominal 90 % and 95 % intervals that hold the truth: of domains, of levels in percent, of skills. */
  readonly coverage90: number;
  readonly coverage95: number;
  readonly levelCoverage90: number;
  readonly skillRmse: number;
  readonly skillCoverage90: number;
  readonly skillCoverage95: number;
  /** Largest share of attempts that met one item, and the share of items never met. */
  readonly maxExposure: number;
  readonly unusedItems: number;
  /** Skills that a test left without an item that may be asked and fits; summed over tests. */
  readonly unfittedSkills: number;
  readonly meanLength: number;
}

export function figuresOf(tally: Tally): Figures {
  const n = tally.domains;
  const spread = (sum: number, squares: number) => squares / n - (sum / n) ** 2;
  const covariance = tally.product / n - (tally.truth / n) * (tally.estimate / n);
  const variances =
    spread(tally.truth, tally.truthSquared) * spread(tally.estimate, tally.estimateSquared);
  return {
    domainRmse: Math.sqrt(tally.squaredError / n),
    bias: (tally.estimate - tally.truth) / n,
    biasByRegion: tally.regionError.map((error, i) => error / Math.max(1, tally.regionDomains[i]!)),
    reliability: variances > 0 ? covariance ** 2 / variances : 0,
    meanSe: tally.standardError / n,
    levelRmse: Math.sqrt(tally.levelSquaredError / n),
    levelInterval: tally.levelWidth / n,
    coverage90: tally.covered90 / n,
    coverage95: tally.covered95 / n,
    levelCoverage90: tally.levelCovered90 / n,
    skillRmse: Math.sqrt(tally.skillSquaredError / tally.skills),
    skillCoverage90: tally.skillCovered90 / tally.skills,
    skillCoverage95: tally.skillCovered95 / tally.skills,
    maxExposure: tally.exposure.reduce((most, count) => Math.max(most, count), 0) / tally.attempts,
    unusedItems: tally.exposure.filter((count) => count === 0).length / tally.exposure.length,
    unfittedSkills: tally.unfitted,
    meanLength: tally.questions / tally.attempts,
  };
}
