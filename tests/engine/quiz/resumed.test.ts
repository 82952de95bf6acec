import { expect, test } from 'vitest';
import { currentQuestion } from '#lib/engine/quiz/attempt.ts';
import { askable } from '#lib/engine/quiz/next-question.ts';
import { step } from '#lib/engine/quiz/step.ts';
import { smallBank } from '../../support/small-bank.ts';
import {
  always,
  answered,
  frozen,
  newAttempt,
  play,
  respond,
  stepped,
  withNewVersion,
  without,
} from './attempts.ts';

const bank = smallBank();
const attempt = frozen(play(newAttempt(bank), bank, ['right', 'wrong', 'dont-know']));
const waiting = currentQuestion(attempt)!;
const resumed = { type: 'resumed' } as const;

test('gives the very same attempt while its question can be asked', () => {
  expect(stepped(attempt, resumed, bank)).toBe(attempt);
});

test('replaces a waiting question whose item has left the bank, at the same position', () => {
  const smaller = without(bank, waiting.itemId);
  expect(askable(waiting, smaller)).toBe(false);
  const after = stepped(attempt, resumed, smaller);
  const question = currentQuestion(after)!;
  expect(question.position).toBe(waiting.position);
  expect(question.itemId).not.toBe(waiting.itemId);
  expect(askable(question, smaller)).toBe(true);
  expect(after.questions).toEqual([...attempt.questions.slice(0, 3), question]);
  expect(after.answers).toEqual(attempt.answers);
  expect(after.finished).toBeNull();
  expect(step(attempt, resumed, smaller)).toEqual({ ok: true, value: after });
});

test('never asks the old version of an item that changed its meaning', () => {
  const changed = withNewVersion(bank, waiting.itemId);
  const question = currentQuestion(stepped(attempt, resumed, changed))!;
  expect(question.position).toBe(waiting.position);
  expect(question.itemVersion).toBe(changed.items.get(question.itemId)?.item.version);
});

test('asks the new version where it is the only item left', () => {
  const ids = [...bank.items.keys()].filter((id) => id !== 'sums-add');
  const old = without(bank, ...ids);
  const one = play(newAttempt(bank), old, []);
  const question = currentQuestion(stepped(one, resumed, withNewVersion(old, 'sums-add')));
  expect(question).toMatchObject({ position: 1, itemId: 'sums-add', itemVersion: 2 });
});

test('finishes an attempt for which nothing is left to ask', () => {
  const met = attempt.questions.map(({ itemId }) => itemId);
  const rest = [...bank.items.keys()].filter((id) => !met.includes(id));
  const after = stepped(attempt, resumed, without(bank, waiting.itemId, ...rest));
  expect(after.finished).toBe('exhausted');
  expect(after.answers).toEqual(attempt.answers);
  expect(currentQuestion(after)).toBeNull();
});

test('leaves a finished attempt as it is, whatever became of the bank', () => {
  const closed = stepped(attempt, { type: 'finished' }, bank);
  expect(stepped(closed, resumed, without(bank, waiting.itemId))).toBe(closed);
});

test('leaves answered questions as they were asked when their item leaves the bank', () => {
  const [first] = attempt.questions;
  const smaller = without(bank, first!.itemId);
  expect(stepped(attempt, resumed, smaller)).toBe(attempt);
  const after = stepped(attempt, answered(waiting, respond(waiting, bank, 'right')), smaller);
  expect(after.questions.slice(0, 4)).toEqual(attempt.questions);
  expect(after.answers).toHaveLength(4);
});

test('a replaced question is answered like any other and the attempt goes on to its end', () => {
  const smaller = without(bank, waiting.itemId);
  let after = stepped(attempt, resumed, smaller);
  for (const mood of always('right')) {
    const question = currentQuestion(after);
    if (!question) break;
    after = stepped(after, answered(question, respond(question, smaller, mood)), smaller);
  }
  expect(after.finished).toBe('exhausted');
  expect(after.questions.map(({ itemId }) => itemId)).not.toContain(waiting.itemId);
});
