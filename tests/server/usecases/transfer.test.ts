import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acceptTransfer } from '#lib/server/usecases/own-data/accept-transfer.ts';
import { offerTransfer } from '#lib/server/usecases/own-data/offer-transfer.ts';
import { signOutOthers } from '#lib/server/usecases/own-data/sign-out-others.ts';
import { newTransferCode, readTransferCode } from '#lib/server/usecases/own-data/transfer-code.ts';
import { enrolLearner, identifyLearner } from '#lib/server/usecases/identify-learner.ts';
import { submitAnswer } from '#lib/server/usecases/submit-answer.ts';
import {
  type TestServices,
  answerUnknowing,
  formFor,
  start,
  testServices,
  waitingQuestion,
} from '../../support/test-services.ts';
import { describeStores } from '../../support/stores.ts';

const minute = 1 / (24 * 60);
const address = '192.0.2.7';
const newcomer = { token: null, address };

describeStores('moving to another browser', ({ fresh }) => {
  let services: TestServices;
  /** Who makes the codes. */
  let ada: { learnerId: string; token: string };

  beforeEach(async () => {
    services = await testServices(undefined, await fresh());
    ada = await enrolLearner(services);
  });

  afterEach(() => services.close());

  async function offer(): Promise<string> {
    const code = await offerTransfer(services, ada.learnerId);
    if (code === null) throw new Error('no code');
    return code;
  }

  const enter = (code: string, agreed = false) =>
    acceptTransfer(services, null, { code, agreed }, newcomer);
  const attemptsOf = async (learnerId: string) =>
    (await services.attempts.list(learnerId)).map(({ id }) => id);

  const wrong = { ok: false, error: { code: 'code-wrong' } };

  describe('a code', () => {
    test('signs a new browser in, which goes on in an open attempt; the old one stays', async () => {
      const open = await start(services, ada.learnerId);
      await answerUnknowing(services, ada.learnerId, open, 2);
      const joined = await enter(await offer());
      if (!joined.ok) throw new Error(joined.error.code);
      expect(joined.value).not.toBe(ada.token);
      const learnerId = await identifyLearner(services, joined.value);
      expect(learnerId).toBe(ada.learnerId);
      const question = await waitingQuestion(services, learnerId ?? '', open);
      const answered = await submitAnswer(services, learnerId, open, formFor(question));
      expect(answered).toMatchObject({ outcome: 'recorded', position: 3 });
      expect(await identifyLearner(services, ada.token)).toBe(ada.learnerId);
      expect(await services.sessions.count(ada.learnerId)).toBe(2);
    });

    test('works once, even for several who enter it at the same moment', async () => {
      const code = await offer();
      const all = await Promise.all([1, 2, 3].map(() => enter(code)));
      expect(all.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await enter(code)).toMatchObject(wrong);
      expect(await services.sessions.count(ada.learnerId)).toBe(2);
    });

    test('is good for ten minutes and not a moment longer', async () => {
      const [early, late] = [await offer(), 10 * minute];
      services.passDays(late);
      expect(await enter(early)).toMatchObject(wrong);
      const second = await offer();
      services.passDays(late - minute / 60);
      expect(await enter(second)).toMatchObject({ ok: true });
    });

    test('ends the one before it', async () => {
      const [first, second] = [await offer(), await offer()];
      expect(await enter(first)).toMatchObject(wrong);
      expect(await enter(second)).toMatchObject({ ok: true });
    });

    test('is kept as a hash only', async () => {
      const code = await offer();
      const dump = await services.dump();
      expect(dump).not.toContain(code);
      expect(dump).not.toContain(code.replaceAll('-', ''));
    });

    test('entered where it was made is no use and stays good', async () => {
      const code = await offer();
      const own = { token: ada.token, address };
      const here = await acceptTransfer(services, ada.learnerId, { code, agreed: true }, own);
      expect(here).toMatchObject({ ok: false, error: { code: 'code-own' } });
      expect(await enter(code)).toMatchObject({ ok: true });
    });
  });

  describe('a browser with attempts of its own', () => {
    let bob: { learnerId: string; token: string };
    let own: string;

    const enterAsBob = (code: string, agreed: boolean) =>
      acceptTransfer(services, bob.learnerId, { code, agreed }, { token: bob.token, address });

    beforeEach(async () => {
      bob = await enrolLearner(services);
      own = await start(services, bob.learnerId);
      await answerUnknowing(services, bob.learnerId, own, 3);
    });

    test('has to agree first; until then nothing changes and the code stays good', async () => {
      const code = await offer();
      const before = await services.dump();
      expect(await enterAsBob(code, false)).toMatchObject({
        ok: false,
        error: { code: 'join-not-agreed' },
      });
      expect(await services.dump()).toBe(before);
      expect(await enterAsBob(code, true)).toMatchObject({ ok: true });
    });

    test('brings them and its other browsers along, and its old token is worth nothing', async () => {
      const hers = await start(services, ada.learnerId);
      const second = await acceptTransfer(
        services,
        null,
        { code: (await offerTransfer(services, bob.learnerId)) ?? '', agreed: false },
        newcomer,
      );
      if (!second.ok) throw new Error(second.error.code);
      const before = await services.attempts.find(bob.learnerId, own);

      const joined = await enterAsBob(await offer(), true);
      if (!joined.ok) throw new Error(joined.error.code);
      expect(await attemptsOf(ada.learnerId)).toEqual([hers, own].toSorted());
      expect(await attemptsOf(bob.learnerId)).toEqual([]);
      expect(await services.attempts.find(ada.learnerId, own)).toEqual(before);
      for (const token of [joined.value, second.value, ada.token]) {
        expect(await identifyLearner(services, token)).toBe(ada.learnerId);
      }
      expect(await identifyLearner(services, bob.token)).toBeNull();
      const left = await services.db.selectFrom('learners').select('id').execute();
      expect(left).toEqual([{ id: ada.learnerId }]);
    });
  });

  describe('tries', () => {
    const guess = () => enter(newTransferCode());

    test('are five in ten minutes an address: then even the right code is refused, until they are old', async () => {
      for (let times = 0; times < 5; times++) expect(await guess()).toMatchObject(wrong);
      const code = await offer();
      const refused = { ok: false, error: { code: 'too-many-tries' } };
      expect(await enter(code)).toMatchObject(refused);
      const elsewhere = { token: null, address: '192.0.2.8' };
      const form = { code, agreed: false };
      services.passDays(5 * minute);
      // What is refused is not counted, so knocking does not prolong the wait.
      expect(await enter(code)).toMatchObject(refused);
      services.passDays(5.1 * minute);
      const fresh = await offer();
      expect(await enter(fresh)).toMatchObject({ ok: true });
      expect(await acceptTransfer(services, null, form, elsewhere)).toMatchObject(wrong);
    });

    test('from one address do not hinder another', async () => {
      for (let times = 0; times < 5; times++) await guess();
      const elsewhere = { token: null, address: '192.0.2.8' };
      const form = { code: await offer(), agreed: false };
      expect(await acceptTransfer(services, null, form, elsewhere)).toMatchObject({ ok: true });
    });

    test('of a learner count from whatever address they come', async () => {
      const bob = await enrolLearner(services);
      const tried = [];
      for (let times = 0; times < 6; times++) {
        const from = { token: bob.token, address: `192.0.2.${times}` };
        const form = { code: newTransferCode(), agreed: false };
        const { ok, ...rest } = await acceptTransfer(services, bob.learnerId, form, from);
        tried.push(ok ? 'ok' : (rest as { error: { code: string } }).error.code);
      }
      expect(tried).toEqual([...Array<string>(5).fill('code-wrong'), 'too-many-tries']);
    });

    test('made at once are all counted', async () => {
      const all = await Promise.all(Array.from({ length: 12 }, guess));
      const looked = all.filter((each) => !each.ok && each.error.code === 'code-wrong');
      expect(looked.length).toBeLessThanOrEqual(5);
    });

    test('that are no code at all cost nothing', async () => {
      for (const code of ['', 'hello', '7Q2M-4XKD-09R', 'Ü'.repeat(12), `${newTransferCode()}A`]) {
        expect(await enter(code)).toMatchObject({ ok: false, error: { code: 'code-unreadable' } });
      }
      expect(await services.db.selectFrom('transfer_tries').selectAll().execute()).toEqual([]);
    });

    test('keep no address as such', async () => {
      await guess();
      expect(await services.dump()).not.toContain(address);
    });
  });

  test('codes are read however they are typed, look-alikes included', () => {
    for (const [typed, code] of [
      ['7Q2M-4XKD-09RT', '7Q2M-4XKD-09RT'],
      [' 7q2m 4xkd 09rt ', '7Q2M-4XKD-09RT'],
      ['7q2m4xkdo9rt', '7Q2M-4XKD-09RT'],
      ['iLoO–1100–aaaa', '1100-1100-AAAA'],
      ['7Q2M-4XKD-09RU', null],
    ]) {
      expect(readTransferCode(typed ?? ''), typed ?? '').toBe(code);
    }
  });

  test('codes are 60 bits: twelve signs of 32, each as likely as any', () => {
    const codes = Array.from({ length: 3200 }, newTransferCode);
    expect(new Set(codes).size).toBe(3200);
    const counts = new Map<string, number>();
    for (const code of codes) {
      expect(readTransferCode(code)).toBe(code);
      for (const sign of code.replaceAll('-', '')) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    // 1200 of each expected, standard deviation 34.
    for (const [sign, count] of counts) expect(Math.abs(count - 1200), sign).toBeLessThan(6 * 34);
  });

  test('the others are signed out, with the code that waits, and this browser stays', async () => {
    const joined = await enter(await offer());
    if (!joined.ok) throw new Error(joined.error.code);
    const waiting = await offer();
    const stranger = await enrolLearner(services);
    await signOutOthers(services, ada.learnerId, joined.value);
    expect(await identifyLearner(services, ada.token)).toBeNull();
    expect(await identifyLearner(services, joined.value)).toBe(ada.learnerId);
    expect(await identifyLearner(services, stranger.token)).toBe(stranger.learnerId);
    expect(await enter(waiting)).toMatchObject(wrong);
  });
});
