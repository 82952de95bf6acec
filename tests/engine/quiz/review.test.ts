import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '#lib/engine/quiz/attempt.ts';
import { reviewAnswer, reviewAttempt } from '#lib/engine/quiz/review.ts';
import { keyResponse } from '#lib/engine/rubric/registry.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { variantOf } from '../../support/items.ts';
import { smallBank } from '../../support/small-bank.ts';
import { always, newAttempt, play, withNewVersion, without } from './attempts.ts';

const bank = smallBank();
const ask = (itemId: string): Question => ({ position: 1, itemId, itemVersion: 1, seed: 4 });
const answer = (response: Response): Answer => ({
  position: 1,
  response,
  certainty: 3,
  answeredAt: '2026-03-01T12:00:00.000Z',
});
const review = (itemId: string, response: Response, of = bank) =>
  reviewAnswer(ask(itemId), answer(response), of);
const optionsOf = (reviewed: ReturnType<typeof review>) =>
  Object.fromEntries(
    (reviewed?.options ?? []).map(({ text, chosen, isKey }) => [
      text,
      `${chosen ? 'chosen' : 'left'} ${isKey ? 'key' : 'other'}`,
    ]),
  );

describe('the review of an answer', () => {
  test('marks what was chosen and what was right of a single choice', () => {
    const reviewed = review('sums-odd', { kind: 'single-choice', option: 'doubled' });
    expect(optionsOf(reviewed)).toEqual({
      '2 + 4': 'left other',
      '3 + 5': 'left other',
      '2 + 5': 'left key',
      '7 + 7': 'chosen other',
    });
    expect(reviewed).toMatchObject({
      skill: 'sums',
      kind: 'single-choice',
      difficulty: 3,
      judgement: { score: 0.25, misconception: 'product-for-sum' },
      misconceptions: ['product-for-sum'],
      stem: 'Which sum is odd?',
      response: '7 + 7',
      key: '2 + 5',
      feedback: 'That is 14.',
      explanation: 'A sum is odd exactly when an odd number of its terms is.',
    });
  });

  test('tells an order and matches in words, and marks no option of theirs', () => {
    const real = loadBank('question-bank');
    for (const id of ['etl-orchestration-safe-load-order', 'distributions-traffic-match']) {
      const key = keyResponse(variantOf(real.items.get(id)!.item))!;
      const reviewed = review(id, key, real)!;
      expect(reviewed).toMatchObject({ options: [], judgement: { score: 1 } });
      expect(reviewed.key.split('\n').length).toBeGreaterThan(3);
      expect(reviewed.response).toBe(reviewed.key);
    }
  });

  test('marks every option of a multiple response; no criterion, no feedback', () => {
    const reviewed = review('fractions-less', { kind: 'multiple-response', options: ['a', 'b'] });
    expect(optionsOf(reviewed)).toEqual({
      '3/7': 'chosen key',
      '4/7': 'chosen other',
      '5/11': 'left key',
      '2/5': 'left key',
      '6/11': 'left other',
    });
    expect(reviewed).toMatchObject({ judgement: { score: 0 }, feedback: null });
  });

  test('tells a number with its unit, and feedback in the numbers of this variant', () => {
    const reviewed = review('fractions-percent', { kind: 'numeric', text: '7/2', value: 3.5 });
    expect(reviewed?.response).toBe('3.5 %');
    expect(reviewed?.key).toMatch(/^[\d.]+ %$/);
    expect(reviewed?.options).toEqual([]);
    const right = review('sums-add', { kind: 'numeric', text: '-1', value: -1 });
    const again = review('sums-add', { kind: 'numeric', text: 'x', value: Number(right?.key) });
    expect(again).toMatchObject({
      judgement: { score: 1 },
      feedback: `Right, ${right?.key} it is.`,
    });
  });

  test('of "I don’t know yet" still tells the key, with no feedback', () => {
    const reviewed = review('sums-odd', { kind: 'dont-know' });
    expect(reviewed).toMatchObject({
      judgement: { score: 0, criterion: null, misconception: null },
      response: 'I don’t know yet',
      key: '2 + 5',
      feedback: null,
    });
    expect(Object.values(optionsOf(reviewed))).not.toContain('chosen key');
  });

  test('is null where the item left the bank, changed its meaning or its kind', () => {
    const response: Response = { kind: 'single-choice', option: 'even-odd' };
    expect(review('sums-odd', response)).not.toBeNull();
    expect(review('sums-odd', response, without(bank, 'sums-odd'))).toBeNull();
    expect(review('sums-odd', response, withNewVersion(bank, 'sums-odd'))).toBeNull();
    expect(review('sums-add', response)).toBeNull();
  });
});

describe('the review of an attempt', () => {
  const attempt = play(newAttempt(bank, { length: 100 }), bank, always('right'));

  test('has every answer in order, with its own question', () => {
    const reviewed = reviewAttempt(attempt, bank);
    expect(reviewed.map(({ question }) => question)).toEqual(attempt.questions);
    expect(reviewed.map((each) => each.answer)).toEqual(attempt.answers);
    expect(reviewed.map(({ judgement }) => judgement.score)).toEqual(Array(11).fill(1));
  });

  test('leaves out the waiting question', () => {
    const open = play(newAttempt(bank), bank, ['right', 'wrong']);
    expect(reviewAttempt(open, bank).map(({ question }) => question.position)).toEqual([1, 2]);
  });

  test('leaves out what has left the bank and keeps the others with their own answers', () => {
    const gone = attempt.questions[4]!.itemId;
    const reviewed = reviewAttempt(attempt, without(bank, gone));
    expect(reviewed.map(({ question }) => question.position)).toEqual([
      1, 2, 3, 4, 6, 7, 8, 9, 10, 11,
    ]);
    expect(reviewed.every(({ judgement }) => judgement.score === 1)).toBe(true);
  });
});
