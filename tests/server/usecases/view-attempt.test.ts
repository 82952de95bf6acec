import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showQuestion } from '#lib/engine/quiz/show-question.ts';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { viewAttempt } from '#lib/server/usecases/view-attempt.ts';
import { withNewVersion, without } from '../../engine/quiz/attempts.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  formFor,
  start,
  testServices,
  waitFor,
  waitingQuestion,
} from '../../support/test-services.ts';

let services: TestServices;
let learner = '';

beforeEach(async () => {
  services = await testServices();
  learner = await addLearner(services);
});

afterEach(() => services.close());

const view = (id: string, reviewed: number | null = null, by = services) =>
  viewAttempt(by, learner, id, reviewed);

describe('the page of an attempt', () => {
  test('has its waiting question and how far it is', async () => {
    const id = await start(services, learner, { kind: 'domain', domain: 'logic' });
    await answerUnknowing(services, learner, id, 2);
    const waiting = await waitingQuestion(services, learner, id);
    expect(await view(id)).toEqual({
      attempt: {
        id,
        title: 'Logic and sets',
        kind: 'domain',
        answered: 2,
        length: 12,
        feedback: 'end',
        isFinished: false,
      },
      question: showQuestion(waiting, services.bank),
      review: null,
    });
  });

  test('is the same however often it is looked at, and looking stores nothing', async () => {
    const id = await start(services, learner);
    const before = await services.dump();
    const once = await view(id);
    services.passDays(3);
    expect(await view(id)).toEqual(once);
    expect(await services.dump()).toBe(before);
  });

  test('has no question once the attempt is finished or was left for too long', async () => {
    const finished = await start(services, learner);
    await finishAttempt(services, learner, finished);
    const left = await start(services, learner);
    services.passDays(31);
    for (const id of [finished, left]) {
      expect(await view(id)).toMatchObject({ attempt: { isFinished: true }, question: null });
    }
  });

  test('is null for nobody and for an attempt that is not there', async () => {
    const id = await start(services, learner);
    expect(await viewAttempt(services, null, id, null)).toBeNull();
    expect(await view('no-such')).toBeNull();
  });
});

describe('a question whose item', () => {
  test.each([
    ['left the bank', without],
    ['changed its meaning', withNewVersion],
  ])('%s is replaced, and the new one is kept', async (_, change) => {
    const id = await start(services, learner);
    await answerUnknowing(services, learner, id, 2);
    const old = await waitingQuestion(services, learner, id);
    const changed = { ...services, bank: change(services.bank, old.itemId) };
    const shown = (await view(id, null, changed))!.question!;
    expect(shown.position).toBe(3);
    expect([shown.itemId, shown.itemVersion]).not.toEqual([old.itemId, old.itemVersion]);
    const kept = await waitingQuestion(services, learner, id);
    expect(kept).toMatchObject({ itemId: shown.itemId, seed: shown.seed, position: 3 });
    expect((await view(id, null, changed))!.question).toEqual(shown);
    expect(await submitAnswer(changed, learner, id, formFor(kept))).toMatchObject({
      outcome: 'recorded',
    });
  });

  test('left a bank with nothing else to ask ends the attempt', async () => {
    const id = await start(services, learner);
    await answerUnknowing(services, learner, id, 1);
    const empty = { ...services, bank: without(services.bank, ...services.bank.items.keys()) };
    expect(await view(id, null, empty)).toMatchObject({
      attempt: { isFinished: true, answered: 1 },
      question: null,
    });
    expect((await services.attempts.find(learner, id))?.attempt.finished).toBe('exhausted');
  });
});

describe('the review of an answer', () => {
  test('shows the judgement in practice mode, and no question beside it', async () => {
    const id = await start(services, learner, { feedback: 'each' });
    const asked = await waitFor(services, learner, id, ({ itemId }) => itemId === 'sums-odd');
    const options = showQuestion(asked, services.bank)!.options;
    const place = options.find(({ html }) => html === '7 + 7')!.place;
    await submitAnswer(services, learner, id, formFor(asked, { answer: [String(place)] }));
    const { question, review } = (await view(id, asked.position))!;
    expect(question).toBeNull();
    expect(review).toEqual({
      position: asked.position,
      stem: '<p>Which sum is odd?</p>\n',
      score: 0.25,
      response: '<p>7 + 7</p>\n',
      key: '<p>2 + 5</p>\n',
      feedback: '<p>That is 14.</p>\n',
      explanation: '<p>A sum is odd exactly when an odd number of its terms is.</p>\n',
      dontKnow: false,
    });
  });

  test('marks "I don’t know yet" and still works after the attempt is finished', async () => {
    const id = await start(services, learner, { feedback: 'each' });
    await answerUnknowing(services, learner, id, 1);
    await finishAttempt(services, learner, id);
    expect((await view(id, 1))?.review).toMatchObject({ dontKnow: true, score: 0, feedback: null });
  });

  test.each([2, 3, 0, -1, 1.5, Number.NaN, 1000])(
    'shows nothing of position %d, which has no answer: the question waits',
    async (position) => {
      const id = await start(services, learner, { feedback: 'each' });
      await answerUnknowing(services, learner, id, 1);
      const { question, review } = (await view(id, position))!;
      expect(review).toBeNull();
      expect(question?.position).toBe(2);
    },
  );

  test('shows nothing before the end where feedback waits for it', async () => {
    const id = await start(services, learner, { feedback: 'end' });
    await answerUnknowing(services, learner, id, 1);
    expect((await view(id, 1))?.review).toBeNull();
    await finishAttempt(services, learner, id);
    expect((await view(id, 1))?.review).toBeNull();
  });
});
