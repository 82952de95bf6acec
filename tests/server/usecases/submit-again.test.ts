import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { type AnswerForm, submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import { withNewVersion, without } from '../../engine/quiz/attempts.ts';
import {
  type TestServices,
  addLearner,
  formFor,
  start,
  testServices,
  waitFor,
  waitingQuestion,
} from '../../support/test-services.ts';
import { describeStores } from '../../support/stores.ts';

describeStores('answers sent more than once', ({ fresh }) => {
  let services: TestServices;
  let learner = '';
  let id = '';

  beforeEach(async () => {
    services = await testServices(undefined, await fresh());
    learner = await addLearner(services);
    id = await start(services, learner);
  });

  afterEach(() => services.close());

  const submit = (form: AnswerForm, by: TestServices = services) =>
    submitAnswer(by, learner, id, form);
  const waiting = () => waitingQuestion(services, learner, id);

  /** Sends a form that must change nothing. */
  async function idle(form: AnswerForm, by: TestServices = services) {
    const before = await services.dump();
    const submitted = await submit(form, by);
    expect(await services.dump()).toBe(before);
    return submitted;
  }

  describe('an answer sent again', () => {
    test('is recorded once and acknowledged as often as it comes', async () => {
      const form = formFor(await waiting());
      const first = await submit(form);
      expect(first?.outcome).toBe('recorded');
      expect(await idle(form)).toEqual(first);
      await submit(formFor(await waiting()));
      services.passDays(2);
      expect(await idle(form)).toEqual(first);
    });

    test('is acknowledged though it was confirmed before, and whatever certainty comes with it', async () => {
      const asked = await waitFor(services, learner, id, ({ itemId }) => itemId === 'sums-add');
      const form = formFor(asked, { answer: ['1/3'], confirmed: '1/3', certainty: 1 });
      expect(await submit(form)).toMatchObject({ outcome: 'recorded' });
      expect(await idle({ ...form, confirmed: null, certainty: 2 })).toMatchObject({
        outcome: 'recorded',
      });
    });

    test('is acknowledged after the attempt was finished', async () => {
      const form = formFor(await waiting());
      await submit(form);
      await finishAttempt(services, learner, id);
      expect(await idle(form)).toMatchObject({ outcome: 'recorded', position: 1 });
    });

    test('twenty times at once is one answer', async () => {
      const form = formFor(await waiting());
      const submitted = await Promise.all(Array.from({ length: 20 }, () => submit(form)));
      expect(new Set(submitted.map((each) => each?.outcome))).toEqual(new Set(['recorded']));
      expect((await services.attempts.find(learner, id))?.attempt.answers).toHaveLength(1);
    });
  });

  describe('an answer is overtaken', () => {
    const overtaken = (code: string) => ({ outcome: 'overtaken', problem: { code } });

    test('by a different answer to the same question', async () => {
      const asked = await waitFor(services, learner, id, ({ itemId }) => itemId === 'sums-odd');
      await submit(formFor(asked, { answer: ['1'] }));
      expect(await idle(formFor(asked, { answer: ['2'] }))).toMatchObject(
        overtaken('already-answered'),
      );
      expect(await idle(formFor(asked))).toMatchObject(overtaken('already-answered'));
      expect(await idle(formFor(asked, { answer: ['rubbish'] }))).toMatchObject(
        overtaken('already-answered'),
      );
    });

    test('by two tabs at once: one counts, and the other is told', async () => {
      const asked = await waitFor(services, learner, id, ({ itemId }) => itemId === 'sums-odd');
      const both = await Promise.all([
        submit(formFor(asked, { answer: ['1'] })),
        submit(formFor(asked, { answer: ['2'] })),
      ]);
      expect(both.map((each) => each?.outcome).toSorted()).toEqual(['overtaken', 'recorded']);
      expect((await services.attempts.find(learner, id))?.attempt.answers.at(-1)?.position).toBe(
        asked.position,
      );
    });

    test('when it is about another item, version or seed than the one asked', async () => {
      const asked = await waiting();
      for (const change of [{ item: 'other' }, { version: 2 }, { seed: asked.seed + 1 }]) {
        expect(await idle(formFor(asked, change))).toMatchObject(overtaken('other-question'));
      }
    });

    test('when its question is not asked yet', async () => {
      const asked = await waiting();
      expect(await idle(formFor(asked, { position: 2 }))).toMatchObject(
        overtaken('other-question'),
      );
      expect(await idle(formFor(asked, { position: 900 }))).toMatchObject(
        overtaken('other-question'),
      );
    });

    test.each([
      ['left the bank', without],
      ['changed its meaning', withNewVersion],
    ])('when its item has %s', async (_, change) => {
      const asked = await waiting();
      const changed = { ...services, bank: change(services.bank, asked.itemId) };
      expect(await idle(formFor(asked), changed)).toMatchObject(overtaken('other-question'));
    });
  });

  describe('an answer comes to a closed attempt', () => {
    const closed = { outcome: 'closed', problem: { code: 'attempt-closed' } };

    test('when the learner finished it', async () => {
      const asked = await waiting();
      await finishAttempt(services, learner, id);
      expect(await idle(formFor(asked))).toMatchObject(closed);
    });

    test('when it was left for 31 days', async () => {
      services.passDays(31);
      expect(await idle(formFor(await waiting()))).toMatchObject(closed);
    });

    test('but not after 30 days, counted from the last answer', async () => {
      services.passDays(30);
      expect(await submit(formFor(await waiting()))).toMatchObject({ outcome: 'recorded' });
      services.passDays(30);
      expect(await submit(formFor(await waiting()))).toMatchObject({ outcome: 'recorded' });
      services.passDays(30.01);
      expect(await idle(formFor(await waiting()))).toMatchObject(closed);
    });
  });
});
