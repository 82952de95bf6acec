import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import { nextQuestion } from '#lib/engine/quiz/next-question.ts';
import { varianceReduction } from '#lib/engine/measure/selection/rules.ts';
import { begin } from '#lib/engine/quiz/step.ts';
import { smallBank } from '../../support/small-bank.ts';
import { always, anyMoods, anyStart, newAttempt, play } from './attempts.ts';

const bank = smallBank();
const itemIds = [...bank.items.keys()];
const entryOf = (id: string) => bank.items.get(id)!;
const itemsOf = ({ questions }: Attempt) => questions.map(({ itemId }) => itemId);
const domainsOf = (attempt: Attempt) => itemsOf(attempt).map((id) => entryOf(id).skill.domain);

/** Every attempt, however it was answered. */
function everyAttempt(law: (attempt: Attempt) => void): void {
  fc.assert(
    fc.property(anyStart(bank), anyMoods, (start, moods) => {
      law(play(start, bank, moods));
    }),
    { numRuns: 300 },
  );
}

describe('every attempt', () => {
  test('meets no family twice', () => {
    everyAttempt((attempt) => {
      const families = itemsOf(attempt).map((id) => entryOf(id).item.family);
      expect(new Set(families).size).toBe(families.length);
    });
  });

  test('never leaves the asked domains', () => {
    everyAttempt((attempt) => {
      for (const domain of domainsOf(attempt)) {
        expect(attempt.blueprint.domains).toContain(domain);
      }
    });
  });

  test('asks items as the bank has them, with seeds from 1 to 200', () => {
    everyAttempt((attempt) => {
      for (const { itemId, itemVersion, seed } of attempt.questions) {
        expect(itemVersion).toBe(entryOf(itemId).item.version);
        expect(Number.isInteger(seed) && seed >= 1 && seed <= 200).toBe(true);
      }
    });
  });

  test('is asked a question that follows from the answers and the seed alone', () => {
    const readAnew = smallBank();
    everyAttempt((attempt) => {
      const chosen = nextQuestion(attempt, bank);
      const forgotten = {
        ...attempt,
        questions: attempt.questions.slice(0, attempt.answers.length),
        finished: null,
      };
      expect(nextQuestion(forgotten, readAnew)).toEqual(chosen);
      const waiting = attempt.questions[attempt.answers.length];
      expect(chosen).toEqual(waiting ?? attempt.finished);
    });
  });

  test('of one domain meets an avoided item only when every family with a fresh one is done', () => {
    const anyDomain = fc.constantFrom(...bank.domains.map(({ id }) => id));
    fc.assert(
      fc.property(
        anyDomain,
        fc.nat(),
        fc.subarray(itemIds),
        anyMoods,
        (domain, seed, avoid, moods) => {
          const start = newAttempt(bank, { domains: [domain], seed, avoid });
          const attempt = play(start, bank, moods);
          attempt.questions.forEach(({ itemId }, index) => {
            if (!avoid.includes(itemId)) return;
            const done = itemsOf(attempt)
              .slice(0, index)
              .map((id) => entryOf(id).item.family);
            const fresh = [...bank.items.values()].filter(
              ({ item, skill }) =>
                skill.domain === domain && !avoid.includes(item.id) && !done.includes(item.family),
            );
            expect(fresh).toEqual([]);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a diagnostic', () => {
  test('asks the avoided items last of all within a domain, and does ask them', () => {
    const avoid = ['sums-add', 'fractions-less'];
    const attempt = play(
      newAttempt(bank, { domains: ['arithmetic'], length: 40, avoid }),
      bank,
      always('right'),
    );
    expect(itemsOf(attempt)).toHaveLength(6);
    expect(itemsOf(attempt).slice(-2).toSorted()).toEqual(avoid.toSorted());
  });

  test('goes to a domain that lags by 1.5 questions even where the rule values only the other', () => {
    const logic = [{ weights: Float64Array.of(0, 0, 0.5, 0.5), importance: 1 }];
    const onlyLogic = (attempt: Attempt) =>
      nextQuestion(attempt, bank, {
        rule: (pool, open, state) => varianceReduction(pool, open, { ...state, objectives: logic }),
      });
    let lags = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const start = newAttempt(bank, { seed, length: 100 });
        const asked = domainsOf(play(start, bank, always('wrong', 8), onlyLogic));
        asked.forEach((domain, count) => {
          const before = asked.slice(0, count).filter((each) => each === 'arithmetic').length;
          if (before > count / 2 - 1.5) return;
          lags += 1;
          expect(domain).toBe('arithmetic');
        });
      }),
      { numRuns: 100 },
    );
    expect(lags).toBeGreaterThan(100);
  });

  test('asks both domains within its first questions, whatever is answered', () => {
    fc.assert(
      fc.property(fc.nat(), anyMoods, (seed, moods) => {
        const attempt = play(newAttempt(bank, { seed }), bank, [...moods, ...always('wrong', 4)]);
        expect(new Set(domainsOf(attempt).slice(0, 4)).size).toBe(2);
      }),
      { numRuns: 300 },
    );
  });

  test('differs from seed to seed', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    const first = seeds.map((seed) => begin(newAttempt(bank, { seed }), bank).questions[0]);
    expect(new Set(first.map((question) => question?.itemId)).size).toBeGreaterThan(1);
    expect(new Set(first.map((question) => question?.seed)).size).toBeGreaterThan(20);
  });
});
