import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listShares, viewShares } from '#lib/server/usecases/shares/list-shares.ts';
import { revokeShare } from '#lib/server/usecases/shares/revoke-share.ts';
import {
  type ShareForm,
  newShareToken,
  shareForm,
  shareReport,
} from '#lib/server/usecases/shares/share-report.ts';
import { viewShared } from '#lib/server/usecases/shares/view-shared.ts';
import { viewReport } from '#lib/server/usecases/view-report.ts';
import {
  type TestServices,
  addLearner,
  answerUnknowing,
  start,
  testServices,
} from '../../support/test-services.ts';
import { describeStores } from '../../support/stores.ts';

describeStores('sharing a report', ({ fresh }) => {
  let services: TestServices;
  let learner: string;
  let attempt: string;

  beforeEach(async () => {
    services = await testServices(undefined, await fresh());
    learner = await addLearner(services);
    attempt = await start(services, learner);
    await answerUnknowing(services, learner, attempt);
  });

  afterEach(() => services.close());

  /** Makes a link; gives its token. */
  async function share(form: Partial<ShareForm> = {}, id = attempt): Promise<string> {
    const sent = { token: newShareToken(), expiry: 'never', withAnswers: false, ...form } as const;
    const made = await shareReport(services, learner, id, sent);
    if (!made?.ok) throw new Error(JSON.stringify(made));
    return made.value;
  }

  /** Every string and number in a value, keys included, however deep. */
  function leaves(value: unknown): (string | number)[] {
    if (typeof value === 'string' || typeof value === 'number') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, each]) => [key, ...leaves(each)]);
  }

  describe('a link', () => {
    test('shows the figures of the report, and nothing that leads to the learner', async () => {
      const own = await viewReport(services, learner, attempt);
      const shown = await viewShared(services, await share());
      if (!own || own === 'open' || !shown) throw new Error('no report');
      const { answers, attemptId, ...figures } = own;
      expect(shown).toEqual({ ...figures, answers: null });
      expect(answers.length).toBeGreaterThan(2);
      const found = leaves(shown);
      expect(found).not.toContain('attemptId');
      expect(found).not.toContain('seed');
      for (const secret of [
        attemptId,
        learner,
        ...answers.flatMap(({ itemId, stem, key, response, explanation }) => [
          itemId,
          stem,
          key,
          response,
          explanation,
        ]),
      ]) {
        expect(found.filter((leaf) => String(leaf).includes(secret))).toEqual([]);
      }
    });

    test('shows answers where that was chosen, without item, seed and time', async () => {
      const own = await viewReport(services, learner, attempt);
      const shown = await viewShared(services, await share({ withAnswers: true }));
      if (!own || own === 'open' || !shown) throw new Error('no report');
      const hidden = ['itemId', 'itemVersion', 'seed', 'answeredAt', 'plainResponse'];
      expect(shown.answers).toEqual(
        own.answers.map((answer) =>
          Object.fromEntries(Object.entries(answer).filter(([name]) => !hidden.includes(name))),
        ),
      );
      const found = leaves(shown);
      for (const { itemId, answeredAt } of own.answers) {
        expect(found).not.toContain(itemId);
        // That of the last answer is the end of the attempt, which the report gives.
        if (answeredAt !== own.finishedAt) expect(found).not.toContain(answeredAt);
      }
    });

    test('shows the plan at the pace at which it was shared', async () => {
      const token = newShareToken();
      const pace = { hoursPerWeek: 3, counting: 'measured' } as const;
      const form = { token, expiry: 'never', withAnswers: false } as const;
      await shareReport(services, learner, attempt, form, pace);
      expect((await viewShared(services, token))?.schedule.pace).toMatchObject(pace);
    });

    test.each([
      ['week', 7],
      ['month', 30],
      ['year', 365],
    ] as const)('for a %s is dead after it, and not before', async (expiry, days) => {
      const token = await share({ expiry });
      services.passDays(days - 0.001);
      expect(await viewShared(services, token)).not.toBeNull();
      services.passDays(0.001);
      expect(await viewShared(services, token)).toBeNull();
      expect(await listShares(services, learner)).toMatchObject([{ hasExpired: true }]);
    });

    test('for ever is alive after ten years', async () => {
      const token = await share();
      services.passDays(3650);
      expect(await viewShared(services, token)).not.toBeNull();
    });

    test('is dead at once when it is revoked, alone of its kind, and stays so', async () => {
      const [token, other] = [await share(), await share()];
      const links = await listShares(services, learner);
      const link = links.find(({ tail }) => tail === token.slice(-4));
      expect(await revokeShare(services, learner, link?.id ?? '')).toBe(true);
      expect(await viewShared(services, token)).toBeNull();
      expect(await viewShared(services, other)).not.toBeNull();
      expect(await revokeShare(services, learner, link?.id ?? '')).toBe(true);
      // The form that made it, sent once more, does not bring it back.
      const again = { token, expiry: 'never', withAnswers: true } as const;
      const resent = await shareReport(services, learner, attempt, again);
      expect(resent).toMatchObject({ ok: false, error: { code: 'link-used-up' } });
      expect(await viewShared(services, token)).toBeNull();
      expect(await listShares(services, learner)).toHaveLength(1);
    });

    test('is made once, however often its form is sent', async () => {
      const token = newShareToken();
      const sent = [1, 2, 3].map(() => share({ token }));
      expect(await Promise.all(sent)).toEqual([token, token, token]);
      expect(await listShares(services, learner)).toHaveLength(1);
    });

    test('is not taken over by a form with its token for another report', async () => {
      const token = await share();
      const second = await start(services, learner);
      await answerUnknowing(services, learner, second);
      const form = { token, expiry: 'never', withAnswers: true } as const;
      expect(await shareReport(services, learner, second, form)).toMatchObject({ ok: false });
      expect((await viewShared(services, token))?.answers).toBeNull();
    });

    test('is listed by its last four characters, and its token stands nowhere', async () => {
      const token = await share({ withAnswers: true, expiry: 'month' });
      expect(await listShares(services, learner)).toEqual([
        {
          id: expect.any(String) as string,
          attemptId: attempt,
          title: 'Full diagnostic',
          withAnswers: true,
          tail: token.slice(-4),
          createdAt: '2026-03-01T12:00:00.000Z',
          expiresAt: '2026-03-31T12:00:00.000Z',
          hasExpired: false,
        },
      ]);
      expect(await services.dump()).not.toContain(token);
    });

    test('that never was looks like one that is dead', async () => {
      for (const token of ['', 'x', newShareToken(), `${await share()}x`, '__proto__', '%']) {
        expect(await viewShared(services, token)).toBeNull();
      }
    });
  });

  test('an attempt that still asks is not shared', async () => {
    const open = await start(services, learner);
    const form = { token: newShareToken(), expiry: 'never', withAnswers: true } as const;
    expect(await shareReport(services, learner, open, form)).toBeNull();
    expect(await viewShared(services, form.token)).toBeNull();
    expect(await viewShares(services, learner, open)).toBe('open');
  });

  test('tokens are 128 bits, and nothing shorter or longer is taken', () => {
    const tokens = Array.from({ length: 200 }, newShareToken);
    expect(new Set(tokens).size).toBe(200);
    const form = { expiry: 'never', withAnswers: false };
    for (const token of tokens) {
      expect(token).toMatch(/^[\w-]{22}$/);
      expect(shareForm.safeParse({ ...form, token }).success).toBe(true);
      expect(shareForm.safeParse({ ...form, token: token.slice(1) }).success).toBe(false);
      expect(shareForm.safeParse({ ...form, token: `${token}\n` }).success).toBe(false);
    }
  });
});
