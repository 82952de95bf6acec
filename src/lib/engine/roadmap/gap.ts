import { type Sample, countReached, meanOf } from '#lib/engine/kernel/sample.ts';
import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { Standing } from '#lib/engine/measure/levels/standing.ts';

/** A skill with its level in every draw, percent; draws of several skills belong together. */
export interface DrawnSkill {
  readonly standing: Standing;
  readonly target: number;
  readonly levels: Sample;
}

/** Level against target of a phase or a domain. */
export interface Gap {
  readonly id: string;
  readonly title: string;
  /** Percent, the mean over its skills: expected, and the ends of the 90 % interval. */
  readonly level: Level;
  /** Percent. */
  readonly target: number;
  /** Skills by how their level came about. */
  readonly skills: Readonly<Record<Standing, number>>;
  /** How many of the skills' targets are met, expected. */
  readonly met: number;
  /** P(at least `most` targets are met), P(all are), in [0, 1]; null where no skill is known. */
  readonly chanceMost: number | null;
  readonly chanceAll: number | null;
  /** Four fifths of the skills, rounded up. */
  readonly most: number;
}

const MOST = 0.8;

/**
 * How many of the skills' targets are met together, over the draws. What is not known counts with what
 * the other answers let expect of it; where nothing is known there is no chance to tell.
 */
export function targetsMet(
  skills: readonly DrawnSkill[],
): Pick<Gap, 'skills' | 'met' | 'most' | 'chanceMost' | 'chanceAll'> {
  const count = (standing: Standing) => skills.filter((each) => each.standing === standing).length;
  const most = Math.ceil(MOST * skills.length);
  const met = countReached(skills.map(({ levels, target }) => ({ values: levels, mark: target })));
  const share = (targets: number) => met.filter((each) => each >= targets).length / met.length;
  const unknown = count('unknown');
  const isKnown = unknown < skills.length;
  return {
    skills: { tested: count('tested'), inferred: count('inferred'), unknown },
    met: meanOf(met),
    most,
    chanceMost: isKnown ? share(most) : null,
    chanceAll: isKnown ? share(skills.length) : null,
  };
}

/** How many skills it has. */
export function skillCount({ skills }: Pick<Gap, 'skills'>): number {
  return skills.tested + skills.inferred + skills.unknown;
}
