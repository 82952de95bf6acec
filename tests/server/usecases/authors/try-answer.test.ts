import { describe, expect, test } from 'vitest';
import { keyResponse } from '#lib/engine/rubric/registry.ts';
import { instantiate } from '#lib/engine/template/instantiate.ts';
import { tryAnswer } from '#lib/server/usecases/authors/try-answer.ts';
import { runTyped } from '#lib/server/usecases/authors/try-query.ts';
import { itemKinds, sentFor, variantOf } from '../../../support/items.ts';
import { kindsBankFiles } from '../../../support/kinds-bank.ts';
import { workbench } from './workbench.ts';

describe('trying an answer', () => {
  const item = workbench().bank?.items.get('sums-add')?.item;
  const variant = item && instantiate(item, 3);
  if (!variant?.ok) throw new Error('sums-add cannot be shown');
  const { a, b } = variant.value.scope;
  const key = keyResponse(variant.value);

  test('tells what was read, the criterion that decided, its score and feedback', async () => {
    const right = await tryAnswer(workbench(), 'sums-add', 3, [
      key?.kind === 'numeric' ? key.text : '',
    ]);
    expect(right?.tried).toMatchObject({
      score: 1,
      echo: null,
      criterion: { place: 1, when: 'equals: key', misconception: null },
    });
    const product = await tryAnswer(workbench(), 'sums-add', 3, [String(Number(a) * Number(b))]);
    expect(product?.tried?.score).toBe(0);
    expect(product?.tried?.criterion).toMatchObject({
      place: 2,
      feedback: '<p>That is the product.</p>\n',
      misconception: 'Multiplies where a sum is asked for',
    });
  });

  test('echoes what a learner would be asked to confirm', async () => {
    expect((await tryAnswer(workbench(), 'sums-add', 3, ['1/4']))?.tried).toMatchObject({
      echo: '0.25',
      score: 0,
      criterion: null,
    });
  });

  test('says why an answer cannot be read', async () => {
    expect(await tryAnswer(workbench(), 'sums-add', 3, ['ninety'])).toMatchObject({
      problem: { path: 'answer' },
      tried: null,
    });
  });

  test('is not there for an item that the bank does not have', async () => {
    expect(await tryAnswer(workbench(), 'none', 3, ['1'])).toBeNull();
  });
});

describe('trying an answer of any kind', () => {
  const bench = workbench(kindsBankFiles());

  test.each(itemKinds)('the key of %s scores 1 by the criterion that says so', async (kind) => {
    const item = bench.bank?.skills.get(`${kind}-skill`)?.items[0];
    if (!item) throw new Error(`no ${kind}`);
    const variant = variantOf(item, 5);
    const key = keyResponse(variant);
    const sent = key ? sentFor(variant, key) : [];
    const trial = await tryAnswer(bench, item.id, 5, sent);
    expect(trial).toMatchObject({ problem: null, tried: { score: 1, echo: null } });
    const rubric: readonly { score: unknown }[] = item.rubric;
    const right = rubric.findIndex(({ score }) => score === 1);
    expect(trial?.tried?.criterion?.place ?? 0).toBe(right + 1);
  });
});

describe('trying a formula', () => {
  const bench = workbench(kindsBankFiles());
  const tried = async (text: string) => await tryAnswer(bench, 'sums-slope', 2, [text]);

  test('is judged by its values and told as it was read', async () => {
    const other = (await tried('a + x + x'))?.tried;
    expect(other).toMatchObject({ score: 1, criterion: { when: 'key' }, query: null });
    expect(other?.response).toContain('<math');
    expect((await tried('x'))?.tried).toMatchObject({
      score: 0.25,
      criterion: { place: 2, when: 'equals: x', misconception: 'other-variable' },
    });
  });

  test('says what has no meaning in it', async () => {
    expect(await tried('2x + y')).toMatchObject({ problem: { path: 'answer' }, tried: null });
  });
});

describe('trying a query', () => {
  const bench = workbench(kindsBankFiles());
  const inner = 'SELECT name, COUNT(*) FROM c JOIN o ON customer = id GROUP BY id';

  test('tells which of the item’s own it equals, and what it gives on both data sets', async () => {
    const trial = await tryAnswer(bench, 'sums-sql', 1, [inner]);
    expect(trial?.tried).toMatchObject({
      score: 0.25,
      criterion: { place: 2, when: 'slip: inner-join' },
      query: {
        same: ['inner-join'],
        sample: { table: { rows: [['Ada', 2]], total: 1 }, trouble: null },
        hidden: { trouble: null },
      },
    });
    expect(trial?.tried?.query?.hidden.table?.rows).toEqual([
      ['Ada', 1],
      ['Secret', 1],
    ]);
  });

  test('says where it equals nothing, also where it fails on the hidden data alone', async () => {
    const none = await tryAnswer(bench, 'sums-sql', 1, ['SELECT 1']);
    expect(none?.tried).toMatchObject({ score: 0, criterion: null, query: { same: [] } });
    const failing =
      "SELECT CASE WHEN EXISTS (SELECT 1 FROM c WHERE name = 'Secret') THEN json('{') ELSE 1 END";
    const late = await tryAnswer(bench, 'sums-sql', 1, [failing]);
    expect(late?.tried?.query).toMatchObject({
      same: [],
      sample: { trouble: null },
      hidden: { table: null },
    });
    expect(late?.tried?.query?.hidden.trouble).toContain('malformed JSON');
  });

  test('cannot read what fails on the sample or is no query', async () => {
    for (const text of ['SELECT nothing FROM c', 'DROP TABLE c', '']) {
      const trial = await tryAnswer(bench, 'sums-sql', 1, [text]);
      expect(trial, text).toMatchObject({ problem: { path: 'answer' }, tried: null });
    }
  });

  test('runs on the sample alone where that is asked', async () => {
    expect(await runTyped(bench, 'sums-sql', 1, [inner])).toMatchObject({
      ok: true,
      value: { rows: [['Ada', 2]], total: 1 },
    });
    expect(await runTyped(bench, 'sums-sql', 1, ['SELECT x FROM c'])).toMatchObject({
      ok: false,
      error: { code: 'sql-error' },
    });
    expect(await runTyped(bench, 'sums-two-three', 1, [inner])).toBeNull();
    expect(await runTyped(bench, 'none', 1, [inner])).toBeNull();
  });

  test('stops one that has no end, so that the server goes on', async () => {
    const endless =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n';
    expect(await tryAnswer(bench, 'sums-sql', 1, [endless])).toMatchObject({
      problem: { code: 'sql-stopped' },
    });
  });
});
