import { expect, test } from 'vitest';
import { checkReady } from '#lib/server/usecases/check-ready.ts';
import { testServices } from '../../support/test-services.ts';

test('the server is ready while its store answers, and not when it is closed, silent or the bank empty', async () => {
  const services = await testServices();
  expect(await checkReady(services)).toBe(true);
  expect(await checkReady({ ...services, bank: { ...services.bank, items: new Map() } })).toBe(
    false,
  );
  const silent = {
    ...services.learners,
    findByTokenHash: () => new Promise<never>(() => undefined),
  };
  expect(await checkReady({ ...services, learners: silent })).toBe(false);
  await services.close();
  expect(await checkReady(services)).toBe(false);
});
