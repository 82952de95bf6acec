import { type Sample, deviationOf } from '#lib/engine/kernel/sample.ts';
import { type Level, levelOf } from '#lib/engine/measure/levels/level.ts';
import type { Standing } from '#lib/engine/measure/levels/standing.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { questionsToDecide, questionsToReach } from '#lib/engine/measure/stopping.ts';

/** What a skill's focus is judged by. */
export interface FocusSkill {
  readonly id: string;
  readonly title: string;
  readonly domain: string;
  /** Its number in the measurement. */
  readonly number: number;
  readonly standing: Standing;
  readonly target: number;
  /** From nothing to the target, fewest and most. */
  readonly hours: readonly [number, number];
  /** Percent. */
  readonly levels: Sample;
}

/** The skill whose uncertainty moves the plan most, and what would settle it. */
export interface Focus {
  readonly skill: string;
  readonly title: string;
  readonly domain: string;
  readonly standing: Standing;
  /** Standard deviation of its hours, from not knowing its level. */
  readonly hoursApart: number;
  /** Half the width of its 90 % interval, points. */
  readonly margin: number;
  /**
   * Questions on it that would show whether its target is met (95 %), or else narrow its level to
   * ± so many points; null where a dozen would do neither.
   */
  readonly settle:
    | { readonly to: 'decide'; readonly questions: number }
    | { readonly to: 'narrow'; readonly questions: number; readonly margin: number }
    | null;
}

/** What one quiz on a domain could give to one skill, at most. */
const MOST_QUESTIONS = 12;
/** Narrower is worth offering when it is at most this share of what it was. */
const NARROWER = 2 / 3;
/** Less than half an hour either way is no matter. */
const LEAST_HOURS = 0.5;

/**
 * The least certain skill that matters most: the one whose hours, at the middle of their range, spread
 * widest over the posterior of its level. That spread is what knowing the level would be worth to the
 * plan. Null where none moves it by half an hour.
 */
export function focusOf(skills: readonly FocusSkill[], abilities: TreeGaussian): Focus | null {
  const spreads = skills.map((skill) => {
    const [fewest, most] = skill.hours;
    const shares = skill.levels.map((level) => Math.max(0, skill.target - level) / skill.target);
    return { skill, hoursApart: ((fewest + most) / 2) * deviationOf(shares) };
  });
  const [widest] = spreads.toSorted((a, b) => b.hoursApart - a.hoursApart);
  if (!widest || widest.hoursApart < LEAST_HOURS) return null;
  const { skill, hoursApart } = widest;
  const { id, title, domain, standing, number, target } = skill;
  const margin = marginOf(levelOf(abilities, [number]));
  return {
    skill: id,
    title,
    domain,
    standing,
    hoursApart,
    margin,
    settle: settling(abilities, number, target, margin),
  };
}

function settling(
  abilities: TreeGaussian,
  number: number,
  target: number,
  margin: number,
): Focus['settle'] {
  const limit = MOST_QUESTIONS;
  const toDecide = questionsToDecide(abilities, [number], [target], { limit });
  if (toDecide !== null && toDecide > 0) return { to: 'decide', questions: toDecide };
  const narrower = Math.round(NARROWER * margin);
  const toNarrow = questionsToReach(abilities, [number], narrower, { limit });
  return toNarrow === null ? null : { to: 'narrow', questions: toNarrow, margin: narrower };
}

function marginOf({ low, high }: Level): number {
  return (high - low) / 2;
}
