import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '#lib/engine/quiz/attempt.ts';
import { answerForm, submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import {
  type TestServices,
  addLearner,
  start,
  testServices,
  waitFor,
} from '../../support/test-services.ts';

const sent = {
  position: '3',
  item: 'sums-add',
  version: '1',
  seed: '17',
  answer: ['1/3'],
  certainty: '2',
  dontKnow: false,
  confirmed: null,
};

describe('the form of an answer', () => {
  test('is read with its numbers as numbers', () => {
    expect(answerForm.parse(sent)).toEqual({
      ...sent,
      position: 3,
      version: 1,
      seed: 17,
      certainty: 2,
    });
  });

  test.each([null, '', undefined])('has no certainty where none was chosen: %j', (certainty) => {
    expect(answerForm.parse({ ...sent, certainty }).certainty).toBeNull();
  });

  test.each([
    ['position', 'NaN'],
    ['position', '0'],
    ['position', '-1'],
    ['position', '1.5'],
    ['position', '1e99'],
    ['position', null],
    ['item', null],
    ['item', 'x'.repeat(201)],
    ['version', 'one'],
    ['version', 'Infinity'],
    ['seed', '1.5'],
    ['seed', 'NaN'],
    ['certainty', '4'],
    ['certainty', '0'],
    ['certainty', 'certain'],
    ['answer', 'not a list'],
    ['answer', [7]],
    ['answer', ['7'.repeat(8001)]],
    ['answer', Array.from({ length: 41 }, () => '1')],
    ['dontKnow', 'yes'],
    ['confirmed', 7],
  ])('is refused with %s %.40j', (name, value) => {
    expect(answerForm.safeParse({ ...sent, [name]: value }).success).toBe(false);
  });
});

describe('whatever the form lets through', () => {
  let services: TestServices;

  beforeEach(async () => {
    services = await testServices();
  });

  afterEach(() => services.close());

  test('leaves an attempt that can be read back from the store', async () => {
    const learner = await addLearner(services);
    const number = fc.constantFrom('1', '-2.5', '1/3', '2e3', '1 000', '5%', '½', '10^3', '１');
    const filler = fc.constantFrom('', ' ', '\u00a0', '\u2212', '\0', '\ud800', "'", ',', '"');
    const text = fc
      .tuple(fc.oneof(number, fc.string()), filler, fc.nat(1990), fc.oneof(number, fc.string()))
      .map(([head, middle, count, tail]) => `${head}${middle.repeat(count)}${tail}`.slice(0, 2000));
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.oneof(number, text), fc.nat(), async (typed, seed) => {
        services.setSeed(seed);
        const id = await start(services, learner, { kind: 'domain', domain: 'arithmetic' });
        const isNumber = ({ itemId }: Question) => /sums-add|fractions-percent/.test(itemId);
        const asked = await waitFor(services, learner, id, isNumber);
        const form = answerForm.parse({
          ...sent,
          position: asked.position,
          item: asked.itemId,
          seed: asked.seed,
          answer: [typed],
          confirmed: typed,
        });
        const { outcome } = (await submitAnswer(services, learner, id, form))!;
        outcomes.add(outcome);
        const answers = (await services.attempts.find(learner, id))?.attempt.answers;
        expect(answers?.length).toBe(asked.position - (outcome === 'recorded' ? 0 : 1));
      }),
      { numRuns: 200 },
    );
    expect(outcomes).toEqual(new Set(['recorded', 'unreadable']));
  });
});
