import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolLearner, identifyLearner } from '#lib/server/usecases/identify-learner.ts';
import { type TestServices, testServices } from '../../support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await testServices();
});

afterEach(() => services.close());

test('the token that enrolling gives identifies that learner and no other', async () => {
  const ada = await enrolLearner(services);
  const bob = await enrolLearner(services);
  expect(await identifyLearner(services, ada.token)).toBe(ada.learnerId);
  expect(await identifyLearner(services, bob.token)).toBe(bob.learnerId);
  expect(ada.learnerId).not.toBe(bob.learnerId);
  expect(ada.token).not.toBe(bob.token);
});

test('a token is 256 bits and stands nowhere in the store', async () => {
  const { token } = await enrolLearner(services);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await services.dump()).not.toContain(token);
});

test('anything else identifies nobody', async () => {
  const { token, learnerId } = await enrolLearner(services);
  const { token_hash: hash } = await services.db
    .selectFrom('sessions')
    .selectAll()
    .executeTakeFirstOrThrow();
  const others = [undefined, '', learnerId, hash, token.slice(1), `${token}x`, token.repeat(3)];
  for (const other of others) expect(await identifyLearner(services, other)).toBeNull();
});
