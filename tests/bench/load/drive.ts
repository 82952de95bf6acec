import type { Bank } from '#lib/engine/bank/bank.ts';
import { randomFrom } from '#lib/engine/kernel/random.ts';
import {
  type HttpLearner,
  type Reply,
  httpLearner,
  openClient,
  questionIn,
  rightTexts,
  variantIn,
} from '../../support/http-learner.ts';

/** What a learner asks for, each timed by itself. */
export const steps = ['begin', 'question', 'answer', 'report'] as const;
export type Step = (typeof steps)[number];

export interface Driven {
  /** Milliseconds of each request, in order of its end. */
  readonly times: Readonly<Record<Step, number[]>>;
  /** Answers that were acknowledged. */
  answers: number;
  readonly errors: string[];
}

/**
 * Learners who take one attempt after the other without a pause for thought, each with a cookie of their own,
 * half of their answers right; a new learner after every attempt, as a day at an open app brings them.
 */
export async function drive(
  origin: string,
  bank: Bank,
  {
    learners,
    seconds,
    seed,
  }: { readonly learners: number; readonly seconds: number; readonly seed: number },
): Promise<Driven> {
  const driven: Driven = {
    times: { begin: [], question: [], answer: [], report: [] },
    answers: 0,
    errors: [],
  };
  const { client, close } = openClient(origin, { sockets: learners });
  const until = performance.now() + 1000 * seconds;
  const isOver = () => performance.now() >= until;
  const keep = (step: Step, reply: Reply, wanted: number): boolean => {
    driven.times[step].push(reply.ms);
    if (reply.status === wanted) return true;
    driven.errors.push(`${step}: status ${reply.status}`);
    return false;
  };
  const live = async (index: number) => {
    const random = randomFrom('load', seed, index);
    while (!isOver()) {
      try {
        await takeAttempt(httpLearner(origin, client), () => random.unit());
      } catch (error) {
        driven.errors.push(error instanceof Error ? error.message : 'no answer');
      }
    }
  };
  const takeAttempt = async (learner: HttpLearner, unit: () => number) => {
    const began = performance.now();
    const path = await learner.begin({ kind: 'diagnostic', length: 'short' });
    driven.times.begin.push(performance.now() - began);
    while (!isOver()) {
      const page = await learner.get(path);
      if (page.status === 303) {
        keep('report', await learner.get(`${path}/report`), 200);
        return;
      }
      if (!keep('question', page, 200)) return;
      const question = questionIn(page.text);
      if (!question) throw new Error('a page without a question');
      const texts = unit() < 0.5 ? rightTexts(variantIn(bank, question)) : null;
      if (!keep('answer', await learner.answer(path, question, texts), 303)) return;
      driven.answers += 1;
    }
  };
  await Promise.all(Array.from({ length: learners }, (_, index) => live(index)));
  close();
  return driven;
}

/** One page again and again, by as many at once. */
export async function hammer(
  origin: string,
  path: string,
  { learners, seconds }: { readonly learners: number; readonly seconds: number },
): Promise<number[]> {
  const { client, close } = openClient(origin, { sockets: learners });
  const until = performance.now() + 1000 * seconds;
  const times: number[] = [];
  const ask = async () => {
    while (performance.now() < until) {
      const { status, ms } = await client({ path, headers: { accept: 'text/html' } });
      if (status !== 200) throw new Error(`${path} gave ${status}`);
      times.push(ms);
    }
  };
  await Promise.all(Array.from({ length: learners }, ask));
  close();
  return times;
}

/** Milliseconds to a hundredth; null where nothing was timed. */
export function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    return value === undefined ? null : Math.round(100 * value) / 100;
  };
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
