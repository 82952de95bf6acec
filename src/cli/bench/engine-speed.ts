import { randomFrom } from '#lib/engine/kernel/random.ts';
import { type Beliefs, beliefs, observe } from '#lib/engine/measure/posterior/beliefs.ts';
import type { Evidence } from '#lib/engine/measure/posterior/likelihood.ts';
import { priorOf } from '#lib/engine/measure/posterior/prior.ts';
import type { TreeGaussian } from '#lib/engine/measure/posterior/tree-gaussian.ts';
import { itemPool } from '#lib/engine/measure/selection/item-pool.ts';
import { openItems } from '#lib/engine/measure/selection/open-items.ts';
import { varianceReduction } from '#lib/engine/measure/selection/rules.ts';
import { bareScan } from '#lib/engine/measure/simulation/bare-scan.ts';
import { objectivesOf } from '#lib/engine/measure/simulation/fixed-length-examination.ts';
import { drawAbilities, drawCategory } from '#lib/engine/measure/simulation/learners.ts';
import { syntheticItems } from '#lib/engine/measure/simulation/synthetic-bank.ts';
import { median, microseconds } from './stopwatch.ts';

/** Medians over attempts of what one answer costs. */
export interface EngineSpeed {
  readonly items: number;
  readonly skills: number;
  readonly domains: number;
  /** Closing what was met and choosing the next item: nanoseconds for each item of the bank. */
  readonly selectionNanosecondsPerItem: number;
  /** The same over the time of a bare scan of all items. */
  readonly selectionOverScan: number;
  /** Microseconds an answer: choosing an item; believing its answer; both, in an attempt. */
  readonly selectionMicroseconds: number;
  readonly posteriorMicroseconds: number;
  readonly totalMicroseconds: number;
}

const QUESTIONS = 25;
const SKILLS_PER_DOMAIN = 9;
const VARIANCE = { global: 0.45, domain: 0.3, skill: 0.25 };
/** Attempts before the first that counts. */
const WARM_UP = 20;

interface Step {
  readonly gaussian: TreeGaussian;
  /** Places of the items met before. */
  readonly met: readonly number[];
  readonly answer: Evidence;
}

/** Simulated attempts at a made-up bank of these sizes, half of its items single choice. */
export function engineSpeed(items: number, skills: number, attempts: number): EngineSpeed {
  const domains = Math.max(1, Math.round(skills / SKILLS_PER_DOMAIN));
  const bank = syntheticItems({ domains, skills, items, kind: 'mixed', seed: 1 });
  const pool = itemPool(bank.tree, bank.items);
  const fresh = beliefs(priorOf(bank.tree, VARIANCE), []);
  const objectives = objectivesOf(bank.tree, 'domains');
  const asked = bank.tree.skillsOf.map((_, domain) => domain);
  const ranks = new Uint8Array(items).fill(1);
  const random = randomFrom('bench', items, skills);

  const choose = (gaussian: TreeGaussian, met: readonly number[]) =>
    varianceReduction(pool, openItems(pool, ranks, asked, met), { gaussian, objectives, random });

  /** An attempt with all that led to it. */
  const play = (): Step[] => {
    const truth = drawAbilities(bank.tree, VARIANCE, 'prior', random.integer(0, 1e9));
    const steps: Step[] = [];
    const met: number[] = [];
    let now = fresh;
    while (steps.length < QUESTIONS) {
      const place = choose(now.gaussian, met);
      const item = pool.items[place];
      if (!item) break;
      const { skill, parameters } = item;
      const category = drawCategory(parameters, truth[skill] ?? 0, 0, random);
      const answer = { skill, parameters, category };
      steps.push({ gaussian: now.gaussian, met: [...met], answer });
      met.push(place);
      now = observe(now, answer);
    }
    return steps;
  };

  const select = (steps: readonly Step[]) => {
    for (const { gaussian, met } of steps) choose(gaussian, met);
  };
  const scan = (steps: readonly Step[]) => {
    for (const { gaussian } of steps) bareScan(pool, gaussian.mean[0] ?? 0);
  };
  const believe = (steps: readonly Step[]) => {
    steps.reduce((now: Beliefs, { answer }) => observe(now, answer), fresh);
  };
  /** The same attempt once more, choosing and believing in turn. */
  const attempt = (steps: readonly Step[]) => {
    const met: number[] = [];
    let now = fresh;
    for (const { answer } of steps) {
      met.push(choose(now.gaussian, met));
      now = observe(now, answer);
    }
  };

  const times = Array.from({ length: WARM_UP + attempts }, () => {
    const steps = play();
    const each = (work: (steps: readonly Step[]) => void) =>
      microseconds(() => {
        work(steps);
      }) / steps.length;
    return {
      select: each(select),
      scan: each(scan),
      believe: each(believe),
      attempt: each(attempt),
    };
  }).slice(WARM_UP);
  const middle = (of: (time: (typeof times)[number]) => number) => median(times.map(of));
  const selection = middle(({ select }) => select);
  return {
    items,
    skills,
    domains,
    selectionNanosecondsPerItem: (1000 * selection) / items,
    selectionOverScan: selection / middle(({ scan }) => scan),
    selectionMicroseconds: selection,
    posteriorMicroseconds: middle(({ believe }) => believe),
    totalMicroseconds: middle(({ attempt }) => attempt),
  };
}
