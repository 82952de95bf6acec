import type { Level } from '#lib/engine/measure/levels/level.ts';
import type { PlanPhase, PlanStep } from '#lib/engine/roadmap/plan.ts';
import type { DomainView, SkillView } from './view-model.ts';

/** An attempt that waits to be gone on with. */
export interface OpenAttempt {
  readonly id: string;
  readonly title: string;
  readonly answered: number;
  readonly length: number;
}

/** A finished attempt in a list. */
export interface PastAttempt {
  readonly id: string;
  readonly title: string;
  readonly kind: 'diagnostic' | 'domain';
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly answered: number;
  /** The level in each domain it asked about. */
  readonly levels: readonly { readonly domain: string; readonly level: Level }[];
}

/** What the bank holds, for those who have not begun. */
export interface DomainCard {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly about: string;
  readonly skills: readonly string[];
  readonly items: number;
}

export interface HomeView {
  readonly domains: readonly DomainCard[];
  readonly open: readonly OpenAttempt[];
  /** The newest finished diagnostic, and what it says to do next; null before the first. */
  readonly latest: {
    readonly id: string;
    readonly finishedAt: string;
    readonly domains: readonly DomainView[];
    readonly phases: readonly PlanPhase[];
    /** The first steps of the plan that are not skipped. */
    readonly next: readonly PlanStep[];
  } | null;
}

export interface StartView {
  readonly domains: readonly DomainCard[];
  readonly profiles: readonly {
    readonly id: string;
    readonly title: string;
    readonly about: string;
  }[];
  /** Names for stretches of the self-rating slider, lowest first. */
  readonly bands: readonly {
    readonly from: number;
    readonly title: string;
    readonly can: string;
  }[];
  /** Questions and minutes by kind and name of length. */
  readonly lengths: Readonly<
    Record<
      'diagnostic' | 'domain',
      readonly {
        readonly name: 'short' | 'standard' | 'thorough';
        readonly questions: number;
        readonly minutes: number;
      }[]
    >
  >;
  /** The domain asked for in the address, if any. */
  readonly chosen: string | null;
}

export interface DomainPageView {
  readonly card: DomainCard;
  /** From the newest attempt that asked about it; null before the first. */
  readonly latest: {
    readonly attemptId: string;
    readonly finishedAt: string;
    readonly domain: DomainView;
    readonly skills: readonly SkillView[];
  } | null;
  /** Oldest first. */
  readonly history: readonly PastAttempt[];
}

export interface ProgressView {
  readonly domains: readonly DomainCard[];
  readonly open: readonly OpenAttempt[];
  /** Oldest first. */
  readonly history: readonly PastAttempt[];
}

/** A link that shows a report to whoever has it. Its address is known only when it is made. */
export interface ShareLink {
  readonly id: string;
  readonly attemptId: string;
  /** Of the attempt. */
  readonly title: string;
  readonly withAnswers: boolean;
  /** The last four characters of its address. */
  readonly tail: string;
  /** ISO 8601, UTC; it expires never where null. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly hasExpired: boolean;
}

/** What is kept of a learner. */
export interface OwnDataView {
  /** Newest first. */
  readonly attempts: readonly {
    readonly id: string;
    readonly title: string;
    /** ISO 8601, UTC. */
    readonly startedAt: string;
    readonly answers: number;
    readonly isFinished: boolean;
  }[];
  /** In all of them. */
  readonly answers: number;
  /** Browsers signed in to it. */
  readonly browsers: number;
  readonly links: readonly ShareLink[];
}
