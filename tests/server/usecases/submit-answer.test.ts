import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attempt } from '#lib/engine/quiz/attempt.ts';
import type { ItemKind } from '#lib/engine/bank/item-schema.ts';
import { variantOf } from '#lib/engine/quiz/show-question.ts';
import { type AnswerForm, submitAnswer } from '#lib/server/usecases/submit-answer.ts';
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
let id = '';

beforeEach(async () => {
  services = await testServices();
  learner = await addLearner(services);
  id = await start(services, learner);
});

afterEach(() => services.close());

const submit = (form: AnswerForm) => submitAnswer(services, learner, id, form);
const stored = async (): Promise<Attempt> => (await services.attempts.find(learner, id))!.attempt;
const question = (kind: ItemKind) =>
  waitFor(
    services,
    learner,
    id,
    ({ itemId }) => services.bank.items.get(itemId)?.item.kind === kind,
  );

describe('an answer that is recorded', () => {
  test('is in the store with its time and certainty, and another question waits', async () => {
    const asked = await question('single-choice');
    const second = variantOf(asked, services.bank)!.options[1]!.id;
    services.passDays(0.5);
    expect(await submit(formFor(asked, { answer: ['2'], certainty: 3 }))).toEqual({
      outcome: 'recorded',
      position: asked.position,
      practice: false,
    });
    const attempt = await stored();
    expect(attempt.answers.at(-1)).toEqual({
      position: asked.position,
      response: { kind: 'single-choice', option: second },
      certainty: 3,
      answeredAt: '2026-03-02T00:00:00.000Z',
    });
    expect(attempt.questions).toHaveLength(asked.position + 1);
  });

  test('says so when the learner practises', async () => {
    id = await start(services, learner, { feedback: 'each' });
    const asked = await waitingQuestion(services, learner, id);
    expect(await submit(formFor(asked))).toMatchObject({ outcome: 'recorded', practice: true });
  });

  test('may be several places of a multiple response, kept in one order', async () => {
    const asked = await question('multiple-response');
    const options = variantOf(asked, services.bank)!.options;
    await submit(formFor(asked, { answer: ['3', '1', '3'] }));
    expect((await stored()).answers.at(-1)?.response).toEqual({
      kind: 'multiple-response',
      options: [options[0]!.id, options[2]!.id].toSorted(),
    });
  });

  test('"I don’t know yet" needs nothing chosen and carries no certainty', async () => {
    const asked = await question('numeric');
    const form = formFor(asked, { answer: ['rubbish'], dontKnow: true, certainty: 3 });
    expect(await submit(form)).toMatchObject({ outcome: 'recorded' });
    expect((await stored()).answers.at(-1)).toMatchObject({
      response: { kind: 'dont-know' },
      certainty: null,
    });
  });

  test('ends the attempt when it is the last one', async () => {
    expect(await answerUnknowing(services, learner, id)).toBeGreaterThan(5);
    const record = await services.attempts.find(learner, id);
    expect(record?.attempt.finished).not.toBeNull();
    expect(record?.finishedAt).toBe('2026-03-01T12:00:00.000Z');
  });
});

describe('an answer that cannot be read', () => {
  test.each([
    ['nothing', [], 'no-number'],
    ['no number', ['NaN'], 'not-a-number'],
    ['infinity', ['Infinity'], 'not-a-number'],
    ['a number past what can be computed', ['1e999'], 'number-too-large'],
    ['a division by zero', ['1/0'], 'division-by-zero'],
    ['a comma that may mean two things', ['3,145'], 'ambiguous-comma'],
    ['more than a number can be', ['7'.repeat(100)], 'number-too-long'],
  ])('records nothing and says why: %s', async (_, answer, code) => {
    const asked = await question('numeric');
    const before = await services.dump();
    expect(await submit(formFor(asked, { answer }))).toMatchObject({
      outcome: 'unreadable',
      problem: { code, path: 'answer' },
    });
    expect(await services.dump()).toBe(before);
    expect(await submit(formFor(asked, { answer: ['5'] }))).toMatchObject({ outcome: 'recorded' });
  });

  test.each([
    ['single-choice', [], 'nothing-chosen'],
    ['single-choice', ['1', '2'], 'too-many-options'],
    ['single-choice', ['9'], 'option-unknown'],
    ['single-choice', ['0'], 'option-unknown'],
    ['single-choice', ['even-odd'], 'option-unknown'],
    ['multiple-response', [], 'nothing-chosen'],
    ['multiple-response', ['1', '-1'], 'option-unknown'],
  ] as const)('records nothing of a %s sent as %j: %s', async (kind, answer, code) => {
    const asked = await question(kind);
    const before = await services.dump();
    expect(await submit(formFor(asked, { answer: [...answer] }))).toMatchObject({
      outcome: 'unreadable',
      problem: { code },
    });
    expect(await services.dump()).toBe(before);
  });
});

describe('a number worth an echo', () => {
  test('is recorded only once its echo was seen', async () => {
    const asked = await waitFor(services, learner, id, ({ itemId }) => itemId === 'sums-add');
    const before = await services.dump();
    const form = formFor(asked, { answer: ['1/3'] });
    expect(await submit(form)).toEqual({ outcome: 'confirm', echo: '0.333333333333' });
    expect(await services.dump()).toBe(before);
    expect(await submit({ ...form, confirmed: ' 1/3 ' })).toMatchObject({ outcome: 'recorded' });
    expect((await stored()).answers.at(-1)?.response).toEqual({
      kind: 'numeric',
      text: '1/3',
      value: 1 / 3,
    });
  });

  test('of several texts is recorded once all were confirmed, whatever ends their lines', async () => {
    const form = formFor(await question('numeric'), { answer: ['1/3', '2'] });
    expect(await submit({ ...form, confirmed: '1/3' })).toMatchObject({ outcome: 'confirm' });
    expect(await submit({ ...form, confirmed: '1/3\r\n2' })).toMatchObject({ outcome: 'recorded' });
  });

  test('is asked about again where something else was confirmed', async () => {
    const asked = await question('numeric');
    const form = formFor(asked, { answer: ['1/4'], confirmed: '1/3' });
    expect(await submit(form)).toMatchObject({ outcome: 'confirm' });
    expect((await stored()).answers).toHaveLength(asked.position - 1);
  });

  test('shows the unit', async () => {
    const asked = await waitFor(
      services,
      learner,
      id,
      (each) => each.itemId === 'fractions-percent',
    );
    expect(await submit(formFor(asked, { answer: ['1/8'] }))).toEqual({
      outcome: 'confirm',
      echo: '0.125 %',
    });
  });
});

describe('nobody', () => {
  test('has an attempt: null, and nothing changes', async () => {
    const asked = await waitingQuestion(services, learner, id);
    const before = await services.dump();
    expect(await submitAnswer(services, null, id, formFor(asked))).toBeNull();
    expect(await submitAnswer(services, learner, 'no-such', formFor(asked))).toBeNull();
    expect(await services.dump()).toBe(before);
  });
});
