import { describe, expect, test } from 'vitest';
import { sqlItem } from '../../support/items.ts';
import { brief, complaintsOf } from './complaints-of.ts';

const key = [{ when: 'key', score: 1, feedback: 'So it is.' }];
const plain = { slips: {}, rubric: key };
const names = { ...plain, key: 'SELECT name FROM c', check: 'SELECT c.name FROM c WHERE 1' };

test('a sound item is proved', () => {
  expect(complaintsOf(sqlItem())).toEqual([]);
  expect(complaintsOf(sqlItem(names))).toEqual([]);
});

describe('an item is refused where', () => {
  test.each([
    [
      'the check gives another result',
      { check: 'SELECT name, 1 FROM c' },
      ['check-disagrees check'],
    ],
    ['the key does not run', { ...plain, key: 'SELECT nome FROM c' }, ['sql-error key']],
    ['the key is no query', { ...plain, key: 'DELETE FROM c' }, ['not-a-query key']],
    [
      'a slip fails on the hidden data alone',
      {
        slips: { boom: "SELECT json(CASE name WHEN 'Secret' THEN '{' ELSE '1' END) FROM c" },
        rubric: [...key, { when: { slip: 'boom' }, score: 0, feedback: 'So it is.' }],
      },
      ['sql-error slips.boom'],
    ],
    [
      'a slip gives what the key gives',
      { slips: { alias: 'SELECT name, (SELECT COUNT(*) FROM o WHERE customer = c.id) FROM c' } },
      ['slip-is-key slips.alias'],
    ],
    [
      'two slips give the same',
      { slips: { one: 'SELECT 1', other: 'SELECT 2 - 1' } },
      ['slips-alike slips.other'],
    ],
    [
      'the key shows nothing on the sample',
      {
        ...plain,
        key: 'SELECT id FROM c WHERE id > 2',
        check: 'SELECT max(id) FROM c GROUP BY id HAVING id >= 3',
      },
      ['key-empty key'],
    ],
    [
      'the schema is broken',
      { schema: 'CREATE TABLE c (id, name, CHECK); CREATE TABLE o (customer, paid)' },
      ['sql-data sample'],
    ],
    [
      'the sample is not plain values',
      { sample: "INSERT INTO c VALUES (1, upper('a'))" },
      ['sample-form sample'],
    ],
    [
      'the database keeps something else than is shown',
      { sample: "INSERT INTO c VALUES ('1', 'Ada')" },
      ['sample-differs sample'],
    ],
    ['the hidden data are broken', { hidden: 'INSERT INTO nowhere VALUES (1)' }, ['sql-data key']],
    [
      'the sample is long',
      {
        sample: `INSERT INTO c VALUES ${Array.from({ length: 16 }, (_, n) => `(${n + 1}, 'n')`).join(',')}`,
      },
      ['sample-long sample'],
    ],
    [
      'names count and two columns have the same',
      {
        columns: 'name',
        ...plain,
        key: 'SELECT name, name FROM c',
        check: 'SELECT name, name FROM c',
      },
      ['check-disagrees check', 'columns-alike key'],
    ],
    [
      'a placeholder does not compute',
      { hidden: 'INSERT INTO c VALUES ({{nothing}})' },
      ['not-computable key'],
    ],
    ['the order counts and nothing orders', { ...names, ordered: true }, ['order-open key']],
    [
      'the order leaves a choice on the hidden data',
      {
        ordered: true,
        ...plain,
        key: 'SELECT name, id FROM c ORDER BY name',
        check: 'SELECT name, id FROM c ORDER BY name, id',
      },
      ['order-open key'],
    ],
  ])('%s', (_, fields, complaints) => {
    expect(brief(sqlItem(fields))).toEqual(complaints);
  });
});

test('an order that leaves no choice is proved, with ties in the key’s own columns too', () => {
  const ordered = {
    ordered: true,
    ...plain,
    key: 'SELECT name FROM c ORDER BY name',
    check: 'SELECT name FROM c ORDER BY name || id',
  };
  expect(brief(sqlItem(ordered))).toEqual([]);
});

test('a varied item is proved at every seed', () => {
  const varied = {
    ...plain,
    variables: { n: { integer: [1, 9] } },
    stem: 'Which customers have an id of at least {{n}}?',
    key: 'SELECT name FROM c WHERE id >= {{n}}',
    check: 'SELECT name FROM c WHERE NOT id < {{n}}',
  };
  expect(brief(sqlItem(varied))).toEqual(['key-empty key']);
  expect(brief(sqlItem({ ...varied, variables: { n: { integer: [-5, 1] } } }))).toEqual([]);
});
