import { afterAll, describe, expect, test } from 'vitest';
import { type BankFile, parseBank } from '#lib/engine/bank/parse-bank.ts';
import { keyResponse } from '#lib/engine/rubric/registry.ts';
import { instantiate } from '#lib/engine/template/instantiate.ts';
import { openSql } from '#lib/server/sql/in-process.ts';
import { sqlPool } from '#lib/server/sql/sql-pool.ts';
import type { Workbench } from '#lib/server/usecases/authors/follow-services.ts';
import { itemFilter, listItems } from '#lib/server/usecases/authors/list-items.ts';
import { tryAnswer } from '#lib/server/usecases/authors/try-answer.ts';
import { readSeed, viewItem } from '#lib/server/usecases/authors/view-item.ts';
import { smallBankFiles, smallBankFilesWith } from '../../../support/small-bank.ts';

const sums = 'arithmetic/sums.yaml';
const any = itemFilter.parse({});
const runSql = await openSql();
const sql = sqlPool();
afterAll(() => sql.close());

function workbench(files: readonly BankFile[] = smallBankFiles()): Workbench {
  const bank = parseBank(files);
  if (!bank.ok) throw new Error(JSON.stringify(bank.error));
  return { folder: 'bank', bank: bank.value, files, problems: [], runSql, sql };
}

function view(id: string, seed = 1, files = smallBankFiles(), filter = any) {
  const found = viewItem(workbench(files), id, seed, filter);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

describe('the list of items', () => {
  const ids = (query: Readonly<Record<string, string>>) =>
    listItems(workbench(), itemFilter.parse(query)).domains.flatMap(({ skills }) =>
      skills.flatMap(({ items }) => items.map(({ id }) => id)),
    );

  test('has every item where nothing is asked for', () => {
    expect(ids({})).toHaveLength(12);
  });

  test.each([
    [{ skill: 'sums' }, ['sums-add', 'sums-odd', 'sums-ten']],
    [{ domain: 'arithmetic', kind: 'numeric', difficulty: '1' }, ['sums-add']],
    [{ text: 'PRIMER of', kind: 'single-choice', skill: 'sums' }, ['sums-odd']],
    [{ text: 'nowhere to be found' }, []],
    [{ kind: '__proto__' }, []],
  ])('filters by %j', (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  test('finds TeX as it is written', () => {
    const files = smallBankFilesWith(sums, 'What is $', 'What is $\\frac{1}{1}$ of $');
    const list = listItems(workbench(files), itemFilter.parse({ text: '\\frac{1}{1}' }));
    expect(list.shown).toBe(1);
  });
});

describe('the page of an item', () => {
  test('shows where it stands, its values, what each criterion computes to, and the check', () => {
    const { line, file, variables, shown, measure, proof } = view('sums-add', 5);
    const values = Object.fromEntries(variables.map(({ name, value }) => [name, Number(value)]));
    const { a = 0, b = 0, key } = values;
    expect(`${file}:${line}`).toBe('bank/arithmetic/sums.yaml:4');
    expect(key).toBe(a + b);
    expect(shown?.rubric.map(({ when, meanings }) => [when, meanings.join()])).toEqual([
      ['equals: key', `<code>${a + b}</code>`],
      ['equals: a * b', `<code>${a * b}</code>`],
    ]);
    expect(shown?.rubric[1]?.misconception).toBe('Multiplies where a sum is asked for');
    expect(shown?.check).toEqual({
      lines: [{ about: '', expression: 'sum([a, b])', value: `<code>${a + b}</code>` }],
      complaints: [],
    });
    expect(shown?.question.stem).toContain('What is');
    expect(measure).toEqual({
      discrimination: 1.5,
      categories: [
        { score: 0, luck: 1, difficulty: null },
        { score: 1, luck: 0, difficulty: -2 },
      ],
    });
    expect(proof).toEqual([]);
  });

  test('names the options of a choice by id and marks its key', () => {
    const { shown } = view('sums-odd', 9);
    expect(shown?.options.map(({ id }) => id).toSorted()).toEqual([
      'doubled',
      'even-even',
      'even-odd',
      'odd-odd',
    ]);
    expect(shown?.options.filter(({ isKey }) => isKey)).toMatchObject([{ id: 'even-odd' }]);
    expect(shown?.rubric[0]).toMatchObject({ when: 'option: even-odd', meanings: ['2 + 5'] });
  });

  test('tells where key and check disagree, at the seed and of all seeds, with the line', () => {
    const files = smallBankFilesWith(sums, 'check: sum([a, b])', 'check: a + b + floor(a / 9)');
    const draws = Array.from({ length: 200 }, (_, index) => view('sums-add', index + 1, files));
    const nines = draws.filter(({ variables }) => variables[0]?.value === '9');
    const agreeing = draws.filter(({ shown }) => shown?.check.complaints.length === 0);
    expect(nines.length).toBeGreaterThan(0);
    expect(agreeing).toHaveLength(200 - nines.length);
    expect(draws[0]?.proof).toMatchObject([
      { code: 'check-disagrees', path: `${sums} › items.0.check` },
    ]);
  });

  test('stays where the item cannot be shown, and says why', () => {
    const { shown, failure, measure, proof } = view(
      'sums-add',
      1,
      smallBankFilesWith(sums, 'constraints: [a * b != key]', 'constraints: [a > 100]'),
    );
    expect(shown).toBeNull();
    expect(failure).toContain('constraints');
    expect(measure).toBeNull();
    expect(proof).toMatchObject([{ code: 'not-computable' }]);
  });

  test('leads to its neighbours within the filter', () => {
    const { previous, next } = view('sums-odd');
    expect([previous, next]).toEqual(['sums-add', 'sums-ten']);
    const filter = itemFilter.parse({ kind: 'single-choice' });
    expect(view('sums-odd', 1, smallBankFiles(), filter).previous).toBeNull();
    expect(view('sums-odd', 1, smallBankFiles(), filter).next).not.toBe('sums-ten');
  });

  test('is not there for an item that the bank does not have', () => {
    expect(viewItem(workbench(), 'constructor', 1, any)).toBeNull();
    expect(viewItem({ ...workbench(), bank: null }, 'sums-add', 1, any)).toBeNull();
  });

  test.each([
    [null, 1],
    ['200', 200],
    ['0', null],
    ['201', null],
    ['1.5', null],
    ['x', null],
  ])('reads the seed %j as %j', (text, seed) => {
    expect(readSeed(text)).toBe(seed);
  });
});

describe('trying an answer', () => {
  const item = workbench().bank?.items.get('sums-add')?.item;
  const variant = item && instantiate(item, 3);
  if (!variant?.ok) throw new Error('sums-add cannot be shown');
  const { a, b } = variant.value.scope;
  const key = keyResponse(variant.value);

  test('tells what was read, the criterion that decided, its score and feedback', () => {
    const right = tryAnswer(workbench(), 'sums-add', 3, [key?.kind === 'numeric' ? key.text : '']);
    expect(right?.tried).toMatchObject({
      score: 1,
      echo: null,
      criterion: { place: 1, when: 'equals: key', misconception: null },
    });
    const product = tryAnswer(workbench(), 'sums-add', 3, [String(Number(a) * Number(b))]);
    expect(product?.tried?.score).toBe(0);
    expect(product?.tried?.criterion).toMatchObject({
      place: 2,
      feedback: '<p>That is the product.</p>\n',
      misconception: 'Multiplies where a sum is asked for',
    });
  });

  test('echoes what a learner would be asked to confirm', () => {
    expect(tryAnswer(workbench(), 'sums-add', 3, ['1/4'])?.tried).toMatchObject({
      echo: '0.25',
      score: 0,
      criterion: null,
    });
  });

  test('says why an answer cannot be read', () => {
    expect(tryAnswer(workbench(), 'sums-add', 3, ['ninety'])).toMatchObject({
      problem: { path: 'answer' },
      tried: null,
    });
  });

  test('is not there for an item that the bank does not have', () => {
    expect(tryAnswer(workbench(), 'none', 3, ['1'])).toBeNull();
  });
});
