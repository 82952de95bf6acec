import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '#lib/server/db/open-database.ts';
import { type Learners, learners } from '#lib/server/repositories/learners.ts';
import { describeStores } from '../../support/stores.ts';

const createdAt = '2026-03-01T12:00:00.000Z';

describeStores('learners', ({ fresh }) => {
  let db: Database;
  let store: Learners;

  beforeEach(async () => {
    db = await openDatabase(await fresh());
    store = learners(db);
  });

  afterEach(() => db.destroy());

  test('are found by the whole hash of their token, and nobody is by another', async () => {
    await store.add({ id: 'ada', tokenHash: 'abc', createdAt });
    await store.add({ id: 'bob', tokenHash: 'abd', createdAt });
    expect(await store.findByTokenHash('abc')).toBe('ada');
    expect(await store.findByTokenHash('abd')).toBe('bob');
    for (const hash of ['ab', 'abcd', 'ABC', '', '%']) {
      expect(await store.findByTokenHash(hash)).toBeNull();
    }
  });

  test('are refused a token that another has', async () => {
    await store.add({ id: 'ada', tokenHash: 'abc', createdAt });
    await expect(store.add({ id: 'bob', tokenHash: 'abc', createdAt })).rejects.toThrow(/unique/i);
  });
});
