import { type Kernel, LEAST, NODE_COUNT, kernelOnGrid, normalOnGrid } from './grid.ts';
import { type SkillMessage, skillMessage } from './messages.ts';
import type { PriorVariance, SkillTree } from './skill-tree.ts';

/**
 * What is believed of somebody who has answered nothing:
 *
 *     g ~ N(0, τ²_g),   d | g ~ N(g, τ²_d),   θ_s | d ~ N(d, τ²_s)
 *
 * one ability g behind all, one behind each domain, one for each skill, on the nodes of the grid.
 * So Cov(θ_s, θ_t) = τ²_g + τ²_d·[same domain] + τ²_s·[s = t].
 */
export interface Prior {
  readonly tree: SkillTree;
  /** log p(g), up to a constant. */
  readonly logRoot: Float64Array;
  /** p(d | g) and p(θ | d), up to a constant. */
  readonly toDomain: Kernel;
  readonly toSkill: Kernel;
  /** What a skill says of its domain while nothing has been answered about it. */
  readonly untested: SkillMessage;
}

/** @throws RangeError on a variance that the grid cannot resolve */
export function priorOf(tree: SkillTree, variance: PriorVariance): Prior {
  const toSkill = kernelOnGrid(variance.skill);
  return {
    tree,
    logRoot: normalOnGrid(variance.global).map((p) => Math.log(p + LEAST)),
    toDomain: kernelOnGrid(variance.domain),
    toSkill,
    untested: skillMessage(toSkill, new Float64Array(NODE_COUNT)),
  };
}
