/** Which skill belongs to which domain; skills and domains are numbered from 0. */
export interface SkillTree {
  readonly skillCount: number;
  readonly domainCount: number;
  /** Skill → domain, length `skillCount`. */
  readonly domainOf: readonly number[];
  /** Domain → its skills, ascending. */
  readonly skillsOf: readonly (readonly number[])[];
}

/** Variances of the three levels of the tree, logits squared; each 0 or at least LEAST_VARIANCE. */
export interface PriorVariance {
  /** τ²_g: shared by every skill. */
  readonly global: number;
  /** τ²_d: shared by the skills of one domain. */
  readonly domain: number;
  /** τ²_s: a skill's own. */
  readonly skill: number;
}

/** A tree from the domain of each skill. */
export function skillTree(domainOf: readonly number[]): SkillTree {
  const skillsOf: number[][] = [];
  domainOf.forEach((domain, skill) => {
    if (!Number.isInteger(domain) || domain < 0) throw new RangeError(`not a domain: ${domain}`);
    while (skillsOf.length <= domain) skillsOf.push([]);
    skillsOf[domain]!.push(skill);
  });
  return { skillCount: domainOf.length, domainCount: skillsOf.length, domainOf, skillsOf };
}
