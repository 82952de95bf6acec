/** Which skill belongs to which domain; skills and domains are numbered from 0. */
export interface SkillTree {
  readonly skillCount: number;
  readonly domainCount: number;
  /** Skill → domain, length `skillCount`. */
  readonly domainOf: readonly number[];
}

/** Variances of the three levels of the tree, each ≥ 0, on the logit scale squared. */
export interface PriorVariance {
  /** τ²_g: shared by every skill. */
  readonly global: number;
  /** τ²_d: shared by the skills of one domain. */
  readonly domain: number;
  /** τ²_s: a skill's own. Above 0, or skills of a domain could not differ. */
  readonly skill: number;
}

/** A tree from the domain of each skill. */
export function skillTree(domainOf: readonly number[]): SkillTree {
  let domainCount = 0;
  for (const domain of domainOf) {
    if (!Number.isInteger(domain) || domain < 0) throw new RangeError(`not a domain: ${domain}`);
    domainCount = Math.max(domainCount, domain + 1);
  }
  return { skillCount: domainOf.length, domainCount, domainOf };
}

/** The skills of one domain, ascending. */
export function skillsOfDomain(tree: SkillTree, domain: number): number[] {
  const skills: number[] = [];
  tree.domainOf.forEach((own, skill) => {
    if (own === domain) skills.push(skill);
  });
  return skills;
}

/**
 * Covariance of the hierarchical prior θ_s = g + d(domain of s) + u_s:
 *
 *     Cov(θ_s, θ_t) = τ²_g + τ²_d·[same domain] + τ²_s·[s = t]
 *
 * Dense, row major, `skillCount`². Its inverse has no positive entry off the diagonal (marginals of
 * a Gaussian tree with positive edges are MTP₂; Karlin & Rinott 1983), which is what makes good news
 * about one skill never bad news about another.
 */
export function priorCovariance(tree: SkillTree, variance: PriorVariance): Float64Array {
  const { skillCount, domainOf } = tree;
  const covariance = new Float64Array(skillCount * skillCount);
  for (let s = 0; s < skillCount; s += 1) {
    for (let t = 0; t < skillCount; t += 1) {
      let value = variance.global;
      if (domainOf[s] === domainOf[t]) value += variance.domain;
      if (s === t) value += variance.skill;
      covariance[s * skillCount + t] = value;
    }
  }
  return covariance;
}
