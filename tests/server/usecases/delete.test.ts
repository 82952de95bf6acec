import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acceptTransfer } from '#lib/server/usecases/own-data/accept-transfer.ts';
import { deleteAttempt, viewDeletion } from '#lib/server/usecases/own-data/delete-attempt.ts';
import { deleteEverything } from '#lib/server/usecases/own-data/delete-everything.ts';
import { offerTransfer } from '#lib/server/usecases/own-data/offer-transfer.ts';
import { newTransferCode } from '#lib/server/usecases/own-data/transfer-code.ts';
import { viewOwnData } from '#lib/server/usecases/own-data/view-own-data.ts';
import { newShareToken, shareReport } from '#lib/server/usecases/shares/share-report.ts';
import { viewShared } from '#lib/server/usecases/shares/view-shared.ts';
import { enrolLearner, identifyLearner } from '#lib/server/usecases/identify-learner.ts';
import { smallBank } from '../../support/small-bank.ts';
import {
  type TestServices,
  answerUnknowing,
  start,
  testServices,
} from '../../support/test-services.ts';

let folder: string;
let services: TestServices;
let ada: { learnerId: string; token: string };
let bob: { learnerId: string; token: string };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sextant-delete-'));
  // Ids as long and as random as the real ones: where they lie in the file's trees matters.
  const made = await testServices(smallBank(), join(folder, 'sextant.db'));
  services = { ...made, newId: newShareToken };
  ada = await enrolLearner(services);
  bob = await enrolLearner(services);
});

afterEach(async () => {
  await services.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Attempts of both by turns, shared, with codes and tries: their rows lie side by side on the pages. */
async function fill(times: number): Promise<{ ids: string[]; tokens: string[] }> {
  const [ids, tokens]: [string[], string[]] = [[], []];
  for (let count = 0; count < times; count++) {
    for (const { learnerId } of [ada, bob]) {
      const id = await start(services, learnerId, { 'self-logic': '41' });
      await answerUnknowing(services, learnerId, id);
      const token = newShareToken();
      const form = { token, expiry: 'year', withAnswers: true } as const;
      await shareReport(services, learnerId, id, form);
      if (learnerId === ada.learnerId) {
        ids.push(id);
        tokens.push(token);
      }
    }
  }
  for (const { learnerId, token } of [ada, bob]) {
    await offerTransfer(services, learnerId);
    const form = { code: newTransferCode(), agreed: true };
    await acceptTransfer(services, learnerId, form, { token, address: `of ${learnerId}` });
  }
  return { ids, tokens };
}

/** The bytes of the store: its file, its log and what lies beside it. */
const bytes = () =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
const rowsOf = async (learnerId: string) => (await services.dump()).split(learnerId).length - 1;

test('everything goes: from every table, and from the bytes of the files', async () => {
  const { ids, tokens } = await fill(12);
  const hashes = await services.db
    .selectFrom('shares')
    .select('token_hash')
    .where('attempt_id', 'in', ids)
    .execute();
  const gone = [ada.learnerId, ...ids, ...hashes.map(({ token_hash }) => token_hash)];
  for (const each of gone) expect(bytes().includes(each)).toBe(true);
  const bobsBefore = await viewOwnData(services, bob.learnerId);

  await deleteEverything(services, ada.learnerId);

  const dump = await services.dump();
  const all = bytes();
  for (const each of gone) {
    expect(dump).not.toContain(each);
    expect(all.includes(each)).toBe(false);
  }
  expect(await identifyLearner(services, ada.token)).toBeNull();
  for (const token of tokens) expect(await viewShared(services, token)).toBeNull();
  expect(await viewOwnData(services, ada.learnerId)).toMatchObject({ attempts: [], links: [] });
  expect(await viewOwnData(services, bob.learnerId)).toEqual(bobsBefore);
  // Only Bob's rows are left, each with its parents.
  const counts = await Promise.all(
    (['learners', 'sessions', 'attempts', 'shares', 'transfer_codes'] as const).map(
      async (table) => (await services.db.selectFrom(table).selectAll().execute()).length,
    ),
  );
  expect(counts).toEqual([1, 1, 12, 12, 1]);
  await deleteEverything(services, ada.learnerId);
  expect(await services.dump()).toBe(dump);
});

test('the tries of a learner go with them', async () => {
  await fill(1);
  const tries = async () =>
    (await services.db.selectFrom('transfer_tries').selectAll().execute()).length;
  expect(await tries()).toBe(4); // by address and by learner, of each
  await deleteEverything(services, ada.learnerId);
  expect(await tries()).toBe(3); // that of the address goes when it is too old to count
  services.passDays(1);
  const form = { code: newTransferCode(), agreed: true };
  await acceptTransfer(services, bob.learnerId, form, { token: bob.token, address: 'elsewhere' });
  expect(await tries()).toBe(2);
});

test('one attempt goes with its answers and links, the others stay', async () => {
  const { ids, tokens } = await fill(2);
  const [first = '', second = ''] = ids;
  const answers = (await services.attempts.find(ada.learnerId, first))?.attempt.answers.length;
  expect(await viewDeletion(services, ada.learnerId, first)).toMatchObject({ answers, links: 1 });
  expect(await deleteAttempt(services, ada.learnerId, first)).toBe(true);
  expect(await services.dump()).not.toContain(first);
  expect(bytes().includes(first)).toBe(false);
  expect(await viewShared(services, tokens[0] ?? '')).toBeNull();
  expect(await viewShared(services, tokens[1] ?? '')).not.toBeNull();
  const left = await services.attempts.list(ada.learnerId);
  expect(left.map(({ id }) => id)).toEqual([second]);
  // What came after no longer builds on it.
  expect(left[0]?.attempt.earlier).toEqual([]);
  expect(await deleteAttempt(services, ada.learnerId, first)).toBeNull();
  expect(await rowsOf(bob.learnerId)).toBeGreaterThan(3);
});
