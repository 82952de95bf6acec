import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openServices } from '#lib/server/usecases/services.ts';

const ids = (count: number, make: () => string | number) =>
  Array.from({ length: count }, () => make());

test('services have the bank, a store, the time, ids that nobody guesses and seeds', async () => {
  const services = await openServices({ database: ':memory:', bankFolder: 'question-bank' });
  expect(services.bank.domains).toHaveLength(5);
  expect(await services.attempts.list('nobody')).toEqual([]);
  expect(Math.abs(services.now().getTime() - Date.now())).toBeLessThan(5000);
  const made = ids(200, services.newId);
  expect(new Set(made).size).toBe(200);
  for (const id of made) expect(id).toMatch(/^[\w-]{22}$/);
  const seeds = ids(200, services.newSeed);
  expect(new Set(seeds).size).toBeGreaterThan(195);
  expect(seeds.every((seed) => Number.isSafeInteger(seed) && Number(seed) >= 0)).toBe(true);
  await services.close();
});

test('nothing is opened on a bank with a problem', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'sextant-empty-'));
  const opening = openServices({ database: ':memory:', bankFolder: empty });
  await expect(opening).rejects.toThrow('has problems');
  rmSync(empty, { recursive: true });
});
