import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { startAttempt } from '#lib/server/usecases/start-attempt.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  start,
  testServices,
} from '../../support/test-services.ts';

let services: TestServices;
let learner = '';

beforeEach(async () => {
  services = await testServices();
  learner = await addLearner(services);
});

afterEach(() => services.close());

async function started(form: Readonly<Record<string, string>>) {
  return (await services.attempts.find(learner, await start(services, learner, form)))!;
}

describe('an attempt', () => {
  test('over everything asks every domain of the bank, in its order', async () => {
    services.setSeed(41);
    const record = await started({ kind: 'diagnostic', length: 'short', feedback: 'each' });
    expect(record).toMatchObject({
      startedAt: '2026-03-01T12:00:00.000Z',
      finishedAt: null,
      bankVersion: services.bank.version,
      selfRatings: {},
      attempt: {
        blueprint: {
          kind: 'diagnostic',
          domains: ['arithmetic', 'logic'],
          length: 15,
          feedback: 'each',
        },
        seed: 41,
        profile: null,
        avoid: [],
        answers: [],
        finished: null,
      },
    });
    expect(record.attempt.questions).toHaveLength(1);
  });

  test('over one domain asks that one, at the length of a domain’s quiz', async () => {
    const { attempt } = await started({ kind: 'domain', domain: 'logic', length: 'thorough' });
    expect(attempt.blueprint).toEqual({
      kind: 'domain',
      domains: ['logic'],
      length: 20,
      feedback: 'end',
    });
  });

  test('is of standard length with feedback at the end unless something known is said', async () => {
    for (const form of [{}, { length: 'endless', feedback: 'never' }]) {
      const { attempt } = await started(form);
      expect(attempt.blueprint).toMatchObject({ length: 25, feedback: 'end' });
    }
  });

  test('keeps the chosen profile', async () => {
    expect((await started({ profile: 'scientist' })).attempt.profile).toBe('scientist');
  });

  test('keeps self-ratings that were given, from 0 to 100', async () => {
    const ratings = { 'self-arithmetic': '0', 'self-logic': ' 62.5 ' };
    expect((await started(ratings)).selfRatings).toEqual({ arithmetic: 0, logic: 62.5 });
    expect((await started({ 'self-arithmetic': '', 'self-logic': ' ' })).selfRatings).toEqual({});
    expect((await started({ 'self-cooking': '50' })).selfRatings).toEqual({});
  });
});

describe('a form that cannot be used', () => {
  test.each([
    [{}, ['kind']],
    [{ kind: 'exam' }, ['kind']],
    [{ kind: 'domain' }, ['domain']],
    [{ kind: 'domain', domain: 'cooking' }, ['domain']],
    [{ kind: 'diagnostic', profile: 'chef' }, ['profile']],
    [{ kind: 'diagnostic', 'self-logic': '101' }, ['self-logic']],
    [{ kind: 'diagnostic', 'self-logic': '-1' }, ['self-logic']],
    [{ kind: 'diagnostic', 'self-logic': 'NaN' }, ['self-logic']],
    [
      { kind: 'exam', 'self-arithmetic': 'x', 'self-logic': 'y' },
      ['kind', 'self-arithmetic', 'self-logic'],
    ],
  ])('%j names the fields at fault and starts nothing', async (form, fields) => {
    const before = await services.dump();
    const result = await startAttempt(services, learner, form);
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.error;
    expect(problems.map(({ code, path }) => [code, path])).toEqual(
      fields.map((path) => ['field', path]),
    );
    for (const { message, hint } of problems) expect([message, hint]).not.toContain('');
    expect(await services.dump()).toBe(before);
  });
});

describe('what was asked lately', () => {
  test('is avoided: the questions of the last three attempts, each once', async () => {
    const asked: string[][] = [];
    for (let count = 0; count < 4; count += 1) {
      services.setSeed(100 + count);
      const id = await start(services, learner);
      await answerUnknowing(services, learner, id, 2);
      const attempt = (await services.attempts.find(learner, id))!.attempt;
      asked.push(attempt.questions.map(({ itemId }) => itemId));
      services.passDays(1);
    }
    const { attempt } = await started({});
    expect(new Set(attempt.avoid)).toEqual(new Set(asked.slice(1).flat()));
    expect(new Set(attempt.avoid).size).toBe(attempt.avoid.length);
  });

  test('by somebody else is not avoided', async () => {
    const other = await addLearner(services, 'other');
    await start(services, other);
    expect((await started({})).attempt.avoid).toEqual([]);
  });

  test('is not asked again: a domain’s quiz after a diagnostic has fresh questions only', async () => {
    const real = await testServices(loadBank('question-bank'));
    const ada = await addLearner(real);
    const diagnostic = await start(real, ada, { length: 'standard' });
    await answerUnknowing(real, ada, diagnostic);
    real.passDays(1);
    const quiz = await start(real, ada, {
      kind: 'domain',
      domain: 'statistics',
      length: 'thorough',
    });
    expect(await answerUnknowing(real, ada, quiz)).toBeGreaterThanOrEqual(10);
    const itemsOf = async (id: string) =>
      (await real.attempts.find(ada, id))!.attempt.questions.map(({ itemId }) => itemId);
    const before = await itemsOf(diagnostic);
    expect(
      before.filter((id) => real.bank.items.get(id)?.skill.domain === 'statistics'),
    ).not.toEqual([]);
    expect((await itemsOf(quiz)).filter((id) => before.includes(id))).toEqual([]);
    await real.close();
  });
});
