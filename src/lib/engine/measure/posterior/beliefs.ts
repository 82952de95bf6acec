import { type Evidence, type LogLikelihood, withAnswer } from './likelihood.ts';
import { type DomainMessage, type SkillMessage, domainMessage, skillMessage } from './messages.ts';
import type { Prior } from './prior.ts';
import { marginals } from './marginals.ts';
import type { TreeGaussian } from './tree-gaussian.ts';

/**
 * What is believed after some answers: the exact posterior on the grid, by sum–product on the tree
 * (Pearl 1988, Probabilistic Reasoning in Intelligent Systems, ch. 4). A value: `observe` makes a new one.
 *
 * Nothing is approximated but integrals by sums. So the laws are theorems: the prior is a product of
 * normal steps, totally positive of order 2 on any grid, and a likelihood that rises in one ability
 * shifts every ability up (Karlin & Rinott 1980, Journal of Multivariate Analysis 10, 467–498). A right
 * answer lowers no skill, a wrong one raises none, and the order of the answers is immaterial.
 */
export interface Beliefs {
  readonly prior: Prior;
  /** One a skill; null where nothing has been answered. */
  readonly logLikelihoods: readonly (LogLikelihood | null)[];
  readonly skills: readonly SkillMessage[];
  readonly domains: readonly DomainMessage[];
  /** The Gaussian with the same means, variances and covariances along the tree's edges. */
  readonly gaussian: TreeGaussian;
}

/** Beliefs from all the answers at once. O(skills + domains) messages. */
export function beliefs(
  prior: Prior,
  evidence: readonly Evidence[],
  earlier: readonly (LogLikelihood | null)[] = [],
): Beliefs {
  const logLikelihoods = Array.from(
    { length: prior.tree.skillCount },
    (_, skill) => earlier[skill] ?? null,
  );
  for (const answer of evidence) {
    logLikelihoods[answer.skill] = withAnswer(logLikelihoods[answer.skill] ?? null, answer);
  }
  const skills = logLikelihoods.map((each) =>
    each === null ? prior.untested : skillMessage(prior.toSkill, each),
  );
  const domains = prior.tree.skillsOf.map((own) =>
    domainMessage(
      prior.toDomain,
      own.map((skill) => skills[skill]!),
    ),
  );
  return { prior, logLikelihoods, skills, domains, gaussian: marginals(prior, skills, domains) };
}

/** Beliefs with one more answer: the messages on its path are made anew, the others kept. */
export function observe(before: Beliefs, answer: Evidence): Beliefs {
  const { prior } = before;
  const { skill } = answer;
  const domain = prior.tree.domainOf[skill]!;
  const loglikelihood = withAnswer(before.logLikelihoods[skill] ?? null, answer);
  const skills = before.skills.with(skill, skillMessage(prior.toSkill, loglikelihood));
  const domains = before.domains.with(
    domain,
    domainMessage(
      prior.toDomain,
      prior.tree.skillsOf[domain]!.map((each) => skills[each]!),
    ),
  );
  return {
    prior,
    logLikelihoods: before.logLikelihoods.with(skill, loglikelihood),
    skills,
    domains,
    gaussian: marginals(prior, skills, domains),
  };
}
