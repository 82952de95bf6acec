import { describe, expect, test } from 'vitest';
import { itemFilter, listItems } from '#lib/server/usecases/authors/list-items.ts';
import { readSeed, viewItem } from '#lib/server/usecases/authors/view-item.ts';
import { kindsBankFiles } from '../../../support/kinds-bank.ts';
import { smallBankFiles, smallBankFilesWith } from '../../../support/small-bank.ts';
import { workbench } from './workbench.ts';

const sums = 'arithmetic/sums.yaml';
const any = itemFilter.parse({});

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

describe('the page of a formula', () => {
  const formula = view('sums-slope', 4, kindsBankFiles());

  test('draws what each criterion stands for, and has key and check side by side', () => {
    const { rubric, points, sql, check } = formula.shown ?? {};
    expect(rubric?.map(({ meanings }) => meanings.map((html) => html.includes('<math')))).toEqual([
      [true],
      [true],
    ]);
    expect(points).toHaveLength(5);
    for (const point of points ?? []) {
      expect(point.at).toMatch(/^x = −?[\d.]+, a = [\d.]+$/);
      expect(point.check).toBe(point.key);
    }
    expect(check?.complaints).toEqual([]);
    expect(sql).toBeNull();
    expect(formula.settings).toContainEqual({
      name: 'symbols',
      value: '{ x: [-3, 3], a: [0.5, 4] }',
    });
  });
});

describe('the page of a query', () => {
  const query = view('sums-sql', 4, kindsBankFiles());

  test('shows the hidden data and what each of its queries gives on both', () => {
    const { sql, rubric } = query.shown ?? {};
    expect(sql?.hiddenTables?.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['c', 3],
      ['o', 2],
    ]);
    expect(
      sql?.queries.map(({ id, sample, hidden }) => [id, sample.table?.total, hidden.table?.total]),
    ).toEqual([
      ['key', 2, 3],
      ['check', 2, 3],
      ['inner-join', 1, 2],
      ['count-star', 2, 3],
    ]);
    expect(rubric?.map(({ meanings }) => meanings.join())).toEqual([
      'The key’s result on both data sets.',
      'Another result than the key’s on both data sets.',
      'Another result than the key’s on both data sets.',
    ]);
    expect(query.shown?.check).toEqual({ lines: [], complaints: [] });
  });

  test('says where a query of its own fails or does not differ from the key', () => {
    const broken = kindsBankFiles().map(({ path, text }) => ({
      path,
      text: text
        .replace('"check":"SELECT name,', '"check":"SELECT nme,')
        .replace(
          /"count-star":"[^"]*"/,
          '"count-star":"SELECT name, (SELECT COUNT(*) FROM o WHERE customer = c.id) FROM c"',
        ),
    }));
    const { shown, proof } = view('sums-sql', 4, broken);
    const check = shown?.sql?.queries.find(({ id }) => id === 'check');
    expect(check?.sample).toMatchObject({ table: null });
    expect(check?.sample.trouble).toContain('nme');
    expect(shown?.sql?.queries.at(-1)?.apartFromKey).toBe('It gives what the key gives.');
    expect(shown?.check.complaints.map(({ message }) => message).join()).toContain('nme');
    expect(proof.map(({ code }) => code)).toContain('sql-error');
  });
});
