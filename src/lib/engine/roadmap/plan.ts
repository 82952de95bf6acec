import type { Resource } from '#lib/engine/bank/roadmap-schema.ts';

/**
 * What to do about a step:
 * skip (the target is met, and how surely), refresh (close to it), learn (far from it),
 * or measure first (nothing is known of it yet).
 */
export type Action = 'skip' | 'refresh' | 'learn' | 'unmeasured';

export interface PlanStep {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Null for a line of the roadmap that the bank does not measure. */
  readonly domain: string | null;
  readonly action: Action;
  /** One sentence: why this action. */
  readonly why: string;
  /** P(the target is met), in [0, 1]; null where it is not measured. */
  readonly chanceMet: number | null;
  /** P(skipping is wrong) = 1 − P(the target is met), where it is skipped; else null. */
  readonly chanceWrong: number | null;
  /** Fewest and most hours still to go; [0, 0] for skip. */
  readonly hours: readonly [number, number];
  readonly prerequisites: readonly string[];
  readonly resources: readonly Resource[];
}

export interface PlanPhase {
  readonly id: number;
  readonly title: string;
  readonly about: string;
  /** First and last month of the roadmap; null: open. */
  readonly months: readonly [number, number | null];
  /** In an order that respects prerequisites. */
  readonly steps: readonly PlanStep[];
  /** Hours still to go, measured steps only, and those of lines the bank does not measure. */
  readonly hours: readonly [number, number];
  readonly unmeasuredHours: readonly [number, number];
}

export interface Plan {
  readonly phases: readonly PlanPhase[];
  /** What an engineer brings along, credited rather than asked. */
  readonly credits: readonly { readonly title: string; readonly why: string }[];
  /** Fewest and most months that the roadmap reckons with, for comparison. */
  readonly usualMonths: readonly [number, number];
  readonly hours: readonly [number, number];
  readonly unmeasuredHours: readonly [number, number];
}
