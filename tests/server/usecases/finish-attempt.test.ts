import { afterEach, beforeEach, expect, test } from 'vitest';
import { findAttempt, listAttempts } from '#lib/server/usecases/find-attempt.ts';
import { finishAttempt } from '#lib/server/usecases/finish-attempt.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  start,
  testServices,
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

const stored = () => services.attempts.find(learner, id);

test('finishing keeps the answers, the reason and the time', async () => {
  await answerUnknowing(services, learner, id, 3);
  services.passDays(1);
  expect(await finishAttempt(services, learner, id)).toBe(true);
  const record = await stored();
  expect(record?.attempt.answers).toHaveLength(3);
  expect(record?.attempt.finished).toBe('learner');
  expect(record?.finishedAt).toBe('2026-03-02T12:00:00.000Z');
});

test('finishing twice changes nothing', async () => {
  await finishAttempt(services, learner, id);
  const before = await services.dump();
  services.passDays(1);
  expect(await finishAttempt(services, learner, id)).toBe(true);
  expect(await services.dump()).toBe(before);
});

test('finishing what ended by itself leaves its reason', async () => {
  await answerUnknowing(services, learner, id);
  const before = await services.dump();
  expect(await finishAttempt(services, learner, id)).toBe(true);
  expect(await services.dump()).toBe(before);
  expect((await stored())?.attempt.finished).not.toBe('learner');
});

test('finishing what was left for too long changes nothing: it ended when last touched', async () => {
  const before = await services.dump();
  services.passDays(31);
  expect(await finishAttempt(services, learner, id)).toBe(true);
  expect(await services.dump()).toBe(before);
  expect((await findAttempt(services, learner, id))?.attempt.finished).toBe('expired');
});

test('an attempt left for more than thirty days is found finished, as of its last answer', async () => {
  services.passDays(2);
  await answerUnknowing(services, learner, id, 1);
  services.passDays(30);
  expect((await findAttempt(services, learner, id))?.attempt.finished).toBeNull();
  services.passDays(0.001);
  const expired = {
    finishedAt: '2026-03-03T12:00:00.000Z',
    attempt: { finished: 'expired' },
  };
  expect(await findAttempt(services, learner, id)).toMatchObject(expired);
  expect(await listAttempts(services, learner)).toMatchObject([expired]);
  expect((await stored())?.attempt.finished).toBeNull();
});

test('an attempt never answered expires from its start', async () => {
  services.passDays(31);
  expect(await findAttempt(services, learner, id)).toMatchObject({
    finishedAt: '2026-03-01T12:00:00.000Z',
    attempt: { finished: 'expired' },
  });
});

test('a finished attempt never expires', async () => {
  await finishAttempt(services, learner, id);
  services.passDays(400);
  expect((await findAttempt(services, learner, id))?.attempt.finished).toBe('learner');
});

test('nobody has attempts', async () => {
  expect(await findAttempt(services, null, id)).toBeNull();
  expect(await listAttempts(services, null)).toEqual([]);
  expect(await finishAttempt(services, null, id)).toBeNull();
  expect(await finishAttempt(services, learner, 'no-such')).toBeNull();
});
