import type { Change } from '#lib/engine/measure/levels/change.ts';
import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import type { Plan } from '#lib/engine/roadmap/plan.ts';
import type { DomainView } from './view-model.ts';

/** Why the attempt ended, in a sentence. */
export function tellEnd({ finished, answers, blueprint }: Attempt): string {
  switch (finished) {
    case null:
      return 'It is still open: this is what the answers so far say.';
    case 'length':
      return `It ended after the ${blueprint.length} questions you chose.`;
    case 'precision':
      return `It ended early, after ${answers.length} questions: every level was known well enough.`;
    case 'decision':
      return `It ended early, after ${answers.length} questions: for every skill it was clear whether you meet the target.`;
    case 'exhausted':
      return `It ended after ${answers.length} questions: the bank had no more to ask.`;
    case 'expired':
      return `It was left for too long and closed after ${answers.length} of ${blueprint.length} questions.`;
    case 'learner':
      return `You ended it after ${answers.length} of ${blueprint.length} questions.`;
  }
}

/** The result in a few plain sentences; `finish` says when the plan ends. */
export function summarise(
  domains: readonly DomainView[],
  plan: Plan,
  finish: string,
  answered: number,
): string[] {
  if (answered === 0) {
    return ['Nothing was answered, so nothing is known: every level below is the starting guess.'];
  }
  const byLevel = domains.toSorted((a, b) => b.level.expected - a.level.expected);
  const [strongest] = byLevel;
  const furthest = domains.toSorted((a, b) => gap(b) - gap(a))[0];
  const sentences: string[] = [];
  if (strongest && furthest && domains.length > 1) {
    sentences.push(`Your strongest domain is ${strongest.title}: ${tellLevel(strongest)}.`);
    sentences.push(
      gap(furthest) > 0
        ? `The largest gap is in ${furthest.title}: ${tellLevel(furthest)} against a target of ${percent(furthest.target)}.`
        : 'In every domain your level is at or above the target.',
    );
  } else if (strongest) {
    sentences.push(
      `Your level is ${tellLevel(strongest)} against a target of ${percent(strongest.target)}; ` +
        `the chance that you meet the target is ${percent(100 * strongest.chanceMet)}.`,
    );
  }
  const steps = plan.phases.flatMap((phase) => phase.steps).filter((step) => step.domain !== null);
  const count = (action: string) => steps.filter((step) => step.action === action).length;
  sentences.push(
    `Of ${steps.length} measured skills on the roadmap you can skip ${count('skip')}, ` +
      `refresh ${count('refresh')} and learn ${count('learn')}; ${count('unmeasured')} are not known yet.`,
  );
  sentences.push(finish);
  return sentences;
}

/** Whether a domain has changed, in a sentence. */
export function tellChange({ verdict, chanceHigher }: Change, before: Level, alone: Level): string {
  const was = `it was ${tellLevel({ level: before })}, and by itself this attempt says ${tellLevel({ level: alone })}`;
  switch (verdict) {
    case 'improved':
      return `Better than before with ${likely(chanceHigher)} probability: ${was}.`;
    case 'declined':
      return `Worse than before with ${likely(1 - chanceHigher)} probability: ${was}.`;
    case 'unchanged':
      return `No reliable change: ${was}. The chance that you are better now is ${likely(chanceHigher)}.`;
  }
}

/** A probability in percent; never 100, which answers cannot show. */
function likely(probability: number): string {
  return percent(Math.min(99, 100 * probability));
}

/** "62 % (51–72)" */
export function tellLevel({ level }: Pick<DomainView, 'level'>): string {
  return `${percent(level.expected)} (${Math.round(level.low)}–${Math.round(level.high)})`;
}

export function percent(value: number): string {
  return `${Math.round(value)} %`;
}

function gap({ target, level }: DomainView): number {
  return target - level.expected;
}
