import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentQuestion } from '#lib/engine/quiz/attempt.ts';
import { type AttemptEvent, begin, step } from '#lib/engine/quiz/step.ts';
import { smallBank } from '../../support/small-bank.ts';
import {
  always,
  answered,
  anyMoods,
  anyStart,
  frozen,
  newAttempt,
  play,
  respond,
  stepped,
} from './attempts.ts';

const bank = smallBank();
const dontKnow = (position: number): AttemptEvent => ({
  type: 'answered',
  position,
  response: { kind: 'dont-know' },
  certainty: null,
  answeredAt: '2026-03-01T12:00:00.000Z',
});

describe('begin', () => {
  test('asks the first question and keeps what was chosen', () => {
    const start = newAttempt(bank, { seed: 3, avoid: ['sums-add'], profile: 'scientist' });
    const attempt = begin(start, bank);
    expect(attempt).toMatchObject(start);
    expect(attempt.questions).toHaveLength(1);
    expect(attempt.questions[0]?.position).toBe(1);
    expect(attempt.answers).toEqual([]);
    expect(attempt.finished).toBeNull();
  });

  test('is finished at once when the bank has nothing on the chosen domain', () => {
    const attempt = begin(newAttempt(bank, { domains: ['left-the-bank'] }), bank);
    expect(attempt).toMatchObject({ questions: [], answers: [], finished: 'exhausted' });
    expect(currentQuestion(attempt)).toBeNull();
  });
});

describe('an answer', () => {
  test('is kept whole and the next question is asked', () => {
    const attempt = begin(newAttempt(bank), bank);
    const question = currentQuestion(attempt)!;
    const { type, ...answer } = {
      type: 'answered' as const,
      position: 1,
      response: respond(question, bank, 'right'),
      certainty: 2 as const,
      answeredAt: '2026-03-01T12:00:00.000Z',
    };
    const after = stepped(attempt, { type, ...answer }, bank);
    expect(after.answers).toEqual([answer]);
    expect(after.questions[0]).toEqual(question);
    expect(currentQuestion(after)?.position).toBe(2);
  });

  test('is refused at a position that has its answer', () => {
    const attempt = play(newAttempt(bank), bank, ['right', 'wrong']);
    for (const position of [1, 2]) {
      expect(step(attempt, dontKnow(position), bank)).toMatchObject({
        ok: false,
        error: { code: 'already-answered' },
      });
    }
  });

  test.each([4, 5, 1000, 3.5, Number.NaN])(
    'is refused at position %d, not asked yet',
    (position) => {
      const attempt = play(newAttempt(bank), bank, ['right', 'wrong']);
      expect(step(attempt, dontKnow(position), bank)).toMatchObject({
        ok: false,
        error: { code: 'not-asked' },
      });
    },
  );

  test('ends the attempt at the chosen length, and no question waits', () => {
    const attempt = play(newAttempt(bank, { length: 4 }), bank, always('dont-know'));
    expect(attempt.answers.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(attempt.questions).toHaveLength(4);
    expect(attempt.finished).toBe('length');
    expect(currentQuestion(attempt)).toBeNull();
  });

  test('ends the attempt when the bank has no more families to ask', () => {
    const attempt = play(newAttempt(bank, { length: 40 }), bank, always('dont-know'));
    expect(attempt.answers).toHaveLength(11);
    expect(attempt.finished).toBe('exhausted');
  });

  test('ends the attempt for the reason the selection gives', () => {
    const attempt = begin(newAttempt(bank), bank);
    expect(stepped(attempt, dontKnow(1), bank, () => 'decision').finished).toBe('decision');
  });
});

describe('finishing early', () => {
  const open = play(newAttempt(bank), bank, ['right', 'dont-know']);
  const closed = stepped(open, { type: 'finished' }, bank);

  test('keeps the answers and asks no more', () => {
    expect(closed).toEqual({ ...open, finished: 'learner' });
    expect(currentQuestion(closed)).toBeNull();
  });

  test('is refused a second time, and so is an answer', () => {
    for (const event of [{ type: 'finished' } as const, dontKnow(3)]) {
      expect(step(closed, event, bank)).toMatchObject({
        ok: false,
        error: { code: 'attempt-finished' },
      });
    }
  });
});

describe('laws', () => {
  test('positions of questions and answers run from 1 without a gap', () => {
    fc.assert(
      fc.property(anyStart(bank), anyMoods, (start, moods) => {
        const { questions, answers, finished } = play(start, bank, moods);
        const count = (length: number) => Array.from({ length }, (_, index) => index + 1);
        expect(questions.map(({ position }) => position)).toEqual(count(questions.length));
        expect(answers.map(({ position }) => position)).toEqual(count(answers.length));
        expect(questions.length - answers.length).toBe(finished === null ? 1 : 0);
        expect(answers.length).toBeLessThanOrEqual(start.blueprint.length);
      }),
      { numRuns: 300 },
    );
  });

  test('the same attempt and event lead to the same attempt, and neither is changed', () => {
    fc.assert(
      fc.property(anyStart(bank), anyMoods, fc.nat(3), (start, moods, which) => {
        const attempt = frozen(play(start, bank, moods));
        const before = JSON.stringify(attempt);
        const question = currentQuestion(attempt);
        const events: AttemptEvent[] = [
          question ? answered(question, respond(question, bank, 'wrong')) : dontKnow(1),
          { type: 'finished' },
          { type: 'resumed' },
          dontKnow(attempt.answers.length + 2),
        ];
        const event = frozen(events[which]!);
        const once = JSON.stringify(step(attempt, event, bank));
        expect(JSON.stringify(step(attempt, event, bank))).toBe(once);
        expect(JSON.stringify(attempt)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('seed and answers replay an attempt byte for byte, on a bank read anew', () => {
    const readAnew = smallBank();
    fc.assert(
      fc.property(anyStart(bank), anyMoods, (start, moods) => {
        const played = play(start, bank, moods);
        let replayed = begin(start, readAnew);
        for (const answer of played.answers) {
          replayed = stepped(replayed, { type: 'answered', ...answer }, readAnew);
        }
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(played));
      }),
      { numRuns: 300 },
    );
  });
});
