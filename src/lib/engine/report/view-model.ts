import type { Change } from '#lib/engine/measure/levels/change.ts';
import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { Standing } from '#lib/engine/measure/levels/standing.ts';
import type { Certainty } from '#lib/engine/quiz/question-view.ts';
import type { Focus } from '#lib/engine/roadmap/focus.ts';
import type { Gap } from '#lib/engine/roadmap/gap.ts';
import type { Counting } from '#lib/engine/roadmap/pace.ts';
import type { Plan, PlanStep } from '#lib/engine/roadmap/plan.ts';
import type { Schedule } from '#lib/engine/roadmap/schedule.ts';

/** A stretch of the level scale with a name. */
export interface BandView {
  readonly title: string;
  /** Markdown: what one can do there. */
  readonly can: string;
}

/** An independent verdict: earlier answers against this attempt's, no item in both. */
export interface DomainChange extends Change {
  /** The level as it was after the last answer before this attempt. */
  readonly before: Level;
  /** All of it in a sentence. */
  readonly sentence: string;
}

export interface DomainView {
  readonly id: string;
  readonly title: string;
  /** For axis labels. */
  readonly short: string;
  readonly answered: number;
  /** Percent; null where the learner did not rate themselves. */
  readonly selfRating: number | null;
  /** Percent: expected, and the ends of the 90 % interval. */
  readonly level: Level;
  readonly band: BandView;
  /** Percent: what the profile asks. */
  readonly target: number;
  /** P(the target is met), in [0, 1]. */
  readonly chanceMet: number;
  readonly standing: Standing;
  /** The level after the last answer before this attempt; null where it was not asked about before. */
  readonly earlier: Level | null;
  /** What this attempt says of it by itself; null where nothing earlier counts, so that `level` is that. */
  readonly alone: Level | null;
  /** Whether it has changed since the answers given before; null where there are none to compare. */
  readonly change: DomainChange | null;
  /** What would narrow a wide interval: one quiz of so many questions on it, to ± so many points; null where it is narrow. */
  readonly narrower: { readonly questions: number; readonly margin: number } | null;
}

export interface SkillView {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly domain: string;
  readonly phase: number;
  readonly answered: number;
  readonly standing: Standing;
  readonly level: Level;
  readonly target: number;
  readonly chanceMet: number;
}

/** A step of the plan, as other parts of the report point to it. */
export type StepLink = Pick<PlanStep, 'id' | 'title' | 'action'>;

/** How often a misconception showed on a day, of the answers that could have shown it. */
export interface MisconceptionDay {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly seen: number;
  readonly chances: number;
}

export interface MisconceptionView {
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly remedy: string;
  /** Answers that showed it, of those that could have. */
  readonly seen: number;
  readonly chances: number;
  /** Positions of the answers that showed it. */
  readonly positions: readonly number[];
  /** What the plan holds for the skills it showed in. */
  readonly steps: readonly StepLink[];
  /** The days before this attempt on which it could have shown, oldest first. */
  readonly before: readonly MisconceptionDay[];
}

/** Ends of a range of shares, in [0, 1]. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** Whether certainty fits correctness. */
export type CertaintyVerdict = 'over-confident' | 'under-confident' | 'fitting' | 'too-few';

/** How often answers were right against how often the words of certainty say they are. */
export interface Certainties {
  readonly answered: number;
  /** Sum of scores. */
  readonly right: number;
  /** The 90 % interval of the share right; null without answers. */
  readonly interval: ShareInterval | null;
  /** The share that the words promise. */
  readonly promised: ShareInterval;
  readonly verdict: CertaintyVerdict;
}

/** Answers given with one certainty. */
export interface CertaintyView extends Certainties {
  readonly certainty: Certainty;
}

/** All answers that came with a certainty. */
export interface CalibrationView extends Certainties {
  /** Fewest answers for a verdict: with one word, and in all. */
  readonly rule: { readonly withAWord: number; readonly inAll: number };
  /** The verdict in words. */
  readonly sentence: string;
}

/** A learner's rating of themselves in a domain against its measured level. */
export interface SelfRatingView {
  readonly domain: string;
  readonly title: string;
  /** Percent. */
  readonly rating: number;
  readonly level: Level;
  /** The rating lies above, below or within the 90 % interval; unknown where nothing was measured. */
  readonly verdict: 'above' | 'below' | 'within' | 'unknown';
  /** Steps to study though the rating meets their target, and steps to skip though it does not. */
  readonly kept: readonly StepLink[];
  readonly skipped: readonly StepLink[];
  readonly sentence: string;
}

export interface AnswerView {
  readonly position: number;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly seed: number;
  readonly domain: string;
  readonly skill: string;
  readonly skillTitle: string;
  readonly kind: string;
  readonly difficulty: number;
  /** Markdown, as it was asked. */
  readonly stem: string;
  /** Options as shown; empty for a constructed answer. */
  readonly options: readonly {
    readonly text: string;
    readonly chosen: boolean;
    readonly isKey: boolean;
  }[];
  /** What was answered and what was right, as Markdown. */
  readonly response: string;
  readonly key: string;
  /** What was answered, as Markdown wherever it is read: for letters and the like. */
  readonly plainResponse: string;
  readonly dontKnow: boolean;
  /** In [0, 1]. */
  readonly score: number;
  readonly certainty: Certainty | null;
  /** Markdown or null. */
  readonly feedback: string | null;
  /** Markdown. */
  readonly explanation: string;
  readonly misconception: string | null;
  readonly answeredAt: string;
}

export interface FocusView extends Focus {
  readonly domainTitle: string;
  /** All of it in words. */
  readonly sentence: string;
}

/** Everything a report says, in one place: the page and every export read this and nothing else. */
export interface ReportView {
  readonly attemptId: string;
  readonly kind: 'diagnostic' | 'domain';
  /** "Diagnostic over five domains" or the domain's title. */
  readonly title: string;
  readonly profile: { readonly id: string; readonly title: string };
  readonly bankVersion: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Why it ended, in a sentence. */
  readonly ended: string;
  readonly answered: number;
  readonly length: number;
  /** Answers to questions that have left the bank since; they are kept but count for nothing. */
  readonly withdrawn: number;
  /** The result in a few plain sentences. */
  readonly summary: readonly string[];
  readonly domains: readonly DomainView[];
  readonly skills: readonly SkillView[];
  readonly misconceptions: readonly MisconceptionView[];
  /** Misconceptions that showed before this attempt and not in it. */
  readonly pastMisconceptions: readonly MisconceptionView[];
  readonly certainties: readonly CertaintyView[];
  readonly calibration: CalibrationView;
  /** Of the domains the learner rated. */
  readonly selfRatings: readonly SelfRatingView[];
  /** Answers to questions met before and to new ones; null where nothing was answered before. */
  readonly retake: { readonly fresh: number; readonly again: number } | null;
  readonly plan: Plan;
  /** Level against target of every phase with skills, and of the asked domains. */
  readonly gaps: { readonly phases: readonly Gap[]; readonly domains: readonly Gap[] };
  /** The least certain skill that matters most to the plan; null where none moves it. */
  readonly focus: FocusView | null;
  /** The plan on the calendar, at the pace the learner chose. */
  readonly schedule: Schedule;
  /** When it ends and how that compares with the usual, in sentences; the ways of counting by name. */
  readonly told: {
    readonly finish: string;
    readonly usual: string;
    readonly counting: Readonly<Record<Counting, string>>;
  };
  readonly answers: readonly AnswerView[];
}

/** An answer as others may see it: without when it was given and what would ask the same question again. */
export type SharedAnswer = Omit<
  AnswerView,
  'itemId' | 'itemVersion' | 'seed' | 'answeredAt' | 'plainResponse'
>;

/** A report as others may see it, without whose it is; the answers only where the learner chose so. */
export type SharedReport = Omit<ReportView, 'attemptId' | 'answers'> & {
  readonly answers: readonly SharedAnswer[] | null;
};
