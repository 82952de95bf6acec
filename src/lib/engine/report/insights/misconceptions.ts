import type { Bank } from '#lib/engine/bank/bank.ts';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import { type ReviewedAnswer, reviewEarlier } from '#lib/engine/quiz/review.ts';
import { addDays } from '#lib/engine/roadmap/calendar.ts';
import type { PlanStep } from '#lib/engine/roadmap/plan.ts';
import type { MisconceptionDay, MisconceptionView } from '../view-model.ts';

interface Dated extends Pick<ReviewedAnswer, 'judgement' | 'skill' | 'misconceptions'> {
  /** YYYY-MM-DD */
  readonly on: string;
}

/**
 * Misconceptions that ever showed: in this attempt, most often first, and before it only. Each with the
 * chances it had, and with what the plan holds for the skills it showed in.
 */
export function viewMisconceptions(
  attempt: Attempt,
  startedAt: string,
  reviewed: readonly ReviewedAnswer[],
  steps: readonly PlanStep[],
  bank: Bank,
): {
  readonly misconceptions: MisconceptionView[];
  readonly pastMisconceptions: MisconceptionView[];
} {
  const earlier = reviewEarlier(attempt, bank).map(({ daysBefore, ...answer }): Dated => ({
    ...answer,
    on: addDays(startedAt, -daysBefore),
  }));
  const all = [...bank.misconceptions.values()].map(({ id, title, remedy }): MisconceptionView => {
    const shown = reviewed.filter(({ judgement }) => judgement.misconception === id);
    const before = daysOf(id, earlier);
    const skills = new Set(
      [...shown, ...earlier.filter(({ judgement }) => judgement.misconception === id)].map(
        ({ skill }) => skill,
      ),
    );
    return {
      id,
      title,
      remedy,
      seen: shown.length,
      chances: reviewed.filter(({ misconceptions }) => misconceptions.includes(id)).length,
      positions: shown.map(({ question }) => question.position),
      steps: steps
        .filter((step) => skills.has(step.id))
        .map((step) => ({ id: step.id, title: step.title, action: step.action })),
      before,
    };
  });
  return {
    misconceptions: all.filter(({ seen }) => seen > 0).toSorted((a, b) => b.seen - a.seen),
    pastMisconceptions: all.filter(
      ({ seen, before }) => seen === 0 && before.some((day) => day.seen > 0),
    ),
  };
}

/** Days, oldest first, on which it could have shown. */
function daysOf(id: string, earlier: readonly Dated[]): MisconceptionDay[] {
  const days = new Map<string, MisconceptionDay>();
  for (const { on, misconceptions, judgement } of earlier) {
    if (!misconceptions.includes(id)) continue;
    const { seen, chances } = days.get(on) ?? { seen: 0, chances: 0 };
    const shows = judgement.misconception === id ? 1 : 0;
    days.set(on, { on, seen: seen + shows, chances: chances + 1 });
  }
  return [...days.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
