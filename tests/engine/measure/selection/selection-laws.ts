import { expect } from 'vitest';
import { type Law, law } from '../laws.ts';
import { type Choice, type Exam, anyExam, choicesOf } from './exams.ts';

/** Items that may be asked, told without the engine: of asked domains, of families not yet met. */
function openIn({ items, domainOf, asked }: Exam, met: readonly number[]): number[] {
  return items.flatMap(({ skill, family }, i) => {
    const closed = met.some((other) => items[other]!.family === family);
    return asked.includes(domainOf[skill]!) && !closed ? [i] : [];
  });
}

/** Domains that have had a question and a half less than their even share. */
function laggingIn({ items, domainOf, asked }: Exam, met: readonly number[]): number[] {
  return asked.filter((domain) => {
    const own = met.filter((i) => domainOf[items[i]!.skill] === domain).length;
    return own <= met.length / asked.length - 1.5;
  });
}

/** What a choice was made among once lagging domains have had their turn. */
function inTurn(exam: Exam, { met }: Choice): number[] {
  const open = openIn(exam, met);
  const lagging = laggingIn(exam, met);
  const first = open.filter((i) => lagging.includes(exam.domainOf[exam.items[i]!.skill]!));
  return first.length > 0 ? first : open;
}

const bytesOf = (numbers: Uint8Array | Int32Array | Float32Array | Float64Array) =>
  Buffer.from(numbers.slice().buffer);

const asking = (choice: Choice) => choice.item !== -1;

/** What every rule keeps to. */
export const selectionLaws = {
  'asks no family twice': law(anyExam, (engine, exam) => {
    const families = choicesOf(engine, exam)
      .filter(asking)
      .map(({ item }) => exam.items[item]?.family);
    expect(new Set(families).size).toBe(families.length);
  }),

  'asks about nothing but the asked domains': law(anyExam, (engine, exam) => {
    for (const { item } of choicesOf(engine, exam).filter(asking)) {
      expect(exam.asked).toContain(exam.domainOf[exam.items[item]?.skill ?? -1]);
    }
  }),

  'asks as long as something is open, and then says −1': law(anyExam, (engine, exam) => {
    for (const choice of choicesOf(engine, exam)) {
      expect(choice.item === -1).toBe(openIn(exam, choice.met).length === 0);
    }
  }),

  'asks domains that lag behind first': law(anyExam, (engine, exam) => {
    for (const choice of choicesOf(engine, exam).filter(asking)) {
      expect(inTurn(exam, choice)).toContain(choice.item);
    }
  }),

  'asks fresh items before those met in recent attempts': law(anyExam, (engine, exam) => {
    for (const choice of choicesOf(engine, exam).filter(asking)) {
      const fresh = inTurn(exam, choice).filter((i) => !exam.seen.includes(i));
      if (fresh.length > 0) expect(fresh).toContain(choice.item);
    }
  }),

  'asks what the lottery drew before the rest': law(anyExam, (engine, exam) => {
    for (const choice of choicesOf(engine, exam).filter(asking)) {
      const candidates = inTurn(exam, choice);
      const most = Math.max(...candidates.map((i) => choice.ranks[i]!));
      expect(choice.ranks[choice.item]).toBe(most);
    }
  }),

  'asks the same in the same state with the same seed': law(anyExam, (engine, exam) => {
    const once = choicesOf(engine, exam).map(({ item }) => item);
    expect(choicesOf(engine, exam).map(({ item }) => item)).toEqual(once);
  }),

  'changes nothing it was given': law(anyExam, (engine, exam) => {
    const asWas = JSON.stringify(exam);
    for (const { pool, ranks, open, state } of choicesOf(engine, exam)) {
      const { mean, variance } = state.gaussian;
      const ranked = [ranks, open.skillRank, open.itemRank, pool.firstOf, pool.information];
      const given = () =>
        Buffer.concat([...ranked, mean, variance, state.objectives[0]!.weights].map(bytesOf));
      const before = given();
      engine.choose(pool, open, state);
      engine.openItems(pool, ranks, exam.asked, []);
      expect(given().equals(before)).toBe(true);
    }
    expect(JSON.stringify(exam)).toBe(asWas);
  }),
} satisfies Record<string, Law>;
