import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Attempt, type AttemptRecord, answersBefore } from '#lib/engine/quiz/attempt.ts';
import { type Database, openDatabase } from '#lib/server/db/open-database.ts';
import { type Attempts, type Change, attempts } from '#lib/server/repositories/attempts.ts';
import { learners } from '#lib/server/repositories/learners.ts';
import { smallBank } from '../../support/small-bank.ts';
import { newAttempt, play } from '../../engine/quiz/attempts.ts';
import { recordOf } from '../../engine/report/records.ts';
import { describeStores } from '../../support/stores.ts';

const bank = smallBank();
const at = '2026-03-01T13:00:00.000Z';
const newRecord = (id = 'attempt-1'): AttemptRecord => ({
  ...recordOf(
    play(newAttempt(bank, { avoid: ['sums-odd'], profile: 'scientist' }), bank, []),
    bank,
  ),
  id,
});

/** The attempt with its waiting question answered and another asked. */
function withAnswer(attempt: Attempt, value = attempt.answers.length): Attempt {
  const position = attempt.answers.length + 1;
  const response = { kind: 'numeric' as const, text: String(value), value };
  return {
    ...attempt,
    answers: [...attempt.answers, { position, response, certainty: 2, answeredAt: at }],
    questions: [
      ...attempt.questions,
      { position: position + 1, itemId: `item-${position + 1}`, itemVersion: 1, seed: 9 },
    ],
  };
}

const answering = ({ attempt }: AttemptRecord): Change<number> => ({
  attempt: withAnswer(attempt),
  at,
  outcome: attempt.answers.length + 1,
});

describeStores('attempts', ({ fresh }) => {
  let database = '';
  let db: Database;
  let store: Attempts;

  async function open(): Promise<void> {
    db = await openDatabase(database);
    store = attempts(db);
  }

  beforeEach(async () => {
    database = await fresh();
    await open();
    for (const id of ['ada', 'bob']) await learners(db).add({ id, tokenHash: id, createdAt: at });
  });

  afterEach(() => db.destroy());

  async function rows(): Promise<unknown> {
    return {
      attempts: await db.selectFrom('attempts').selectAll().execute(),
      questions: await db.selectFrom('questions').selectAll().execute(),
      answers: await db.selectFrom('answers').selectAll().execute(),
    };
  }

  describe('what is added', () => {
    test('is found whole, and only by its learner and its id', async () => {
      const record = newRecord();
      await store.add('ada', record);
      expect(await store.find('ada', 'attempt-1')).toEqual(record);
      expect(await store.find('bob', 'attempt-1')).toBeNull();
      expect(await store.find('ada', 'attempt-2')).toBeNull();
    });

    test('is refused where its id is taken, whoever took it, and nothing changes', async () => {
      await store.add('ada', newRecord());
      const before = await rows();
      await expect(store.add('bob', newRecord())).rejects.toThrow(/unique/i);
      expect(await rows()).toEqual(before);
    });

    test('is listed oldest first, with its own answers, for its learner alone', async () => {
      await store.add('ada', { ...newRecord('a-late'), startedAt: '2026-03-03T00:00:00.000Z' });
      await store.add('ada', { ...newRecord('z-early'), startedAt: '2026-03-02T00:00:00.000Z' });
      await store.add('bob', newRecord('bobs'));
      await store.change('ada', 'a-late', answering);
      const list = await store.list('ada');
      expect(list.map(({ id, attempt }) => [id, attempt.answers.length])).toEqual([
        ['z-early', 0],
        ['a-late', 1],
      ]);
      expect((await store.list('bob')).map(({ id }) => id)).toEqual(['bobs']);
      expect(await store.list('nobody')).toEqual([]);
    });
  });

  describe('what was answered before', () => {
    const given = (id: string, startedAt: string, moods: Parameters<typeof play>[2]) => ({
      ...newRecord(id),
      startedAt,
      attempt: play(newAttempt(bank, { seed: id.length }), bank, moods),
    });

    test('an attempt began is part of it, as given elsewhere by the same learner', async () => {
      const first = given('one', '2026-03-01T12:00:00.000Z', ['right', 'wrong', 'right']);
      await store.add('ada', { ...first, attempt: { ...first.attempt, answers: [] } });
      await store.change('ada', 'one', () => ({ attempt: first.attempt, at, outcome: null }));
      await store.add('ada', given('later', '2026-03-02T12:00:00.000Z', []));
      await store.add('bob', given('of-bob', '2026-03-02T12:00:00.000Z', []));
      const earlier = (await store.find('ada', 'later'))?.attempt.earlier;
      expect(earlier).toEqual(answersBefore([first.attempt], '2026-03-02T12:00:00.000Z'));
      expect(earlier).toHaveLength(3);
      expect((await store.list('ada')).map(({ attempt }) => attempt.earlier.length)).toEqual([
        0, 3,
      ]);
      expect((await store.find('bob', 'of-bob'))?.attempt.earlier).toEqual([]);
    });
  });

  describe('a change', () => {
    beforeEach(() => store.add('ada', newRecord()));

    test('stores the answers and the question that waits, and gives its outcome', async () => {
      expect(await store.change('ada', 'attempt-1', answering)).toBe(1);
      const record = await store.find('ada', 'attempt-1');
      expect(record?.attempt).toEqual(withAnswer(newRecord().attempt));
    });

    test('keeps every kind of response and certainty as it was', async () => {
      const responses: Attempt['answers'][number]['response'][] = [
        { kind: 'dont-know' },
        { kind: 'single-choice', option: 'ünï "quoted"' },
        { kind: 'multiple-response', options: ['a', 'b'] },
        { kind: 'numeric', text: ' 1/3', value: 1 / 3 },
        { kind: 'numeric', text: '5e-324', value: 5e-324 },
      ];
      for (const [index, response] of responses.entries()) {
        await store.change('ada', 'attempt-1', ({ attempt }) => {
          const next = withAnswer(attempt);
          const last = {
            ...next.answers.at(-1)!,
            response,
            certainty: index === 0 ? null : 3,
          } as const;
          return { attempt: { ...next, answers: next.answers.with(-1, last) }, at, outcome: null };
        });
      }
      const record = await store.find('ada', 'attempt-1');
      expect(record?.attempt.answers.map(({ response }) => response)).toEqual(responses);
      expect(record?.attempt.answers.map(({ certainty }) => certainty)).toEqual([null, 3, 3, 3, 3]);
    });

    test('that keeps the attempt as it was stores nothing', async () => {
      await store.change('ada', 'attempt-1', answering);
      const before = await rows();
      const outcome = await store.change('ada', 'attempt-1', ({ attempt }) => ({
        attempt,
        at: '2027-01-01T00:00:00.000Z',
        outcome: 'kept',
      }));
      expect(outcome).toBe('kept');
      expect(await rows()).toEqual(before);
    });

    test('never changes an answer that is stored', async () => {
      await store.change('ada', 'attempt-1', answering);
      await store.change('ada', 'attempt-1', ({ attempt }) => {
        const [first] = attempt.answers;
        const response = { kind: 'dont-know' as const };
        return { attempt: { ...attempt, answers: [{ ...first!, response }] }, at, outcome: null };
      });
      const record = await store.find('ada', 'attempt-1');
      expect(record?.attempt.answers[0]?.response).toEqual({
        kind: 'numeric',
        text: '0',
        value: 0,
      });
    });

    test('replaces a waiting question, and keeps those that are answered', async () => {
      await store.change('ada', 'attempt-1', answering);
      const other = { position: 2, itemId: 'other', itemVersion: 3, seed: 77 };
      await store.change('ada', 'attempt-1', ({ attempt }) => ({
        attempt: { ...attempt, questions: [attempt.questions[0]!, other] },
        at,
        outcome: null,
      }));
      const questions = (await store.find('ada', 'attempt-1'))?.attempt.questions;
      expect(questions).toEqual([newRecord().attempt.questions[0], other]);
    });

    test('that finishes keeps the reason and the time, and no later change moves them', async () => {
      const finishing = (time: string) =>
        store.change('ada', 'attempt-1', ({ attempt }) => ({
          attempt: { ...attempt, finished: 'length' },
          at: time,
          outcome: null,
        }));
      await finishing(at);
      await finishing('2027-01-01T00:00:00.000Z');
      const record = await store.find('ada', 'attempt-1');
      expect([record?.attempt.finished, record?.finishedAt]).toEqual(['length', at]);
    });

    test('of another learner finds nothing, asks nobody and changes nothing', async () => {
      const before = await rows();
      let asked = 0;
      const counting = (record: AttemptRecord) => {
        asked += 1;
        return answering(record);
      };
      expect(await store.change('bob', 'attempt-1', counting)).toBeNull();
      expect(await store.change('ada', 'no-such', counting)).toBeNull();
      expect(asked).toBe(0);
      expect(await rows()).toEqual(before);
    });

    test('that throws leaves everything as it was', async () => {
      const before = await rows();
      const failing = () => {
        throw new Error('our bug');
      };
      await expect(store.change('ada', 'attempt-1', failing)).rejects.toThrow('our bug');
      expect(await rows()).toEqual(before);
      expect(await store.change('ada', 'attempt-1', answering)).toBe(1);
    });

    test('waits for others of the same attempt: forty at once all count, one after the other', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, () => store.change('ada', 'attempt-1', answering)),
      );
      const positions = Array.from({ length: 40 }, (_, index) => index + 1);
      expect(outcomes.map(Number).toSorted((a, b) => a - b)).toEqual(positions);
      const record = await store.find('ada', 'attempt-1');
      expect(record?.attempt.answers.map(({ response }) => response)).toEqual(
        positions.map((p) => ({ kind: 'numeric', text: String(p - 1), value: p - 1 })),
      );
    });
  });

  describe('what is stored', () => {
    test('is all there after the store was closed and opened again', async () => {
      await store.add('ada', newRecord());
      for (let count = 0; count < 3; count += 1) await store.change('ada', 'attempt-1', answering);
      const before = await store.find('ada', 'attempt-1');
      await db.destroy();
      await open();
      expect(await store.find('ada', 'attempt-1')).toEqual(before);
      expect(before?.attempt.answers).toHaveLength(3);
    });

    test('and was damaged is heard of, not hidden', async () => {
      await store.add('ada', newRecord());
      await db.updateTable('attempts').set({ finished: 'tampered' }).execute();
      await expect(store.find('ada', 'attempt-1')).rejects.toThrow(/finished/);
    });
  });
});
