import fc from 'fast-check';
import type { Bank, BankItem } from '#lib/engine/bank/bank.ts';
import {
  type Attempt,
  type EarlierAnswer,
  type Question,
  currentQuestion,
} from '#lib/engine/quiz/attempt.ts';
import type { Choose } from '#lib/engine/quiz/next-question.ts';
import { variantOf } from '#lib/engine/quiz/show-question.ts';
import { type AttemptEvent, type NewAttempt, begin, step } from '#lib/engine/quiz/step.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { compute } from '#lib/engine/template/instantiate.ts';

/** How a made-up learner meets a question. */
export type Mood = 'right' | 'wrong' | 'dont-know';

export interface Choices {
  readonly domains?: readonly string[];
  readonly length?: number;
  readonly seed?: number;
  readonly avoid?: readonly string[];
  readonly earlier?: readonly EarlierAnswer[];
  readonly profile?: string | null;
  readonly feedback?: 'each' | 'end';
}

/** A diagnostic over the whole bank unless domains are named. */
export function newAttempt(bank: Bank, choices: Choices = {}): NewAttempt {
  const { domains, length = 15, seed = 7, avoid = [], earlier = [] } = choices;
  const { profile = null, feedback = 'end' } = choices;
  return {
    blueprint: {
      kind: domains?.length === 1 ? 'domain' : 'diagnostic',
      domains: [...(domains ?? bank.domains.map(({ id }) => id))],
      length,
      feedback,
    },
    seed,
    profile,
    avoid: [...avoid],
    earlier: [...earlier],
  };
}

/** A response worked out from the item itself rather than from the engine's own idea of the key. */
export function respond(question: Question, bank: Bank, mood: Mood): Response {
  const variant = variantOf(question, bank);
  if (!variant) throw new Error(`${question.itemId} cannot be shown`);
  const { item } = variant;
  if (mood === 'dont-know') return { kind: 'dont-know' };
  if (item.kind === 'multiple-response') {
    const others = Object.keys(item.options).filter((id) => !item.keys.includes(id));
    return {
      kind: item.kind,
      options: mood === 'right' ? item.keys.toSorted() : others.slice(0, 1),
    };
  }
  if (item.kind === 'single-choice') {
    const wanted = item.rubric.find(({ score }) => score === (mood === 'right' ? 1 : 0))?.when;
    if (!wanted || wanted === 'otherwise') throw new Error(`${item.id} names no such option`);
    return { kind: item.kind, option: wanted.option };
  }
  if (item.kind === 'matrix' || item.kind === 'expression')
    throw new Error(`${item.id} is of a kind the small bank lacks`);
  if (item.kind === 'ordering') {
    const order = Object.keys(item.entries);
    return { kind: item.kind, order: mood === 'right' ? order : order.toReversed() };
  }
  if (item.kind === 'matching') {
    const ids = Object.keys(item.pairs);
    const rights = mood === 'right' ? ids : [...ids.slice(1), ...ids.slice(0, 1)];
    return { kind: item.kind, pairs: ids.map((id, index) => [id, rights[index] ?? id]) };
  }
  if (item.kind === 'sql') {
    return {
      kind: item.kind,
      query: mood === 'right' ? item.key : 'SELECT 1',
      same: mood === 'right' ? ['key'] : [],
    };
  }
  const when = item.rubric[0]?.when;
  const key = when && when !== 'otherwise' && 'equals' in when && compute(variant, when.equals);
  if (!key || !key.ok || typeof key.value !== 'number') throw new Error(`${item.id} has no key`);
  const value = mood === 'right' ? key.value : -987_654.5;
  return { kind: item.kind, text: String(value), value };
}

export function answered(question: Question, response: Response): AttemptEvent {
  const answeredAt = new Date(Date.UTC(2026, 2, 1, 12, question.position)).toISOString();
  return {
    type: 'answered',
    position: question.position,
    response,
    certainty: ([null, 1, 2, 3] as const)[question.position % 4] ?? null,
    answeredAt,
  };
}

/** An attempt answered in these moods, one a question, until the moods or the questions run out. */
export function play(
  start: NewAttempt,
  bank: Bank,
  moods: readonly Mood[],
  choose?: Choose,
): Attempt {
  let attempt = begin(start, bank, choose);
  for (const mood of moods) {
    const question = currentQuestion(attempt);
    if (!question) break;
    attempt = stepped(attempt, answered(question, respond(question, bank, mood)), bank, choose);
  }
  return attempt;
}

/** The attempt after an event that fits. */
export function stepped(
  attempt: Attempt,
  event: AttemptEvent,
  bank: Bank,
  choose?: Choose,
): Attempt {
  const result = step(attempt, event, bank, choose);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function always(mood: Mood, times = 100): Mood[] {
  return Array.from({ length: times }, () => mood);
}

export const anyMoods = fc.array(fc.constantFrom<Mood>('right', 'wrong', 'dont-know'), {
  maxLength: 14,
});

export function anyStart(bank: Bank): fc.Arbitrary<NewAttempt> {
  const domains = bank.domains.map(({ id }) => id);
  return fc
    .record({
      domains: fc.subarray(domains, { minLength: 1 }),
      length: fc.integer({ min: 1, max: 14 }),
      seed: fc.nat(),
      avoid: fc.subarray([...bank.items.keys()]),
      profile: fc.constantFrom(null, 'scientist', 'left-the-bank'),
    })
    .map((choices) => newAttempt(bank, choices));
}

/** The bank after an item was withdrawn. */
export function without(bank: Bank, ...ids: readonly string[]): Bank {
  return { ...bank, items: new Map([...bank.items].filter(([id]) => !ids.includes(id))) };
}

/** The bank after an item changed its meaning. */
export function withNewVersion(bank: Bank, id: string): Bank {
  const renewed = ([each, entry]: [string, BankItem]): [string, BankItem] => [
    each,
    each === id ? { ...entry, item: { ...entry.item, version: entry.item.version + 1 } } : entry,
  ];
  return { ...bank, items: new Map([...bank.items].map(renewed)) };
}

/** The same value, in which nothing can be changed any more. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
