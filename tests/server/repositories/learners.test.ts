import { expect, test } from 'vitest';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { learners } from '#lib/server/repositories/learners.ts';

const createdAt = '2026-03-01T12:00:00.000Z';

test('finds a learner by the whole hash of their token and nobody by another', async () => {
  const db = await openDatabase(':memory:');
  const store = learners(db);
  await store.add({ id: 'ada', tokenHash: 'abc', createdAt });
  await store.add({ id: 'bob', tokenHash: 'abd', createdAt });
  expect(await store.findByTokenHash('abc')).toBe('ada');
  expect(await store.findByTokenHash('abd')).toBe('bob');
  for (const hash of ['ab', 'abcd', 'ABC', '', '%']) {
    expect(await store.findByTokenHash(hash)).toBeNull();
  }
  await db.destroy();
});

test('refuses a second learner with the same token', async () => {
  const db = await openDatabase(':memory:');
  const store = learners(db);
  await store.add({ id: 'ada', tokenHash: 'abc', createdAt });
  await expect(store.add({ id: 'bob', tokenHash: 'abc', createdAt })).rejects.toThrow(/UNIQUE/);
  await db.destroy();
});
