import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import { viewDomain, viewHome, viewProgress, viewStart } from '#lib/server/usecases/view-pages.ts';
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

/** An attempt with some answers, finished a day later. */
async function finished(form: Readonly<Record<string, string>>, answers = 3): Promise<string> {
  const id = await start(services, learner, form);
  await answerUnknowing(services, learner, id, answers);
  services.passDays(1);
  await finishAttempt(services, learner, id);
  return id;
}

const logicQuiz = { kind: 'domain', domain: 'logic' };

describe('the home page', () => {
  test.each([null, 'stranger'])('invites %s, who has no attempt', async (who) => {
    const home = await viewHome(services, who);
    expect(home).toMatchObject({ open: [], latest: null });
    expect(home.domains).toEqual([
      {
        id: 'arithmetic',
        title: 'Arithmetic',
        short: 'Arithmetic',
        about: 'What everything else is computed with.',
        skills: ['Sums', 'Fractions'],
        items: 6,
      },
      expect.objectContaining({ id: 'logic', items: 6 }),
    ]);
  });

  test('lists what is open, and drops it when it is left for too long', async () => {
    const id = await start(services, learner);
    await answerUnknowing(services, learner, id, 2);
    expect((await viewHome(services, learner)).open).toEqual([
      { id, title: 'Full diagnostic', answered: 2, length: 25 },
    ]);
    services.passDays(31);
    const later = await viewHome(services, learner);
    expect(later.open).toEqual([]);
    expect(later.latest?.id).toBe(id);
  });

  test('shows the newest finished diagnostic, not a quiz and not an open one', async () => {
    await finished({});
    const newest = await finished({});
    await finished(logicQuiz);
    await start(services, learner);
    const { latest } = await viewHome(services, learner);
    expect(latest).toMatchObject({ id: newest, finishedAt: '2026-03-03T12:00:00.000Z' });
    expect(latest?.domains.map(({ id }) => id)).toEqual(['arithmetic', 'logic']);
    expect(latest?.phases.map(({ id }) => id)).toEqual([1, 2]);
  });

  test('offers at most three next steps, in the order of the plan, to learn or refresh', async () => {
    await finished({}, 100);
    const { latest } = await viewHome(services, learner);
    const wanted = latest!.phases
      .flatMap(({ steps }) => steps)
      .filter(({ action }) => action === 'learn' || action === 'refresh');
    expect(wanted.length).toBeGreaterThan(3);
    expect(latest?.next).toEqual(wanted.slice(0, 3));
  });
});

describe('the start page', () => {
  test('offers every kind and length with its minutes, profiles and bands', () => {
    const page = viewStart(services, null);
    // The items of the small bank take 16.5 minutes, 12 of them.
    expect(page.lengths).toEqual({
      diagnostic: [
        { name: 'short', questions: 15, minutes: 21 },
        { name: 'standard', questions: 25, minutes: 34 },
        { name: 'thorough', questions: 40, minutes: 55 },
      ],
      domain: [
        { name: 'short', questions: 8, minutes: 11 },
        { name: 'standard', questions: 12, minutes: 17 },
        { name: 'thorough', questions: 20, minutes: 28 },
      ],
    });
    expect(page.profiles.map(({ id }) => id)).toEqual(['engineer', 'scientist']);
    expect(page.bands.map(({ from }) => from)).toEqual([0, 40, 75]);
  });

  test('has a domain chosen only where the address names one of the bank', () => {
    expect(viewStart(services, 'logic').chosen).toBe('logic');
    expect(viewStart(services, 'cooking').chosen).toBeNull();
    expect(viewStart(services, null).chosen).toBeNull();
  });
});

describe('the page of a domain', () => {
  test('is null where there is no such domain', async () => {
    expect(await viewDomain(services, learner, 'cooking')).toBeNull();
  });

  test('has its card and no history before the first attempt', async () => {
    await finished({ kind: 'domain', domain: 'arithmetic' });
    await start(services, learner);
    expect(await viewDomain(services, learner, 'logic')).toMatchObject({
      card: { id: 'logic', skills: ['Sets', 'Conditions'] },
      latest: null,
      history: [],
    });
  });

  test('has every finished attempt that asked about it, and the newest in full', async () => {
    const first = await finished({});
    const second = await finished(logicQuiz);
    await finished({ kind: 'domain', domain: 'arithmetic' });
    const page = (await viewDomain(services, learner, 'logic'))!;
    expect(page.history.map(({ id, kind }) => [id, kind])).toEqual([
      [first, 'diagnostic'],
      [second, 'domain'],
    ]);
    expect(page.latest).toMatchObject({
      attemptId: second,
      finishedAt: '2026-03-03T12:00:00.000Z',
      domain: { id: 'logic', answered: 3 },
    });
    expect(page.latest?.skills.map(({ id }) => id)).toEqual(['sets', 'conditions']);
  });
});

describe('the progress page', () => {
  test('lists finished attempts oldest first, with the levels they asked about, and open ones', async () => {
    const first = await finished({});
    const second = await finished(logicQuiz, 2);
    const open = await start(services, learner, logicQuiz);
    const page = await viewProgress(services, learner);
    expect(page.open.map(({ id }) => id)).toEqual([open]);
    expect(page.history).toMatchObject([
      { id: first, title: 'Full diagnostic', kind: 'diagnostic', answered: 3 },
      {
        id: second,
        title: 'Logic and sets',
        kind: 'domain',
        answered: 2,
        finishedAt: '2026-03-03T12:00:00.000Z',
      },
    ]);
    expect(page.history.map(({ levels }) => levels.map(({ domain }) => domain))).toEqual([
      ['arithmetic', 'logic'],
      ['logic'],
    ]);
  });

  test('is empty for nobody', async () => {
    await finished({});
    expect(await viewProgress(services, null)).toMatchObject({ open: [], history: [] });
  });
});
