import { describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import { buildReport } from '#lib/engine/report/build-report.ts';
import type { Response } from '#lib/engine/rubric/response.ts';
import { smallBank } from '../../support/small-bank.ts';
import { newAttempt } from '../quiz/attempts.ts';
import { recordOf } from './records.ts';

const bank = smallBank();
type Given = readonly [item: string, response: Response, certainty?: 1 | 2 | 3 | null];

/** The report of an attempt with just these answers. */
function reportOfAnswers(...given: readonly Given[]) {
  const attempt: Attempt = {
    ...newAttempt(bank),
    questions: given.map(([itemId], index) => ({
      position: index + 1,
      itemId,
      itemVersion: 1,
      seed: 4,
    })),
    answers: given.map(([, response, certainty = null], index) => ({
      position: index + 1,
      response,
      certainty,
      answeredAt: '2026-03-01T12:00:00.000Z',
    })),
    finished: 'learner',
  };
  return buildReport(recordOf(attempt, bank), bank);
}

const choose = (option: string): Response => ({ kind: 'single-choice', option });
const tick = (...options: string[]): Response => ({ kind: 'multiple-response', options });
const dontKnow: Response = { kind: 'dont-know' };

describe('misconceptions', () => {
  test('count the answers that showed one, of those that could have', () => {
    const { misconceptions } = reportOfAnswers(
      ['sums-odd', choose('doubled')],
      ['sums-ten', tick('a', 'd')],
      ['sums-add', { kind: 'numeric', text: '0', value: 0 }],
      ['conditions-converse', choose('contrapositive')],
      ['sets-count', tick('three', 'five')],
    );
    expect(misconceptions).toEqual([
      {
        id: 'product-for-sum',
        title: 'Multiplies where a sum is asked for',
        remedy: expect.stringContaining('$2 + 3 = 5$') as string,
        seen: 2,
        chances: 3,
        positions: [1, 2],
        steps: [{ id: 'sums', title: 'Sums', action: expect.any(String) as string }],
        before: [],
      },
      expect.objectContaining({ id: 'converse-for-condition', seen: 1, chances: 1 }),
    ]);
  });

  test('are none where nothing wrong was thought', () => {
    const { misconceptions } = reportOfAnswers(
      ['sums-odd', choose('even-odd')],
      ['sums-ten', dontKnow],
      ['sets-empty', choose('one')],
    );
    expect(misconceptions).toEqual([]);
  });

  test('come most often seen first', () => {
    const { misconceptions } = reportOfAnswers(
      ['sums-odd', choose('doubled')],
      ['conditions-converse', choose('contrapositive')],
      ['conditions-converse', choose('contrapositive')],
    );
    expect(misconceptions.map(({ id, seen }) => [id, seen])).toEqual([
      ['converse-for-condition', 2],
      ['product-for-sum', 1],
    ]);
  });
});

describe('certainties', () => {
  test('sum the scores of the answers given with each', () => {
    const { certainties } = reportOfAnswers(
      ['sums-odd', choose('even-odd'), 3],
      ['sums-odd', choose('doubled'), 3],
      ['sets-empty', choose('one'), 3],
      ['sets-empty', choose('none'), 1],
      ['conditions-converse', choose('converse'), null],
    );
    expect(certainties).toMatchObject([
      { certainty: 1, answered: 1, right: 1 },
      { certainty: 2, answered: 0, right: 0, interval: null },
      { certainty: 3, answered: 3, right: 1.25 },
    ]);
  });

  test('leave out "I don’t know yet", whatever certainty came with it', () => {
    const { certainties } = reportOfAnswers(['sums-odd', dontKnow, 2]);
    expect(certainties.map(({ answered }) => answered)).toEqual([0, 0, 0]);
  });
});

describe('an answer', () => {
  test('is told with its question, its key and its judgement', () => {
    const [answer] = reportOfAnswers(['sums-odd', choose('doubled'), 2]).answers;
    expect(answer).toMatchObject({
      position: 1,
      itemId: 'sums-odd',
      itemVersion: 1,
      seed: 4,
      domain: 'arithmetic',
      skill: 'sums',
      skillTitle: 'Sums',
      kind: 'single-choice',
      difficulty: 3,
      stem: 'Which sum is odd?',
      response: '7 + 7',
      key: '2 + 5',
      dontKnow: false,
      score: 0.25,
      certainty: 2,
      feedback: 'That is 14.',
      misconception: 'product-for-sum',
      answeredAt: '2026-03-01T12:00:00.000Z',
    });
    expect(answer?.options.find(({ chosen }) => chosen)?.text).toBe('7 + 7');
  });

  test('of "I don’t know yet" is marked as such and scores 0', () => {
    const [answer] = reportOfAnswers(['sums-odd', dontKnow]).answers;
    expect(answer).toMatchObject({ dontKnow: true, score: 0, misconception: null, key: '2 + 5' });
  });
});
