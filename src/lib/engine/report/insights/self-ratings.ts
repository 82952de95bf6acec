import type { PlanStep } from '#lib/engine/roadmap/plan.ts';
import { percent, tellLevel } from '../summary.ts';
import type { DomainView, SelfRatingView, SkillView } from '../view-model.ts';

/**
 * How a learner rated themselves against what was measured, and where that parts from the plan: what
 * they would have skipped and the plan keeps, what they would have studied and the plan skips. Skills
 * of which nothing is known are left out: there is nothing to hold against the rating.
 */
export function viewSelfRatings(
  domains: readonly DomainView[],
  skills: readonly SkillView[],
  steps: readonly PlanStep[],
): SelfRatingView[] {
  const targets = new Map(skills.map(({ id, target }) => [id, target]));
  return domains.flatMap((domain) => {
    const rating = domain.selfRating;
    if (rating === null) return [];
    const ownSteps = steps.filter((step) => step.domain === domain.id);
    const meets = ({ id }: PlanStep) => rating >= (targets.get(id) ?? Infinity);
    const kept = ownSteps.filter(
      (step) => (step.action === 'learn' || step.action === 'refresh') && meets(step),
    );
    const skipped = ownSteps.filter((step) => step.action === 'skip' && !meets(step));
    const verdict = judge(rating, domain);
    return [
      {
        domain: domain.id,
        title: domain.title,
        rating,
        level: domain.level,
        verdict,
        kept: kept.map(short),
        skipped: skipped.map(short),
        sentence: tell(rating, domain, verdict),
      },
    ];
  });
}

function judge(rating: number, { level, standing }: DomainView): SelfRatingView['verdict'] {
  if (standing === 'unknown') return 'unknown';
  if (rating > level.high) return 'above';
  return rating < level.low ? 'below' : 'within';
}

function tell(rating: number, domain: DomainView, verdict: SelfRatingView['verdict']): string {
  const own = `you rated yourself at ${percent(rating)}`;
  switch (verdict) {
    case 'unknown':
      return `You rated yourself at ${percent(rating)}; too little is known to compare.`;
    case 'above':
      return `Higher than measured: ${own}, measured is ${tellLevel(domain)}.`;
    case 'below':
      return `Lower than measured: ${own}, measured is ${tellLevel(domain)}.`;
    case 'within':
      return `In keeping with what was measured: ${own}, measured is ${tellLevel(domain)}.`;
  }
}

function short({ id, title, action }: PlanStep) {
  return { id, title, action };
}
